"""Where lines begin and end, also in texts whose line breaks have become blanks.

Many policy documents come from web pages with every line break turned into a blank. Two traces
of the lost breaks are safe to read: the indent of a paragraph (two ideographic spaces, or blanks
as wide), and a blank after a full stop, which Chinese typesetting does not have.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

NEWLINES = "\n\r\v\f\x85\u2028\u2029"
_BREAK = re.compile(rf"\s{{2,}}|[{NEWLINES}]|(?<=[。！？!?])\s|(?<=[。！？!?][”’）)」』])\s")
_NEWLINE = re.compile(f"[{NEWLINES}]")
_INDENT_WIDTH = 4  # in half-width columns: the two ideographic spaces that open a paragraph


class Place(IntEnum):
    """How sure it is that a line begins at a position; higher is surer."""

    TIGHT = 0
    BLANK = 1
    SOFT = 2
    HARD = 3


class Line(NamedTuple):
    """A line without the blanks around it, and whether a real line break stands before it."""

    start: int
    end: int
    place: Place


def lines(text: str) -> list[Line]:
    """Return the non-blank lines of `text` in order; see the module for what ends a line."""
    found: list[Line] = []
    start = 0
    place = Place.HARD
    for match in _BREAK.finditer(text):
        kind = _kind(text, match.start(), match.group())
        if kind is Place.BLANK:
            continue
        _add(found, text, start, match.start(), place)
        start, place = match.end(), kind
    _add(found, text, start, len(text), place)
    return found


def _add(found: list[Line], text: str, start: int, end: int, place: Place) -> None:
    """Append `[start, end)` without the blanks around it, unless nothing is left."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    if start < end:
        found.append(Line(start, end, place))


def _kind(text: str, start: int, blanks: str) -> Place:
    """Return what the run of blanks that begins at `start` is worth as a line break."""
    if _NEWLINE.search(blanks):
        return Place.HARD
    width = len(blanks) + blanks.count("\u3000") + blanks.count("\u2003")
    if width >= _INDENT_WIDTH:
        return Place.SOFT
    before = text[max(0, start - 2) : start].rstrip("”’）)」』")
    return Place.SOFT if before and before[-1] in "。！？!?" else Place.BLANK
