"""Both languages say everything, with the same places to fill in."""

from __future__ import annotations

from dataclasses import fields
from string import Formatter

from chat.strings import CHINESE, ENGLISH, Strings
from records import TextKind, Validity


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_no_text_is_empty_and_places_agree() -> None:
    for entry in fields(Strings):
        chinese, english = getattr(CHINESE, entry.name), getattr(ENGLISH, entry.name)
        if isinstance(chinese, str):
            assert chinese, entry.name
            assert english, entry.name
            assert places(chinese) == places(english), entry.name


def test_every_validity_and_kind_has_a_label_of_its_own() -> None:
    for strings in (CHINESE, ENGLISH):
        assert set(strings.validity) == set(Validity)
        assert set(strings.text_kind) == set(TextKind)
        assert len(set(strings.validity.values())) == len(Validity)
