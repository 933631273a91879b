"""A document's text as lines to show, with the quoted words marked in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise


class LineKind(StrEnum):
    """How a line looks."""

    HEADING = "heading"
    CLAUSE = "clause"
    ITEM = "item"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line. `syntax` is Markdown that only says how the line looks."""

    text: str
    marked: bool = False
    syntax: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One non-blank line of a text."""

    kind: LineKind
    pieces: tuple[Piece, ...]


_HEADING = re.compile(r"\s*#{1,6}\s+")
_ITEM = re.compile(r"\s*[-*+•]\s+")
_NUMBER = r"[一二三四五六七八九十百零〇\d]{1,6}"
_CHAPTER = re.compile(rf"\s*第{_NUMBER}[编章节]")
_CLAUSE = re.compile(rf"\s*(?:第{_NUMBER}条|{_NUMBER}、)")


def lines(text: str, start: int, end: int, quote: tuple[int, int] | None = None) -> list[Line]:
    """The non-blank lines of `text[start:end]`, with the characters of `quote` marked.

    All offsets count characters of `text`. The words of the marked pieces, joined, are the quote
    without its line breaks.
    """
    result = []
    position = start
    for raw in text[start:end].splitlines(keepends=True):
        content = raw.rstrip()
        if content:
            result.append(_line(content, position, quote))
        position += len(raw)
    return result


def _line(content: str, position: int, quote: tuple[int, int] | None) -> Line:
    kind, syntax = _kind(content)
    mark_start, mark_end = quote or (0, 0)
    cuts = {0, syntax, len(content)}
    cuts |= {cut for cut in (mark_start - position, mark_end - position) if 0 < cut < len(content)}
    borders = sorted(cuts)
    pieces = tuple(
        Piece(
            content[left:right],
            marked=mark_start <= position + left and position + right <= mark_end,
            syntax=right <= syntax,
        )
        for left, right in pairwise(borders)
    )
    return Line(kind, pieces)


def _kind(content: str) -> tuple[LineKind, int]:
    """How a line looks and how many of its first characters are Markdown."""
    if match := _HEADING.match(content):
        return LineKind.HEADING, match.end()
    if match := _ITEM.match(content):
        return LineKind.ITEM, match.end()
    if _CHAPTER.match(content):
        return LineKind.HEADING, 0
    if _CLAUSE.match(content):
        return LineKind.CLAUSE, 0
    return LineKind.TEXT, 0
