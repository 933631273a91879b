"""Tidies the span that the reader marks: tokens do not end where quotations and brackets do."""

from __future__ import annotations

import re

_PAIRS = {"“": "”", "《": "》", "（": "）", "(": ")", "‘": "’", "「": "」", "『": "』", "【": "】"}
_CLOSING = {closing: opening for opening, closing in _PAIRS.items()}
_LOOSE_BEFORE = frozenset("，。；：、！？,.;:!? \n\t　-·") | _CLOSING.keys()
_LOOSE_AFTER = frozenset("，。；：、,;: \n\t　") | _PAIRS.keys()
# What a list in a sentence may begin behind.
_BEFORE_LISTS = "，。；：！？,;:!?\n（(“《-"
_HEADING = re.compile("(?:^|[\n。；])[（(]?[0-9一二三四五六七八九十]+[)）]?、$")


def tidy(text: str, start: int, end: int) -> tuple[int, int]:
    """The span [start, end) without loose punctuation at its ends, pairs of marks completed.

    A mark that opens inside and closes just behind is closed, and the other way round; a mark
    whose partner is further away is left out when it stands at the end. Never empty unless the
    span holds nothing but punctuation; then it comes back as it was.
    """
    first, last = start, end
    while first < last and text[first] in _LOOSE_BEFORE:
        first += 1
    while last > first and text[last - 1] in _LOOSE_AFTER:
        last -= 1
    if first == last:
        return start, end
    first = _start_of_list(text, first)
    inside = text[first:last]
    for opening, closing in _PAIRS.items():
        missing = inside.count(opening) - inside.count(closing)
        if missing == 1:
            if text[last : last + 1] == closing:
                last += 1
            elif text[first] == opening:
                first += 1
        elif missing == -1:
            if first and text[first - 1] == opening:
                first -= 1
            elif text[last - 1] == closing:
                last -= 1
    return (first, last) if first < last else (start, end)


def _start_of_list(text: str, first: int) -> int:
    """Where the list begins that [first, …) would cut: “人形机器人三大领域” is not all three."""
    if text[first - 1 : first] != "、" or _HEADING.search(text[:first]):
        return first
    return max(text.rfind(mark, 0, first) for mark in _BEFORE_LISTS) + 1
