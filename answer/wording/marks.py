"""The markers of an answer, and document text made fit to stand beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable

MARKER = re.compile(r"\s*\[\d+\]")
_LOOKS_LIKE_MARKER = re.compile(r"\[(\d+)\]")


def escape_markers(text: str) -> str:
    """The text of a document, with what looks like one of our markers set in full width."""
    return _LOOKS_LIKE_MARKER.sub(r"［\1］", text)


def inner_quotes(quote: str) -> str:
    """The quote on one line, without the full stop that would double the sentence's own."""
    return escape_markers(" ".join(quote.split())).rstrip("。;；")


def without_markers(text: str) -> str:
    """An answer's text without its markers and the blanks before them."""
    return MARKER.sub("", text)


def markers(numbers: Iterable[int]) -> str:
    """The markers to stand behind a text: “ [1][2]”, each number once; "" without numbers."""
    marked = "".join(f"[{number}]" for number in dict.fromkeys(numbers))
    return f" {marked}" if marked else ""
