"""The FAISS side of the index."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from index.store import Store
from index.vectors import FILE_NAME, VectorIndex
from tests.small_storage import bigram_vector, make_document, put, tiny_identity

QUERY = bigram_vector("算力服务券补助")


@pytest.fixture
def store(fast_path: Path) -> Iterator[Store]:
    with Store.create(fast_path, tiny_identity()) as store:
        put(store, make_document(), make_document(id="loan", text="第一条 贷款贴息。\n"))
        yield store


def level(store: Store, index: VectorIndex | None = None) -> VectorIndex:
    return (index or VectorIndex()).level_with(store, store.passage_keys())


def keys_of(store: Store, document_id: str) -> set[int]:
    return {key for key, owner in store.passage_keys().items() if owner == document_id}


def test_search_ranks_all_passages_by_cosine(store: Store) -> None:
    index = level(store)
    assert len(index) == 3
    keys, vectors = store.vectors_by_key(list(store.passage_keys()))
    expected = dict(zip(keys, (vectors @ QUERY).tolist(), strict=True))
    found = index.search(QUERY, 10)
    assert found == pytest.approx(expected, abs=1e-6)
    assert list(found.values()) == sorted(found.values(), reverse=True)
    assert list(index.search(QUERY, 1)) == list(found)[:1]


def test_scores_of_some_passages(store: Store) -> None:
    index = level(store)
    everything = index.search(QUERY, 10)
    wanted = list(everything)[1:]
    assert index.scores(QUERY, [*wanted, 12345]) == pytest.approx(
        {key: everything[key] for key in wanted}
    )
    assert index.scores(QUERY, []) == {}


def test_only_what_is_allowed_is_found(store: Store) -> None:
    index = level(store)
    assert set(index.search(QUERY, 10, keys_of(store, "loan"))) == keys_of(store, "loan")
    assert index.search(QUERY, 10, []) == {}
    assert index.search(QUERY, 10, [12345]) == {}


def test_an_empty_index_finds_nothing(fast_path: Path) -> None:
    assert VectorIndex().search(QUERY, 5) == {}
    assert VectorIndex().scores(QUERY, [1]) == {}
    assert VectorIndex().keys() == set()
    with Store.create(fast_path, tiny_identity()) as empty:
        assert len(level(empty)) == 0


def test_levelling_adds_and_removes_and_leaves_the_old_view_alone(store: Store) -> None:
    before = level(store)
    with store.writing() as writer:
        writer.remove_document("loan")
    put(store, make_document(id="new", text="第一条 场地补贴。\n"))
    after = level(store, before)
    assert after.keys() == store.passage_keys().keys()
    assert set(after.search(QUERY, 10)) == after.keys()
    assert len(before) == 3
    assert level(store, after) is after


def test_everything_removed_and_filled_again(store: Store) -> None:
    index = level(store)
    with store.writing() as writer:
        for one in store.documents():
            writer.remove_document(one.id)
    index = level(store, index)
    assert (len(index), index.search(QUERY, 5)) == (0, {})
    put(store, make_document(id="new"))
    index = level(store, index)
    assert set(index.search(QUERY, 5)) == store.passage_keys().keys()


def test_saving_and_loading(store: Store) -> None:
    index = level(store)
    index.save(store.folder)
    loaded = VectorIndex.load(store.folder)
    assert loaded.keys() == index.keys()
    assert loaded.search(QUERY, 10) == index.search(QUERY, 10)
    VectorIndex().save(store.folder)
    assert not (store.folder / FILE_NAME).exists()
    assert len(VectorIndex.load(store.folder)) == 0


@pytest.mark.parametrize("damage", ["cut", "noise", "empty"])
def test_a_damaged_file_is_made_anew(store: Store, damage: str) -> None:
    path = store.folder / FILE_NAME
    level(store).save(store.folder)
    content = path.read_bytes()
    path.write_bytes({"cut": content[:-40], "noise": b"\xa5" * 999, "empty": b""}[damage])
    loaded = VectorIndex.load(store.folder)
    assert len(loaded) == 0
    assert level(store, loaded).keys() == store.passage_keys().keys()


def test_a_leftover_of_another_model_gives_way(store: Store, fast_path: Path) -> None:
    wide = np.ones((1, 128), np.float32)
    with Store.create(fast_path / "other", tiny_identity()) as other:
        with other.writing() as writer:
            writer.put_vectors([b"x"], wide)
            passage = store.passages("loan")[0]
            writer.put_document(
                make_document(id="loan"), [passage], [b"x"], source="s", content_hash="c"
            )
        level(other).save(store.folder)
    index = level(store, VectorIndex.load(store.folder))
    assert index.keys() == store.passage_keys().keys()
    assert set(index.search(QUERY, 5)) == index.keys()
