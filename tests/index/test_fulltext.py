"""The full-text side of the index."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.errors import StorageReplaced
from index.fulltext import FOLDER, KEYS_FILE, TextIndex
from index.store import Store
from tests.small_storage import make_document, put, tiny_identity


@pytest.fixture
def store(fast_path: Path) -> Iterator[Store]:
    with Store.create(fast_path, tiny_identity()) as store:
        put(
            store,
            make_document(),
            make_document(id="loan", title="贷款细则", text="第一条 知识价值信用贷款给予贴息。\n"),
        )
        yield store


@pytest.fixture
def index(store: Store) -> TextIndex:
    index = TextIndex(store.folder)
    level(store, index)
    return index


def level(store: Store, index: TextIndex) -> None:
    index.level_with(store, store.passage_keys())


def owners(store: Store, found: dict[int, float]) -> list[str]:
    """The document of each passage found, best first."""
    owner = store.passage_keys()
    return [owner[key] for key in found]


def test_what_shares_no_term_is_not_found(store: Store, index: TextIndex) -> None:
    assert owners(store, index.search("信用贷款", 10)) == ["loan"]
    assert owners(store, index.search("贷", 10)) == []
    assert index.search("全然无关", 10) == {}
    assert index.search("", 10) == {}
    assert index.search("，。？", 10) == {}


def test_the_title_is_found_by_too(store: Store, index: TextIndex) -> None:
    assert owners(store, index.search("服务券办法", 10)) == ["voucher", "voucher"]


def test_more_shared_terms_rank_higher(store: Store, index: TextIndex) -> None:
    found = index.search("补助期限不超过三年", 10)
    best, *_ = found
    assert "补助期限" in store.passages_by_key([best])[best].text
    assert list(found.values()) == sorted(found.values(), reverse=True)
    assert list(index.search("补助期限不超过三年", 1)) == [best]


def test_a_term_that_is_asked_twice_counts_twice(index: TextIndex) -> None:
    (once,) = index.search("贷款", 10).values()
    (twice,) = index.search("贷款，贷款", 10).values()
    assert twice == pytest.approx(2 * once, rel=1e-5)


def test_question_marks_and_query_syntax_are_plain_text(store: Store, index: TextIndex) -> None:
    assert owners(store, index.search('贷款 AND "(贴息:*) OR -不', 10)) == ["loan"]


def test_only_the_documents_given_are_searched(store: Store, index: TextIndex) -> None:
    assert owners(store, index.search("第一条", 10)) != ["loan"]
    assert owners(store, index.search("第一条", 10, ["loan"])) == ["loan"]
    assert index.search("第一条", 10, []) == {}
    assert index.search("第一条", 10, ["nobody"]) == {}
    free = index.search("第一条", 10)
    assert index.search("第一条", 10, ["loan", "voucher"]) == pytest.approx(free)


def test_ids_are_matched_whole(store: Store, index: TextIndex) -> None:
    put(store, make_document(id="loan 2/细则", text="第一条 另一种贷款。\n"))
    level(store, index)
    assert owners(store, index.search("贷款", 10, ["loan 2/细则"])) == ["loan 2/细则"]
    assert owners(store, index.search("贷款", 10, ["loan"])) == ["loan"]


def test_levelling_adds_and_removes(store: Store, index: TextIndex) -> None:
    with store.writing() as writer:
        writer.remove_document("loan")
    put(store, make_document(id="rent", text="第一条 租房补贴。\n"))
    level(store, index)
    assert index.keys() == store.passage_keys().keys()
    assert len(index) == 3
    assert index.search("贷款", 10) == {}
    assert owners(store, index.search("租房补贴", 1)) == ["rent"]


def test_level_with_nothing_and_filled_again(store: Store, index: TextIndex) -> None:
    index.level_with(store, {})
    assert (len(index), index.keys(), index.search("贷款", 10)) == (0, set(), {})
    level(store, index)
    assert owners(store, index.search("贷款", 10)) == ["loan"]


def test_a_term_stands_in_no_more_passages_than_there_are(store: Store, index: TextIndex) -> None:
    assert index.document_frequency("第一") == 2
    assert index.document_frequency("没有") == 0
    for round_ in range(3):
        put(store, make_document(text=f"第一条 第{round_}版。\n"))
        level(store, index)
        assert 2 <= index.document_frequency("第一") <= len(index) == 2
        assert all(score > 0 for score in index.search("第一条", 10).values())


def test_another_instance_sees_a_commit_after_reloading(store: Store, index: TextIndex) -> None:
    reader = TextIndex(store.folder)
    put(store, make_document(id="rent", text="第一条 租房补贴。\n"))
    level(store, index)
    assert reader.search("租房", 10) == {}
    reader.reload()
    assert owners(store, reader.search("租房", 10)) == ["rent"]


@pytest.mark.parametrize("stage", ["before the commit", "after the commit"])
def test_a_crash_is_made_good_by_the_next_one_who_writes(
    store: Store, index: TextIndex, stage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(store, make_document(id="rent", text="第一条 租房补贴。\n"))

    def crash(*_: object) -> None:
        raise OSError("power failure")

    with monkeypatch.context() as patch:
        if stage == "before the commit":
            patch.setattr("index.fulltext._entry", crash)
        else:
            patch.setattr(TextIndex, "_save_keys", crash)
        with pytest.raises(OSError, match="power failure"):
            level(store, index)
    with store.writing() as writer:
        writer.remove_document("rent")  # by now nobody knows whether the index has it
    del index
    fresh = TextIndex(store.folder)
    assert not fresh.is_level_with(store.passage_keys())
    for _ in range(2):
        level(store, fresh)
        assert fresh.is_level_with(store.passage_keys())
        assert len(fresh) == 3
        assert fresh.search("租房补贴", 10) == {}
        assert owners(store, fresh.search("贷款", 10)) == ["loan"]


@pytest.mark.parametrize("damaged", ["meta.json", KEYS_FILE])
def test_a_damaged_index_is_made_anew(store: Store, index: TextIndex, damaged: str) -> None:
    del index
    (store.folder / FOLDER / damaged).write_bytes(b"")
    fresh = TextIndex(store.folder)
    assert not fresh.is_level_with(store.passage_keys())
    level(store, fresh)
    assert len(fresh) == 3
    assert owners(store, fresh.search("贷款", 10)) == ["loan"]


def test_a_storage_that_is_gone_is_not_made_again(fast_path: Path) -> None:
    with pytest.raises(StorageReplaced):
        TextIndex(fast_path / "gone")
    assert not (fast_path / "gone").exists()
