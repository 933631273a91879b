"""What can be chosen in filters and forms: what occurs in the library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from answer.standing.rank import KINDS
from chat.library.entries import Column, Entry, View, shown
from records import DocumentState, TextKind, Validity


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """The values that occur; `states` are those that may be looked at."""

    regions: tuple[str, ...]
    issuing_bodies: tuple[str, ...]
    kinds: tuple[str, ...]
    validities: tuple[Validity, ...]
    text_kinds: tuple[TextKind, ...]
    states: tuple[DocumentState, ...]
    all_kinds: tuple[str, ...] = KINDS
    all_text_kinds: tuple[TextKind, ...] = tuple(TextKind)


def choices_of(entries: Sequence[Entry], *, staff: bool) -> Choices:
    """The choices that these rows give, Chinese ones in the order of their pinyin."""
    hidden = set[DocumentState]() if staff else {DocumentState.WITHDRAWN}
    by_region = shown(
        entries, View(states=tuple(DocumentState), sort=Column.REGION, descending=False)
    )
    kinds, validities = {one.kind for one in entries}, {one.validity for one in entries}
    text_kinds = {one.text_kind for one in entries}
    return Choices(
        regions=tuple(dict.fromkeys(one.region for one in by_region if one.region)),
        issuing_bodies=tuple(sorted({one.issuing_body for one in entries if one.issuing_body})),
        kinds=tuple([one for one in KINDS if one in kinds] + sorted(kinds - set(KINDS) - {""})),
        validities=tuple(one for one in Validity if one in validities),
        text_kinds=tuple(one for one in TextKind if one in text_kinds),
        states=tuple(one for one in DocumentState if one not in hidden),
    )
