"""Turns as JSON, for the visitor's browser to keep and to bring back."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from pydantic import TypeAdapter, ValidationError

from chat.conversation import MAX_QUESTION_CHARACTERS, Turn, Turns

MAX_SAVED_TURNS = 200
_MAX_SAVED_CHARACTERS = 4_000_000
_MAX_RECORD_ID_CHARACTERS = 200
_CONVERSATION = re.compile(r"[\w.-]{1,64}", re.ASCII)


def saved_turn(turn: Turn) -> str:
    """A finished turn as a JSON object in ASCII. The text of near documents is left out."""
    nearest = tuple(
        replace(near, document=replace(near.document, text="")) for near in turn.nearest
    )
    return json.dumps(_turn().dump_python(replace(turn, nearest=nearest), mode="json"))


def parse_saved(data: object) -> Turns:
    """The turns of a conversation that a browser kept: {"conversation": …, "turns": [ … ]}.

    Raises ValueError for anything else, and for more than such a conversation can hold: what a
    browser sends may have been made up.
    """
    if not isinstance(data, Mapping):
        raise ValueError(f"expected a saved conversation, got {type(data).__name__}")
    name, kept = data.get("conversation"), data.get("turns")
    if not isinstance(name, str) or not _CONVERSATION.fullmatch(name):
        raise ValueError("the name of a saved conversation is not one that was given out")
    if not isinstance(kept, list) or not 0 < len(kept) <= MAX_SAVED_TURNS:
        raise ValueError(f"a saved conversation has 1 to {MAX_SAVED_TURNS} turns")
    if (length := len(written := json.dumps(kept))) > _MAX_SAVED_CHARACTERS:
        raise ValueError(
            f"the saved conversation has {length} characters, more than {_MAX_SAVED_CHARACTERS}"
        )
    return tuple(_restored(turn, name) for turn in _parsed(written))


def _parsed(written: str) -> list[Turn]:
    try:
        return _turns().validate_json(written)
    except ValidationError as error:
        raise ValueError(f"not a saved turn: {error.errors()[0]['msg']}") from error


def _restored(turn: Turn, conversation: str) -> Turn:
    if len(turn.question) > MAX_QUESTION_CHARACTERS:
        raise ValueError(f"a saved question has {len(turn.question)} characters")
    if len(turn.record_id) > _MAX_RECORD_ID_CHARACTERS:
        raise ValueError(f"a saved record number has {len(turn.record_id)} characters")
    return replace(
        turn,
        conversation=conversation,
        shown=turn.answer.text if turn.answer else "",
        done=True,
        failed=turn.answer is None,
    )


@cache
def _turn() -> TypeAdapter[Turn]:
    return TypeAdapter(Turn)


@cache
def _turns() -> TypeAdapter[list[Turn]]:
    return TypeAdapter(list[Turn])
