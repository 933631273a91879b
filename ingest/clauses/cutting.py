"""How a line that is too long for one passage may be cut.

Sentences first. A sentence stays whole up to one and a half times the limit, one that is a list
(……；……；……) up to three times, because its members only make sense under their common opening.
Longer ones are cut between members, then after commas, then at blanks, and at last anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum

from .punctuation import Border, spans
from .rows import is_row

_WHOLE_LIST = 3.0  # times the limit
_WHOLE_SENTENCE = 1.5  # times the limit
_SCRAP = 0.1  # times the limit: parts below this are not worth cutting at
_WORD = re.compile(r"\s*\S+\s*")

Piece = tuple[int, int, "Edge"]


class Edge(IntEnum):
    """What stands before a part of a text; lower is a better place to cut."""

    SECTION = 0
    CLAUSE = 1
    LINE = 2
    SENTENCE = 3
    MEMBER = 4
    COMMA = 5
    BLANK = 6
    NOTHING = 7


def pieces(text: str, start: int, end: int, limit: int) -> Iterator[Piece]:
    """Yield the parts of the line `text[start:end]` as start, end and the edge before each.

    A line within the limit is one part. No part begins or ends with a blank.
    """
    if end - start <= limit or (is_row(text[start:end]) and end - start <= _WHOLE_LIST * limit):
        yield start, end, Edge.LINE
        return
    for first, last in spans(text, start, end, Border.SENTENCE):
        for piece_start, piece_end, edge in _sentence(text, first, last, limit):
            part = text[piece_start:piece_end]
            piece_start += len(part) - len(part.lstrip())
            piece_end -= len(part) - len(part.rstrip())
            if piece_start < piece_end:
                yield piece_start, piece_end, edge


def _sentence(text: str, start: int, end: int, limit: int) -> Iterator[Piece]:
    """Keep a sentence whole up to its maximum, then cut between the members of its list."""
    if end - start <= _WHOLE_SENTENCE * limit:
        yield start, end, Edge.SENTENCE
        return
    members = spans(text, start, end, Border.MEMBER)
    if len(members) > 1 and end - start <= _WHOLE_LIST * limit:
        yield start, end, Edge.SENTENCE
        return
    yield from _without_scraps(_members(text, members, limit), limit)


def _members(text: str, members: list[tuple[int, int]], limit: int) -> Iterator[Piece]:
    """Yield the members of a list, those that are too long in parts."""
    for at, (first, last) in enumerate(members):
        edge = Edge.MEMBER if at else Edge.SENTENCE
        if last - first <= _WHOLE_SENTENCE * limit:
            yield first, last, edge
        else:
            yield from _member(text, first, last, limit, edge)


def _member(text: str, start: int, end: int, limit: int, edge: Edge) -> Iterator[Piece]:
    """Cut after commas, where there are none for too long at blanks, and at last anywhere."""
    for first, last in spans(text, start, end, Border.COMMA):
        if last - first <= limit:
            yield first, last, edge
        else:
            for word in _WORD.finditer(text, first, last):
                for at in range(word.start(), word.end(), limit):
                    yield at, min(at + limit, word.end()), edge
                    edge = Edge.NOTHING
                edge = Edge.BLANK
        edge = Edge.COMMA


def _without_scraps(parts: Iterator[Piece], limit: int) -> Iterator[Piece]:
    """Join touching parts until each is worth a cut: a long row of short words is no choice."""
    start, end, edge = next(parts)
    for next_start, next_end, next_edge in parts:
        if end - start >= _SCRAP * limit:
            yield start, end, edge
            start, edge = next_start, next_edge
        end = next_end
    yield start, end, edge
