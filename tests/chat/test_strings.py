"""Both languages say everything, with the same places to fill in."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from string import Formatter

from chat.strings import CHINESE, ENGLISH
from records import TextKind, Validity


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def hold_no_empty_text_and_like_places(chinese: object, english: object) -> None:
    """What the texts of a room, a dataclass in two languages, have to be."""
    assert is_dataclass(chinese)
    for entry in fields(chinese):
        ours, theirs = getattr(chinese, entry.name), getattr(english, entry.name)
        if isinstance(ours, str):
            assert ours, entry.name
            assert theirs, entry.name
            assert places(ours) == places(theirs), entry.name


def test_no_text_is_empty_and_places_agree() -> None:
    hold_no_empty_text_and_like_places(CHINESE, ENGLISH)


def test_every_validity_and_kind_has_a_label_of_its_own() -> None:
    for strings in (CHINESE, ENGLISH):
        assert set(strings.validity) == set(Validity)
        assert set(strings.text_kind) == set(TextKind)
        assert len(set(strings.validity.values())) == len(Validity)
