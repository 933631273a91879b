"""Which candidates are clause numbers: those that count.

A number alone at the start of a real line is believed. Anywhere else it takes company: a first
number needs its second, any other the one before it. So structure is found in texts without line
breaks too, and a stray “三、” or “第六条” in a sentence is not taken for structure.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import pairwise

from .headings import is_short_line
from .lines import Place
from .markers import MARKDOWN, Marker

_LOOK_AHEAD = 60  # candidates of one style: the longest list of sub-items to look past
_GAP = 3  # numbers that may be missing where a line is only likely to begin
_MEMBER_AHEAD = "；;：:"


def believed(
    text: str, found: list[Marker], *, inside: bool = False
) -> tuple[list[Marker], list[Marker]]:
    """Split candidates into clauses and members, both in order; the rest is dropped.

    Members are numbers inside a sentence (……：（一）……；（二）……): they may be quoted one by one
    but the sentence is not taken apart by them. A text from `inside` a document may lack the
    neighbours that prove a number, so there the start of a likely line is enough.
    """
    styles: dict[str, list[Marker]] = {}
    dotted: list[Marker] = []
    for marker in found:
        if marker.parts:
            dotted.append(marker)
        else:
            styles.setdefault(marker.style, []).append(marker)
    kept: list[Marker] = []
    chapters = _dotted_list(dotted)
    kept += chapters
    if dotted and not chapters:
        styles.setdefault("dot", []).extend(_first_parts(dotted))
        styles["dot"].sort(key=_start)
    for style, markers in styles.items():
        kept += _kept(style, markers, inside=inside)
    members = [marker for marker in kept if _is_member(marker)]
    clauses = sorted((marker for marker in kept if not _is_member(marker)), key=_start)
    first = _first_under_heading(text, found, clauses)
    return sorted([*clauses, *first], key=_start), sorted(members, key=_start)


def _start(marker: Marker) -> int:
    """Return where a marker begins, to sort by."""
    return marker.start


def _first_under_heading(text: str, found: list[Marker], clauses: list[Marker]) -> list[Marker]:
    """Return first numbers right after a numbered heading: “二、工作要求 （一）……” is sure."""
    starts = [marker.start for marker in clauses]
    first: list[Marker] = []
    for marker in found:
        if marker.value != 1 or marker.weak or marker.place is not Place.BLANK:
            continue
        at = bisect_left(starts, marker.start)
        if not at or starts[at : at + 1] == [marker.start]:
            continue
        if is_short_line(text[clauses[at - 1].content : marker.start].strip()):
            first.append(marker)
    return first


def _is_member(marker: Marker) -> bool:
    """Tell whether a believed number stands inside a sentence."""
    return marker.place is Place.TIGHT and bool(marker.after) and marker.after in _MEMBER_AHEAD


def _dotted_list(dotted: list[Marker]) -> list[Marker]:
    """Return “1”, “1.1”, “1.2”, “2.1” … if they number clauses: three or more, ascending.

    The list may begin anew, as it does after a table of contents. A bare “2” belongs to it where
    its “2.1” comes next.
    """
    numbers = [marker for marker in dotted if len(marker.parts) > 1]
    ascending = all(
        first.parts < second.parts or set(second.parts) == {1}
        for first, second in pairwise(numbers)
    )
    if len(numbers) < 3 or not ascending:
        return []
    return [
        marker
        for at, marker in enumerate(dotted)
        if len(marker.parts) > 1
        or (at + 1 < len(dotted) and dotted[at + 1].parts == (marker.value, 1))
    ]


def _first_parts(dotted: Iterable[Marker]) -> list[Marker]:
    """Read “2.10月底前” as item 2, for want of a list of dotted numbers."""
    return [
        Marker(
            marker.start,
            marker.start + len(str(marker.parts[0])) + 1,
            "dot",
            marker.parts[0],
            str(marker.parts[0]),
            marker.place,
            weak=True,
            after=marker.after,
        )
        for marker in dotted
        if len(marker.parts) == 2
    ]


def _kept(style: str, markers: list[Marker], *, inside: bool) -> list[Marker]:
    """Return the candidates of one style that are believed, in order."""
    if style in MARKDOWN or style == "question":
        return markers
    kept: list[Marker]
    if style == "bracket":
        kept = [marker for marker in markers if marker.place >= Place.BLANK]
        return kept if len(kept) > 1 else []
    kept = []
    current: int | None = None
    for at, marker in enumerate(markers):
        likely = inside and not marker.weak and marker.place >= Place.SOFT
        if likely or _believe(marker, current, markers[at + 1 : at + 1 + _LOOK_AHEAD]):
            kept.append(marker)
            current = marker.value
    return kept


def _believe(marker: Marker, current: int | None, later: list[Marker]) -> bool:
    """Decide on one candidate, given the number believed last and the candidates to come."""
    value = marker.value
    if value == 0:
        return marker.place >= Place.SOFT
    if current is not None and value == current + 1:
        if marker.weak:
            return marker.place >= Place.SOFT and not _comes(value, later, weak=False)
        return True
    if value == 1:
        alone = marker.place is Place.HARD and not marker.weak and marker.style != "letter"
        return alone or _comes(2, later, weak=marker.place >= Place.SOFT)
    if marker.weak or marker.style == "letter":
        return False
    if marker.place is Place.HARD:
        return True
    near = current is not None and 0 < value - current <= _GAP
    goes_on = bool(later) and later[0].value == value + 1 and later[0].place >= marker.place
    if marker.place is Place.SOFT:
        return near or goes_on
    return marker.place is Place.BLANK and near and goes_on


def _comes(value: int, later: list[Marker], *, weak: bool) -> bool:
    """Tell whether `value` follows before its list begins anew.

    With `weak`, a weak candidate counts too where a line is likely to begin.
    """
    for marker in later:
        if marker.value == value and (not marker.weak or (weak and marker.place >= Place.SOFT)):
            return True
        if marker.value == 1:
            return False
    return False
