"""The checks that say whether a storage is sound."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from index.database import DATABASE
from index.fulltext import TextIndex
from index.inspection import problems_of
from index.vectors import VectorIndex
from tests.small_storage import SmallStorage


def problems(storage: SmallStorage) -> list[str]:
    with storage.open() as store:
        return problems_of(store)


def tamper(storage: SmallStorage, statement: str) -> None:
    with closing(sqlite3.connect(storage.folder / DATABASE)) as connection:
        connection.execute(statement)
        connection.commit()


def test_a_sound_storage(tiny_storage: SmallStorage) -> None:
    assert problems(tiny_storage) == []


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE passages SET start = start + 5 WHERE start > 0", "voucher: [28, 35)"),
        ("UPDATE passages SET end = end - 5", "没有收入任何段落"),
        ("UPDATE passages SET start = start - 9 WHERE start > 0", "overlaps"),
        ("DELETE FROM passages WHERE document_id = 'loan'", "loan: [0, …)"),
        ("DELETE FROM passages WHERE document_id = 'loan'", "vectors.faiss: 多 1 段"),
        ("DELETE FROM passages WHERE document_id = 'loan'", "fulltext: 多 1 段"),
        ("DELETE FROM vectors", "dangling reference in passages"),
    ],
)
def test_what_is_wrong_is_named(tiny_storage: SmallStorage, statement: str, expected: str) -> None:
    tamper(tiny_storage, statement)
    assert any(expected in problem for problem in problems(tiny_storage))


def test_missing_entries_are_named_with_the_command(tiny_storage: SmallStorage) -> None:
    VectorIndex().save(tiny_storage.folder)
    with tiny_storage.open() as store:
        keys = list(store.passage_keys())
        TextIndex(store.folder).level_with(store, keys[1:])
    vectors, text = problems(tiny_storage)
    assert "vectors.faiss: 缺 5 段，运行 python -m ingest" in vectors
    assert "fulltext: 缺 1 段，运行 python -m ingest" in text
    tiny_storage.update()
    assert problems(tiny_storage) == []


def test_an_index_that_holds_more_than_it_lists_is_named(
    tiny_storage: SmallStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    with tiny_storage.open() as store:
        keys = list(store.passage_keys())
        text = TextIndex(store.folder)
        monkeypatch.setattr(text, "keys", lambda: set(keys[1:]))
        text.level_with(store, keys)
    (problem,) = problems(tiny_storage)
    assert "有 6 段，应有 5 段" in problem
    assert str(tiny_storage.folder / "fulltext") in problem
