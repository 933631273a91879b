"""Reads what a script of the page sent with an event: anybody can send anything."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import gradio as gr

from chat.approved import Quoted
from chat.conversation import MAX_QUESTION_CHARACTERS
from chat.malformed import Malformed

# Longer than any answer; a browser does not send so much by itself.
MOST_CHARACTERS = 20_000
MOST_QUOTES = 50
# A question and its answer for each turn that is looked back on, and some to spare.
MOST_TURNS = 10


class Sent:
    """The values of one event, each of the kind that it is asked for as. Raises Malformed."""

    def __init__(self, event: gr.EventData) -> None:
        data = event._data
        if not isinstance(data, Mapping):
            raise Malformed
        self._data: Mapping[str, Any] = data

    def text(self, name: str, most: int = MAX_QUESTION_CHARACTERS) -> str:
        """A text of at most so many characters; "" if there is none."""
        value = self._data.get(name, "")
        if not isinstance(value, str) or len(value) > most:
            raise Malformed
        return value

    def number(self, name: str) -> int:
        """A whole number that a database can hold; 0 if there is none."""
        value = self._data.get(name, 0)
        try:
            number = int(value or 0)
        except (TypeError, ValueError, OverflowError) as error:
            raise Malformed from error
        if not 0 <= number < 2**31:
            raise Malformed
        return number

    def history(self) -> tuple[str, ...]:
        """The turns before, as `Backend.answer` takes them: question, answer, question …"""
        values = self._data.get("history", [])
        if not isinstance(values, list) or len(values) > 2 * MOST_TURNS or len(values) % 2:
            raise Malformed
        if not all(isinstance(one, str) and len(one) <= MOST_CHARACTERS for one in values):
            raise Malformed
        return tuple(values)

    def quotes(self, name: str) -> tuple[Quoted, ...]:
        """Quotes as `{document, start, end, quote}`. They are checked when a draft is."""
        values = self._data.get(name, [])
        if not isinstance(values, list) or len(values) > MOST_QUOTES:
            raise Malformed
        found = []
        for value in values:
            try:
                one = Quoted(
                    value["document"], int(value["start"]), int(value["end"]), value["quote"]
                )
            except (KeyError, TypeError, ValueError, OverflowError) as error:
                raise Malformed from error
            if not isinstance(one.document_id, str) or not isinstance(one.quote, str):
                raise Malformed
            found.append(one)
        return tuple(found)
