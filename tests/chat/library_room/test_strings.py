"""Both languages of the room say everything, with the same places to fill in."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from answer.standing.rank import KINDS
from chat.library_room.strings import CHINESE, ENGLISH, LibraryStrings
from records import DocumentState, TextKind
from tests.chat.test_strings import hold_no_empty_text_and_like_places


def test_no_text_is_empty_and_places_agree() -> None:
    hold_no_empty_text_and_like_places(CHINESE, ENGLISH)
    for entry in fields(LibraryStrings):
        chinese, english = getattr(CHINESE, entry.name), getattr(ENGLISH, entry.name)
        if not isinstance(chinese, str):
            assert chinese.keys() == english.keys(), entry.name


def test_the_library_has_one_name() -> None:
    root = Path(__file__).parents[3]
    sources = [
        path
        for package in ("answer", "chat", "index", "ingest")
        for path in (root / package).rglob("*")
        if path.suffix in (".py", ".html", ".js")
    ]
    assert sources
    assert [path for path in sources if "资料库" in path.read_text("utf-8")] == []


def test_everything_that_is_named_has_a_name() -> None:
    for strings in (CHINESE, ENGLISH):
        assert set(strings.kinds) == set(KINDS)
        assert set(strings.states) == set(DocumentState)
        assert set(strings.text_kinds) == set(TextKind)
