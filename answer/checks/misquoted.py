"""Finds places where a line repeats a passage almost, but not quite, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from answer.wording.standing import LABELS

# A difference of so few characters with so many equal ones on either side is no rewording.
_SHORT = 4
_AROUND = 5
_ONE_WORD = 2
_EDGES = re.compile("^(?:-|[0-9]{1,2}[.])|[。;；]+$")
_LABEL = re.compile(f"^(?:{'|'.join(map(re.escape, LABELS))})+")


def misquoted(line: str, passages: Sequence[str]) -> list[str]:
    """The words of `line` that differ by a few characters from a passage they else repeat.

    Words that stand so in another of the `passages` are none. At the border of both, fewer equal
    characters do on that side. Line and passages are compared as they are given: bring them into
    one form first, without blanks.
    """
    line = _LABEL.sub("", _EDGES.sub("", line))
    if any(line in passage for passage in passages):
        return []
    return [
        window
        for passage in passages
        for window in _near_misses(line, _EDGES.sub("", passage))
        if not any(window in other for other in passages)
    ]


def _near_misses(line: str, passage: str) -> Iterator[str]:
    # Without autojunk, which ignores characters that are frequent in long texts.
    blocks = SequenceMatcher(None, passage, line, autojunk=False).get_matching_blocks()
    # An empty block in front stands for the border, as the last one does by itself.
    spans = [(0, 0, 0), *((one.a, one.b, one.size) for one in blocks)]
    for (a, b, size), (next_a, next_b, next_size) in pairwise(spans):
        missing, added = next_a - a - size, next_b - b - size
        if not 0 < max(missing, added) <= _SHORT:
            continue
        behind_border = a == b == 0
        before_border = next_a + next_size == len(passage) and next_b + next_size == len(line)
        if max(size, next_size) < _AROUND:
            continue
        # Beside a border a word must have been exchanged, or a 不 put in between other words.
        nearer = min(size, next_size)
        if nearer < _AROUND and missing != added and not max(missing, added) <= _ONE_WORD <= nearer:
            continue
        if (size >= _AROUND or behind_border) and (next_size >= _AROUND or before_border):
            yield line[max(0, b + size - _AROUND) : next_b + _AROUND]
