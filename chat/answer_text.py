"""An answer's text: cut into pieces to stream, and into words and markers to show."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from records import Citation

Pieces = Callable[[str], Iterator[str]]
"""Cuts a text into pieces that are shown one after the other; joined they are the text."""

_MARKER = re.compile(r"\[(\d{1,3})\]")
# A clause ends at a stop or comma, with what closes it (quotes, brackets, markers) kept on.
_CLAUSE = re.compile(r"[^，。；！？;\n]*(?:[，。；！？;\n]+(?:[”’」』）》\s]|\[\d{1,3}\])*|$)")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of an answer: plain words, or with `citation` its marker.

    A marker is not to stand alone on a line, so it carries the character before it in `text`.
    """

    text: str
    citation: Citation | None = None


def answer_pieces(text: str) -> Iterator[str]:
    """The clauses of `text` in order. A marker is never cut and stays with what it stands for."""
    return (match.group() for match in _CLAUSE.finditer(text) if match.group())


def paragraphs(text: str, citations: Sequence[Citation]) -> list[list[Segment]]:
    """The non-blank lines of `text`, each as words and markers.

    Brackets around a number that no citation has are words like any other.
    """
    by_number = {citation.number: citation for citation in citations}
    return [_segments(line, by_number) for line in text.splitlines() if line.strip()]


def _segments(line: str, by_number: dict[int, Citation]) -> list[Segment]:
    segments: list[Segment] = []
    position = 0
    for match in _MARKER.finditer(line):
        citation = by_number.get(int(match.group(1)))
        if citation is None:
            continue
        before = line[position : match.start()]
        if before[:-1]:
            segments.append(Segment(before[:-1]))
        segments.append(Segment(before[-1:], citation))
        position = match.end()
    if position < len(line):
        segments.append(Segment(line[position:]))
    return segments
