"""What is held of files that were uploaded and not saved yet."""

from __future__ import annotations

import json

import pytest

from chat.library.errors import NotStaged
from tests.chat.library.library_service import RENT, Room

LIMITS = "chat.library.staging."


def collection(count: int) -> str:
    """A .jsonl file of so many documents."""
    texts = (RENT.replace("20元", f"{number}元") for number in range(count))
    return "\n".join(
        json.dumps({"id": f"d{at}", "title": f"办法{at}", "text": text})
        for at, text in enumerate(texts)
    )


def is_held(room: Room, token: str) -> bool:
    try:
        room.service.staged(token)
    except NotStaged:
        return False
    return True


def test_documents_of_a_collection_count(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    # A single file counts for its bytes, some two a character, and four a character of its text.
    monkeypatch.setattr(f"{LIMITS}MOST_HELD_BYTES", 14 * len(RENT))
    first = room.staged_file(collection(2), "all.jsonl").documents
    second = room.stage()
    assert [is_held(room, one.token) for one in (*first, second)] == [False, True, True]


@pytest.mark.parametrize(("limit", "most"), [("MOST_STAGED", 3), ("MOST_HELD_BYTES", 1)])
def test_a_file_is_held_as_a_whole(
    room: Room, monkeypatch: pytest.MonkeyPatch, limit: str, most: int
) -> None:
    monkeypatch.setattr(LIMITS + limit, most)
    before = room.stage()
    documents = room.staged_file(collection(3), "all.jsonl").documents
    assert [is_held(room, one.token) for one in documents] == [True] * 3
    assert not is_held(room, before.token)


def test_a_file_of_too_many_documents_is_refused(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"{LIMITS}MOST_STAGED", 2)
    before = room.stage()
    file = room.staged_file(collection(3), "all.jsonl")
    assert file.problem is not None
    assert "3 份文档，最多 2 份" in file.problem.zh
    assert "3 documents, and 2 are the most" in file.problem.en
    assert "python -m ingest" in file.problem.en
    assert is_held(room, before.token)
