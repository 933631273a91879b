"""The storage in SQLite."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from index import locks
from index.database import DATABASE
from index.errors import (
    EmbeddingError,
    StorageBusy,
    StorageDamaged,
    StorageMismatch,
    StorageMissing,
    StorageReplaced,
)
from index.locks import writer_lock
from index.store import Store
from tests.small_storage import DIMENSION, make_document, put, tiny_identity


@pytest.fixture
def store(fast_path: Path) -> Store:
    return Store.create(fast_path / "storage", tiny_identity())


def reopened(store: Store) -> Store:
    return Store.open(store.folder, tiny_identity())


def counts(store: Store) -> tuple[int, int]:
    """How many documents and vectors there are."""
    with closing(sqlite3.connect(store.folder / DATABASE)) as connection:
        documents, vectors = (
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("documents", "vectors")
        )
        return documents, vectors


def remove_and_raise(store: Store, document_id: str, error: BaseException) -> None:
    """What a writer looks like that is stopped in the middle."""
    with store.writing() as writer:
        writer.remove_document(document_id)
        writer.put_source("/corpus/a.md", "mark")
        raise error


# Opening


def test_a_missing_storage_names_the_command(fast_path: Path) -> None:
    with pytest.raises(StorageMissing, match=rf"python -m ingest --storage {fast_path}"):
        Store.open(fast_path, tiny_identity())
    assert list(fast_path.iterdir()) == []


def test_documents_are_found_by_what_stands_in_their_text(store: Store) -> None:
    put(store, make_document(id="a", text="支持AI企业"), make_document(id="b", text="100%_补贴"))
    assert store.ids_with("ai企业") == {"a"}
    assert store.ids_with("%_补") == {"b"}
    assert store.ids_with("'; DROP") == set()


def test_another_identity_names_both_values_and_the_command(store: Store) -> None:
    asked = replace(tiny_identity(), embedder="bge", splitter="clauses-9/60")
    with pytest.raises(StorageMismatch) as caught:
        Store.open(store.folder, asked)
    message = str(caught.value)
    assert f"python -m ingest --rebuild --storage {store.folder}" in message
    for value in ("'tiny/64'", "'bge'", "'clauses-9/60'", repr(tiny_identity().splitter)):
        assert value in message
    assert "schema" not in message


@pytest.mark.parametrize("content", [b"no database at all, but long enough to be one" * 99, b""])
def test_a_damaged_storage_names_the_command(fast_path: Path, content: bytes) -> None:
    (fast_path / DATABASE).write_bytes(content)
    with pytest.raises(StorageDamaged, match=rf"python -m ingest --storage {fast_path}"):
        Store.open(fast_path, tiny_identity())


def test_damage_that_shows_later_is_named_too(store: Store) -> None:
    put(store, *(make_document(id=str(n), text=f"第一条 {n}。" * 200) for n in range(20)))
    store.close()
    path = store.folder / DATABASE
    content = path.read_bytes()
    # The head, by which SQLite knows its files, is left as it is.
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    with pytest.raises(StorageDamaged, match="python -m ingest"):
        Store.open(store.folder, tiny_identity()).documents()


def test_creating_twice_keeps_what_is_there(store: Store) -> None:
    put(store, make_document())
    with Store.create(store.folder, tiny_identity()) as again:
        assert [one.id for one in again.documents()] == ["voucher"]


def test_creating_does_not_play_the_log_of_a_deleted_database(store: Store) -> None:
    put(store, make_document())
    assert (store.folder / f"{DATABASE}-wal").stat().st_size > 0
    (store.folder / DATABASE).unlink()
    with Store.create(store.folder, tiny_identity()) as fresh:
        assert fresh.documents() == []
        assert fresh.integrity() == []


def test_keys_of_a_new_database_are_not_those_of_the_one_before(fast_path: Path) -> None:
    keys: list[int] = []
    for name in ("a", "b"):
        with Store.create(fast_path / name, tiny_identity()) as store:
            put(store, make_document())
            keys += store.passage_keys()
    assert len(keys) == len(set(keys)) == 4


# Reading back


def test_a_document_comes_back_with_passages_that_slice_it(store: Store) -> None:
    document = make_document()
    put(store, document)
    assert store.document("voucher") == document
    passages = store.passages("voucher")
    assert [passage.clause for passage in passages] == [("第一条",), ("第二条",)]
    for passage in passages:
        assert document.text[passage.start : passage.end] == passage.text
        assert passage.title == document.title
    assert list(store.passages_by_key(list(store.passage_keys())).values()) == passages


def test_offsets_count_characters_not_bytes_or_code_units(store: Store) -> None:
    document = make_document(text="😀𠮷 前言。\n第一条 最高20万元😀。\n第二条 三年。\n")
    put(store, document)
    assert "最高20万元😀" in "".join(passage.text for passage in store.passages("voucher"))
    for passage in store.passages("voucher"):
        assert document.text[passage.start : passage.end] == passage.text


def test_headers_leave_the_text_out(store: Store) -> None:
    put(store, make_document(id="b"), make_document(id="a"))
    assert store.document_headers() == [
        make_document(id="a", text=""),
        make_document(id="b", text=""),
    ]


def test_what_is_not_there(store: Store) -> None:
    with pytest.raises(KeyError, match="nobody"):
        store.document("nobody")
    assert store.passages("nobody") == []
    assert store.passages_by_key([1, 2]) == {}
    keys, vectors = store.vectors_by_key([1, 2])
    assert (keys, vectors.shape) == ([], (0, 0))
    assert store.updated_at() is None


def test_more_values_than_one_statement_takes(store: Store) -> None:
    put(store, *(make_document(id=f"{n}", text=f"第一条 最高{n}万元。\n") for n in range(600)))
    keys = list(store.passage_keys())
    assert len(keys) > 500
    assert list(store.passages_by_key(keys)) == keys
    found, vectors = store.vectors_by_key(keys)
    assert found == keys
    assert vectors.shape == (len(keys), DIMENSION)
    hashes = [bytes([n % 256, n // 256]) for n in range(40_000)]
    assert store.known_hashes(hashes) == set()


def test_vectors_belong_to_their_keys(store: Store) -> None:
    put(store, make_document())
    first, second = store.passage_keys()
    _, both = store.vectors_by_key([first, second])
    for row, key in enumerate((first, second)):
        assert store.vectors_by_key([key])[0] == [key]
        np.testing.assert_array_equal(store.vectors_by_key([key])[1][0], both[row])
    assert not np.array_equal(both[0], both[1])


def test_updated_at_is_now(store: Store) -> None:
    before = datetime.now(UTC) - timedelta(seconds=1)
    put(store, make_document())
    updated = store.updated_at()
    assert updated is not None
    assert before <= updated <= datetime.now(UTC)


# Writing


def test_a_document_replaces_the_one_of_its_id_under_new_keys(store: Store) -> None:
    put(store, make_document())
    before = store.passage_keys().keys()
    put(store, make_document(text="第一条 最高30万元。\n"))
    assert store.document("voucher").text == "第一条 最高30万元。\n"
    assert len(store.passages("voucher")) == 1
    assert not before & store.passage_keys().keys()


def test_removing_takes_passages_along_and_vectors_once_nobody_needs_them(store: Store) -> None:
    put(store, make_document(id="a"), make_document(id="b"))
    assert counts(store) == (2, 2)  # the same texts, so the same vectors
    with store.writing() as writer:
        assert writer.remove_document("a")
        assert not writer.remove_document("a")
        writer.remove_unused_vectors()
    assert counts(store) == (1, 2)
    assert set(store.passage_keys().values()) == {"b"}
    with store.writing() as writer:
        writer.remove_document("b")
        writer.remove_unused_vectors()
    assert counts(store) == (0, 0)
    assert store.integrity() == []


def test_an_error_inside_a_transaction_leaves_the_state_before_it(store: Store) -> None:
    put(store, make_document(id="a"))
    with pytest.raises(KeyboardInterrupt):
        remove_and_raise(store, "a", KeyboardInterrupt())
    assert [one.id for one in store.documents()] == ["a"]
    assert store.sources() == {}
    put(store, make_document(id="b"))
    assert counts(store)[0] == 2


def test_a_passage_without_a_vector_is_refused(store: Store) -> None:
    put(store, make_document(id="other"))
    passage = replace(store.passages("other")[0], document_id="voucher")
    with pytest.raises(sqlite3.IntegrityError), store.writing() as writer:
        writer.put_document(make_document(), [passage], [b"-"], source="s", content_hash="c")
    assert [one.id for one in store.documents()] == ["other"]


def test_vectors_of_another_length_are_refused_with_both_lengths(store: Store) -> None:
    put(store, make_document())
    match = r"64 dimensions.* 32.*python -m ingest"
    with pytest.raises(EmbeddingError, match=match), store.writing() as writer:
        writer.put_vectors([b"x"], np.ones((1, 32), np.float32))


# Other connections


def test_a_reader_sees_the_old_state_until_the_commit(store: Store) -> None:
    put(store, make_document(id="a"))
    with reopened(store) as reader:
        with store.writing() as writer:
            writer.remove_document("a")
            assert [one.id for one in reader.documents()] == ["a"]
            assert len(reader.passages("a")) == 2
        assert reader.documents() == []


def test_another_process_sees_the_old_state_until_the_commit(store: Store) -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "from index.store import Store; from tests.small_storage import tiny_identity\n"
        "store = Store.open(Path(sys.argv[1]), tiny_identity())\n"
        "print([one.id for one in store.documents()], flush=True)\n"
        "sys.stdin.readline()\n"
        "print([one.id for one in store.documents()], flush=True)\n"
    )
    put(store, make_document(id="a"))
    with subprocess.Popen(
        [sys.executable, "-c", script, str(store.folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as reader:
        assert reader.stdin is not None
        assert reader.stdout is not None
        with store.writing() as writer:
            writer.remove_document("a")
            assert reader.stdout.readline() == "['a']\n"
        reader.stdin.write("\n")
        reader.stdin.flush()
        assert reader.stdout.readline() == "[]\n"


def test_the_version_changes_with_the_state_and_only_then(store: Store) -> None:
    with reopened(store) as reader:
        seen = [reader.version()]
        reader.documents()
        assert reader.version() == seen[-1]
        put(store, make_document())
        seen.append(reader.version())
        assert reader.version() == seen[-1]
        with pytest.raises(RuntimeError):
            remove_and_raise(store, "voucher", RuntimeError())
        assert reader.version() == seen[-1]
        with store.writing() as writer:
            writer.remove_document("voucher")
        seen.append(reader.version())
        with reader.writing() as writer:
            writer.put_source("/corpus/a.md", "mark")
        seen.append(reader.version())
        assert len(set(seen)) == 4


def test_a_second_writer_is_told_to_wait(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.database.BUSY_SECONDS", 0.0)
    with (
        reopened(store) as other,
        store.writing(),
        pytest.raises(StorageBusy, match=str(store.folder)),
        other.writing(),
    ):
        pass


def test_only_one_may_write_for_long(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "WRITER_SECONDS", 0.0)
    with writer_lock(store.folder), pytest.raises(StorageBusy), store.only_writer():
        pass
    with store.only_writer():
        put(store, make_document())
    assert len(store.documents()) == 1


@pytest.mark.parametrize("is_made_anew", [True, False])
def test_writing_to_a_storage_that_was_replaced_is_refused(
    store: Store, is_made_anew: bool
) -> None:
    put(store, make_document())
    assert not store.is_replaced()
    store.folder.rename(store.folder.with_name("aside"))
    if is_made_anew:
        Store.create(store.folder, tiny_identity()).close()
    assert store.is_replaced()
    assert [one.id for one in store.documents()] == ["voucher"]
    with pytest.raises(StorageReplaced, match="run the command again"), store.only_writer():
        pass
