"""Everything in a text that looks like the number of a clause.

This module only collects candidates, each with how sure it is on its own; whether a candidate
is believed depends on its neighbours, see `sequences`. False friends that can be told without
neighbours are left out here: “第三条生产线” is no article, “1.5万元” no item, “（二）项”
a reference.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .lines import Line, Place
from .number_patterns import CANDIDATE, FIGURE_UNIT, NAMED_REFERENCE, NOT_NAMED, REFERENCE
from .numerals import CHINESE, number

_NUMBERS = {
    "annex": "annex_n", "named": "named_n", "comma": "comma_n", "paren": "paren_n",
    "figure": "figure_n", "half": "half_n", "dot": "dot_n", "letter": "letter_n",
}  # fmt: skip
_SAME = {"circled": "figure", "stop": "dot", "chinese": "paren"}  # one sign, the same list
PLAIN = "plain"  # a heading line without a number
MARKDOWN = ("h1", "h2", "h3", "h4", "h5", "h6")
DOTTED = ("dotted1", "dotted2", "dotted3", "dotted4")
_LINE_ONLY = {"letter", "dotted", "bare", "roman", "heading", "question"}
_BLANKS = re.compile(r"[\s*]*")
_ANNEX_BLANKS = re.compile(r"[\s*：:.．、]*")


@dataclass(frozen=True, slots=True)
class Marker:
    """A candidate: where it begins, where its text begins, what style of number, which number.

    `weak` marks one that needs a neighbour to be believed. `place` tells how sure it is that a
    line begins here. `label` is the number as people cite it.
    """

    start: int
    content: int
    style: str
    value: int
    label: str
    place: Place
    weak: bool = False
    parts: tuple[int, ...] = ()
    after: str = ""


def candidates(text: str, found_lines: list[Line]) -> list[Marker]:
    """Return what looks like a clause number in `text`, in order; they do not overlap."""
    places = {line.start: line.place for line in found_lines}
    found: list[Marker] = []
    for match in CANDIDATE.finditer(text):
        place = _place(text, match.start(), places)
        if found and found[-1].style == "annex" and match.start() == found[-1].content:
            place = max(place, Place.SOFT)  # the list in “附件：1.……”
        marker = _marker(text, match, place)
        if marker is not None:
            found.append(marker)
    return found


def _place(text: str, start: int, places: dict[int, Place]) -> Place:
    """Return how sure it is that a line begins at `start`; bold asterisks do not count."""
    at = start
    while at and text[at - 1] == "*":
        at -= 1
    place = places.get(at)
    if place is not None:
        return place
    return Place.BLANK if at and text[at - 1].isspace() else Place.TIGHT


def _marker(text: str, match: re.Match[str], place: Place) -> Marker | None:
    """Turn a match into a candidate, or None when it is certainly something else."""
    kind = match.lastgroup or ""
    if kind in _LINE_ONLY and place < Place.SOFT:
        return None
    end = match.end()
    following = text[end : end + 12]
    blanks = _ANNEX_BLANKS if kind == "annex" else _BLANKS
    content = _after(blanks, text, end)
    written = match.group()
    if kind in ("dotted", "bare"):
        return _dotted(match, following, content, place)
    value = _value(match, kind)
    if value is None or value > 199 or (value == 0 and kind not in _UNNUMBERED):
        return None
    if kind == "named":
        return _named(match, value, following, content, place)
    if kind in ("paren", "figure") and REFERENCE.match(following):
        return None
    style = f"h{len(match['level'])}" if kind == "heading" else _SAME.get(kind, kind)
    weak = _weak(kind, value, following) or (kind == "annex" and place < Place.SOFT)
    after = text[match.start() - 1] if match.start() else ""
    return Marker(
        match.start(), content, style, value, _label(kind, written, match), place, weak, (), after
    )


_UNNUMBERED = {"annex", "bracket", "question", "heading"}


def _after(skipped: re.Pattern[str], text: str, at: int) -> int:
    """Return where `skipped`, which may be empty, ends when it begins at `at`."""
    found = skipped.match(text, at)
    return found.end() if found else at


def _value(match: re.Match[str], kind: str) -> int | None:
    """Return the number of a candidate, 0 where its style has none."""
    if kind in _NUMBERS:
        written = match[_NUMBERS[kind]]
        return number(written) if written else 0
    if kind in _UNNUMBERED:
        return 0
    return number(match.group())


def _named(
    match: re.Match[str], value: int, following: str, content: int, place: Place
) -> Marker | None:
    """Return a 第…章 or 第…条, weak unless a blank or bracket sets it off from its text."""
    unit = match["unit"]
    set_off = not following or following[0] in " \t\u3000\xa0\n\r\u2002\u2003【（(：:*"
    if not set_off:
        not_named = NOT_NAMED.get(unit)
        if unit == "部分" or NAMED_REFERENCE.match(following):
            return None
        if not_named is not None and not_named.match(following):
            return None
    label = re.sub(r"\s", "", match.group())
    return Marker(match.start(), content, unit, value, label, place, not set_off)


def _dotted(match: re.Match[str], following: str, content: int, place: Place) -> Marker | None:
    """Return a “2.3.1” or a “2” of such a list; with a unit after it, it is a figure."""
    if FIGURE_UNIT.match(following):
        return None
    parts = tuple(int(part) for part in re.split("[.．]", match.group()))
    label = ".".join(str(part) for part in parts)
    return Marker(
        match.start(), content, f"dotted{len(parts)}", parts[-1], label, place, True, parts
    )


def _weak(kind: str, value: int, following: str) -> bool:
    """Tell whether what follows makes the number doubtful: “1.5万元”, “一、二级医院”."""
    rest = following.lstrip()
    if not rest:
        return False
    if kind in ("dot", "half") and rest[0].isdecimal():
        return re.match(r"(?:19|20)\d\d\s?年", rest) is None
    if kind == "comma":
        then = re.match(f"[{CHINESE}]+", rest)
        return then is not None and number(then.group()) == value + 1
    return False


def _label(kind: str, written: str, match: re.Match[str]) -> str:
    """Return the number as people cite it: “（二）” also for “(二)”, “4” for “4.”."""
    compact = re.sub(r"[\s*]", "", written)
    if kind in ("paren", "figure"):
        return f"（{compact[1:-1]}）"
    if kind == "half":
        return f"{compact[:-1]}）"
    if kind == "comma":
        return f"{compact[:-1]}、"
    if kind in ("dot", "letter"):
        return compact[:-1]
    if kind == "question":
        return compact.rstrip("：:")
    if kind == "heading":
        return ""
    return match["bracket_n"] if kind == "bracket" else compact
