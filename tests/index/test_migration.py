"""A storage of the schema before this one is used as it is, vectors and all."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from index.database import DATABASE
from index.errors import StorageMismatch
from index.inspection import problems_of
from index.library import LibraryFolder
from index.store import Store
from tests.small_storage import SmallStorage, tiny_identity


@pytest.fixture
def older(tiny_storage: SmallStorage) -> SmallStorage:
    """As schema 1 left it."""
    with closing(sqlite3.connect(tiny_storage.folder / DATABASE)) as connection, connection:
        connection.execute("DROP TABLE states")
        connection.execute("UPDATE meta SET value = '1' WHERE key = 'schema'")
    return tiny_storage


def test_an_older_storage_is_brought_up_to_date_and_keeps_everything(older: SmallStorage) -> None:
    with older.open() as store:
        assert store.identity() == tiny_identity()
        assert {one.id for one in store.documents()} == {"voucher", "housing", "loan"}
        assert problems_of(store, LibraryFolder(older.folder / "none")) == []
    older.embedder.embedded.clear()
    assert older.update().unchanged == 3
    assert older.embedder.embedded == []
    assert older.found("补贴") == {"voucher", "housing", "loan"}


def test_two_that_open_it_at_once(older: SmallStorage) -> None:
    with older.open() as first, older.open() as second:
        assert first.documents() == second.documents()


def test_a_program_that_has_it_open_goes_on_reading(older: SmallStorage) -> None:
    with closing(sqlite3.connect(older.folder / DATABASE)) as reader:
        assert reader.execute("SELECT count(*) FROM documents").fetchone() == (3,)
        older.open().close()
        assert reader.execute("SELECT count(*) FROM documents").fetchone() == (3,)


def test_an_unknown_schema_is_left_alone(tiny_storage: SmallStorage) -> None:
    with closing(sqlite3.connect(tiny_storage.folder / DATABASE)) as connection, connection:
        connection.execute("UPDATE meta SET value = '99' WHERE key = 'schema'")
    with pytest.raises(StorageMismatch, match="'99'"):
        tiny_storage.open()
    with Store.open_as_is(tiny_storage.folder) as store:
        assert store.identity().schema == "99"
