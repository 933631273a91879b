"""Where a statement can be cut without tearing a name, a number or a bracket."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PAIRS = {"（": "）", "(": ")", "“": "”", "《": "》", "〔": "〕", "「": "」", "『": "』", "[": "]"}
_CLOSING = frozenset(_PAIRS.values())
_CLAUSE_ENDS = frozenset("，,。；;！!？?\n")
_MEMBER_ENDS = _CLAUSE_ENDS | frozenset("、：:")
_IN_NUMBER = re.compile(r"(?<=\d)[,:：](?=\d)")


def clause_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The clauses that `text[start:end]` lies in, without the marks that end them."""
    return _around(text, start, end, _CLAUSE_ENDS)


def member_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The members of an enumeration that `text[start:end]` lies in, else its clauses."""
    return _around(text, start, end, _MEMBER_ENDS)


def is_balanced(text: str) -> bool:
    """Whether every bracket and quotation mark of `text` has its partner, in order."""
    expected: list[str] = []
    for character in text:
        if character in _PAIRS:
            expected.append(_PAIRS[character])
        elif character in _CLOSING and (not expected or expected.pop() != character):
            return False
    return not expected


def _around(text: str, start: int, end: int, ends: frozenset[str]) -> tuple[int, int]:
    borders = list(_borders(text, ends))
    begin = max((border + 1 for border in borders if border < start), default=0)
    stop = min((border for border in borders if border >= end), default=len(text))
    return begin, stop


def _borders(text: str, ends: frozenset[str]) -> Iterator[int]:
    """The positions of the marks that end a part, outside brackets and numbers."""
    inside = {match.start() for match in _IN_NUMBER.finditer(text)}
    depth = 0
    for position, character in enumerate(text):
        if character in _PAIRS:
            depth += 1
        elif character in _CLOSING:
            depth = max(0, depth - 1)
        elif depth == 0 and character in ends and position not in inside:
            yield position
