"""Both languages of the desk say everything, with the same places to fill in."""

from __future__ import annotations

from dataclasses import fields

from chat.desk_room.strings import CHINESE, ENGLISH, DeskStrings
from tests.chat.test_strings import places


def test_no_text_is_empty_and_places_agree() -> None:
    for entry in fields(DeskStrings):
        chinese, english = getattr(CHINESE, entry.name), getattr(ENGLISH, entry.name)
        if isinstance(chinese, str):
            assert chinese, entry.name
            assert english, entry.name
            assert places(chinese) == places(english), entry.name
    assert CHINESE.actions.keys() == ENGLISH.actions.keys()
