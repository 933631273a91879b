"""Cuts a text into pieces of about the length of passages."""

from __future__ import annotations

import itertools
import re

from train.examples import Example

# A shorter rest is no text to ask about.
SHORTEST = 40
_SENTENCE = re.compile(r"[^。！？；!?\n]*[。！？；!?\n]*")
_HEADING = re.compile(r"^#+ ", re.MULTILINE)


def pieces(example: Example, size: int) -> list[tuple[int, int]]:
    """The pieces [start, end) of the example's text: about `size` characters, together all of it.

    They end with sections where the text has headings, else with sentences. The answer is never
    cut.
    """
    cut: list[tuple[int, int]] = []
    begin = 0
    for start, end in _units(example.context):
        inside = example.answerable and example.start < start < example.end
        if start > begin and end - begin > size and not inside:
            cut.append((begin, start))
            begin = start
    return [*cut, (begin, len(example.context))] if begin < len(example.context) else cut


def piece_of_answer(example: Example, cut: list[tuple[int, int]]) -> tuple[int, int]:
    """The piece that holds the answer."""
    return next((start, end) for start, end in cut if start <= example.start and example.end <= end)


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences [start, end) of a text, together all of it."""
    return [found.span() for found in _SENTENCE.finditer(text) if found.group()]


def _units(text: str) -> list[tuple[int, int]]:
    if headings := [found.start() for found in _HEADING.finditer(text)]:
        borders = sorted({0, *headings, len(text)})
        return list(itertools.pairwise(borders))
    return sentences(text)
