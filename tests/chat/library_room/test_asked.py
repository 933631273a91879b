"""What a page could send is taken as the default, or refused."""

from __future__ import annotations

import gradio as gr
import pytest

from chat.library.entries import Column
from chat.library_room.asked import PAGE, data_of, fields_in, look_in, number_in
from chat.malformed import Malformed
from records import DocumentState


def test_nonsense_is_the_default() -> None:
    look = look_in(
        {"sort": "x", "validity": 3, "text_kind": "poem", "most": "many", "state": ["all"]},
        staff=False,
    )
    assert (look.view.sort, look.view.validity, look.view.text_kind) == (
        Column.PUBLISHED,
        None,
        None,
    )
    assert look.most == PAGE
    assert set(look.view.states) == {DocumentState.CURRENT}


@pytest.mark.parametrize("state", ["withdrawn", "all"])
def test_the_public_cannot_ask_for_what_was_withdrawn(state: str) -> None:
    assert DocumentState.WITHDRAWN not in look_in({"state": state}, staff=False).view.states
    assert DocumentState.WITHDRAWN in look_in({"state": state}, staff=True).view.states


def test_only_fields_of_the_form_are_taken() -> None:
    given = {"fields": {"title": "甲", "text": "乙", "state": "current", "region": 3}}
    assert fields_in(given) == {"title": "甲"}
    assert fields_in({"fields": ["title"]}) == {}


def test_numbers_are_whole() -> None:
    assert number_in({"serial": True}, "serial") == 0
    assert number_in({"serial": 4}, "serial") == 4


def test_no_data_is_refused() -> None:
    with pytest.raises(Malformed):
        data_of(gr.EventData(None, "x"))
