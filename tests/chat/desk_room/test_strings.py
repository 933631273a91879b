"""Both languages of the desk say everything, with the same places to fill in."""

from __future__ import annotations

from chat.desk_room.strings import CHINESE, ENGLISH
from tests.chat.test_strings import hold_no_empty_text_and_like_places


def test_no_text_is_empty_and_places_agree() -> None:
    hold_no_empty_text_and_like_places(CHINESE, ENGLISH)
    assert CHINESE.actions.keys() == ENGLISH.actions.keys()
