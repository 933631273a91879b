"""Searching a storage, and seeing what changes in it."""

from __future__ import annotations

import math
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import date

import pytest

from index.derived import update_derived
from index.embedding import Vectors
from index.errors import StorageMissing
from index.filters import Filters
from index.fusion import DENSE_WEIGHT
from index.inspection import problems_of
from index.locks import derived_lock
from index.search import Searcher
from index.store import Store
from index.update import remove_documents
from records import Passage
from tests.small_storage import SmallStorage, TinyEmbedder, bigram_vector

RENT = "# 场地补贴办法\n\n第一条 对租用场地的企业给予补贴，每平方米20元。\n"
INGEST_IN_ANOTHER_PROCESS = """
import sys
from pathlib import Path
from tests.small_storage import SmallStorage
print(SmallStorage(Path(sys.argv[1]), Path(sys.argv[2])).update())
"""


@pytest.fixture
def searcher(tiny_storage: SmallStorage) -> Iterator[Searcher]:
    searcher = tiny_storage.searcher()
    yield searcher
    searcher.close()


def found(searcher: Searcher, question: str, filters: Filters | None = None) -> list[str]:
    """Ids of the documents found, best first, each once."""
    hits = searcher.search(question, 50, filters or Filters())
    return list(dict.fromkeys(hit.passage.document_id for hit in hits))


class CountingEmbedder(TinyEmbedder):
    """Remembers the questions that it was given."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def embed_query(self, text: str) -> Vectors:
        self.asked.append(text)
        return super().embed_query(text)


# Ranking


def test_the_passage_asked_for_comes_first(searcher: Searcher) -> None:
    for question, document_id, words in (
        ("算力服务券最高补助多少", "voucher", "最高20万元"),
        ("申请材料要不要劳动合同", "housing", "身份证"),
        ("知识价值信用贷款贴息", "loan", "单户不超过30万元"),
    ):
        best = searcher.search(question)[0]
        assert best.passage.document_id == document_id
        assert words in best.passage.text


def test_a_hit_says_how_it_scored(searcher: Searcher) -> None:
    question = "租房补贴"
    hits = searcher.search(question)
    best_text = max(hit.text_score for hit in hits)
    assert best_text > 0
    for hit in hits:
        title_and_text = f"{hit.passage.title}\n{hit.passage.text}"
        cosine = float(bigram_vector(question) @ bigram_vector(title_and_text))
        assert hit.dense_score == pytest.approx(cosine, abs=1e-6)
        assert hit.score == pytest.approx(DENSE_WEIGHT * cosine + hit.text_score / best_text)
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)


def test_k_is_the_most_that_comes_back(searcher: Searcher) -> None:
    everything = searcher.search("补贴", 50)
    assert len(everything) == 5
    assert searcher.search("补贴", 2) == everything[:2]
    assert searcher.search("补贴", 0) == []


@pytest.mark.parametrize("question", ["", "？！", "😀", "computing voucher", "a" * 5000])
def test_odd_questions_are_answered_too(searcher: Searcher, question: str) -> None:
    assert len(searcher.search(question, 50)) == 5


def test_a_question_that_only_the_text_index_understands(searcher: Searcher) -> None:
    # A lone character has no bigram, so the tiny embedder gives it no direction.
    (hit, *others) = searcher.search("1500")
    assert "1500元" in hit.passage.text
    assert hit.text_score > 0
    assert all(other.text_score == 0 for other in others)


# Filters


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(regions=["汉阳区"]), {"housing", "loan"}),
        (Filters(kinds=["measure"]), {"voucher", "loan"}),
        (Filters(regions=["汉阳区"], kinds=["measure"]), {"loan"}),
        (Filters(document_ids=["housing", "nobody"]), {"housing"}),
        (Filters(document_ids=[]), set()),
        (Filters(published_from=date(2026, 1, 15)), {"housing"}),
        (Filters(published_from=date(2026, 1, 16)), set()),
        (Filters(in_force_on=date(2026, 2, 28)), {"voucher", "housing"}),
        (Filters(in_force_on=date(2026, 12, 31)), {"voucher", "housing", "loan"}),
        (Filters(in_force_on=date(2027, 1, 1)), {"housing", "loan"}),
    ],
)
def test_only_what_the_filters_allow(
    searcher: Searcher, filters: Filters, expected: set[str]
) -> None:
    assert set(found(searcher, "算力服务券", filters)) == expected


def test_a_filter_does_not_change_cosines(searcher: Searcher) -> None:
    free = {hit.passage.id: hit.dense_score for hit in searcher.search("补贴")}
    narrow = searcher.search("补贴", filters=Filters(regions=["汉阳区"]))
    assert {hit.passage.id: hit.dense_score for hit in narrow} == pytest.approx(
        {hit.passage.id: free[hit.passage.id] for hit in narrow}
    )


# What else a searcher knows


def test_documents_and_passages(searcher: Searcher) -> None:
    assert [header.id for header in searcher.documents()] == ["housing", "loan", "voucher"]
    assert all(header.text == "" for header in searcher.documents())
    document = searcher.document("voucher")
    for passage in searcher.passages("voucher"):
        assert document.text[passage.start : passage.end] == passage.text
    assert searcher.updated_at() is not None
    with pytest.raises(KeyError):
        searcher.document("nobody")


def test_rarity(searcher: Searcher) -> None:
    assert searcher.rarity("第一") == pytest.approx(math.log(6 / 4) / math.log(6 / 2))
    assert searcher.rarity("租房") == pytest.approx(1)
    assert searcher.rarity("没有") == pytest.approx(math.log(6) / math.log(6 / 2))


def test_rarity_is_never_negative(tiny_storage: SmallStorage, searcher: Searcher) -> None:
    for version in range(4):
        tiny_storage.write("voucher.md", f"# 办法\n\n第一条 第{version}版。\n")
        tiny_storage.update()
        searcher.search("办法")
        assert searcher.rarity("第一") >= 0


def test_an_empty_storage(empty_storage: SmallStorage) -> None:
    empty_storage.update()
    searcher = empty_storage.searcher()
    assert searcher.search("算力") == []
    assert searcher.documents() == []
    assert searcher.updated_at() is None
    assert searcher.rarity("算力") == 0
    empty_storage.write("rent.md", RENT)
    empty_storage.update()
    assert found(searcher, "场地补贴") == ["rent"]


# Changes


def test_an_ingest_of_another_process_is_seen_without_reopening(
    tiny_storage: SmallStorage, searcher: Searcher
) -> None:
    assert "rent" not in found(searcher, "场地补贴")
    tiny_storage.write("rent.md", RENT)
    (tiny_storage.corpus / "voucher.md").unlink()
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            INGEST_IN_ANOTHER_PROCESS,
            str(tiny_storage.folder),
            str(tiny_storage.corpus),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "stored=1, removed=1" in done.stdout
    hits = searcher.search("场地补贴")
    assert hits[0].passage.document_id == "rent"
    assert hits[0].text_score > 0
    assert set(found(searcher, "算力服务券")) == {"rent", "housing", "loan"}
    assert [header.id for header in searcher.documents()] == ["housing", "loan", "rent"]


def test_a_removed_document_is_gone_at_once(tiny_storage: SmallStorage, searcher: Searcher) -> None:
    assert "voucher" in found(searcher, "算力服务券")
    with tiny_storage.open() as store:
        with store.writing() as writer:
            writer.remove_document("voucher")
        # Before the derived indexes know of it.
        assert "voucher" not in found(searcher, "算力服务券")
    assert "voucher" not in {header.id for header in searcher.documents()}
    assert searcher.passages("voucher") == []


def test_a_removed_document_that_the_text_index_still_has_changes_no_score(
    tiny_storage: SmallStorage, searcher: Searcher
) -> None:
    with tiny_storage.open() as store:
        with store.writing() as writer:
            writer.remove_document("voucher")
        with derived_lock(store.folder):  # nobody can bring the text index level
            hits = searcher.search("算力服务券最高补助多少，贷款贴息")
    best = max(hits, key=lambda hit: hit.text_score)
    assert best.passage.document_id == "loan"
    assert best.score == pytest.approx(DENSE_WEIGHT * best.dense_score + 1.0)


def test_a_replaced_document_is_found_by_its_new_text_only(
    tiny_storage: SmallStorage, searcher: Searcher
) -> None:
    path = tiny_storage.corpus / "voucher.md"
    path.write_text(path.read_text("utf-8").replace("20万元", "88万元"), "utf-8")
    tiny_storage.update()
    texts = [hit.passage.text for hit in searcher.search("算力服务券最高多少万元", 50)]
    assert any("88万元" in text for text in texts)
    assert not any("20万元" in text for text in texts)


def test_while_a_writer_holds_the_text_index_searches_go_on_and_catch_up_later(
    tiny_storage: SmallStorage, searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny_storage.write("rent.md", RENT)
    with monkeypatch.context() as patch:
        patch.setattr("index.update.update_derived", lambda _: None)
        tiny_storage.update()
    with derived_lock(tiny_storage.folder):
        hit = next(h for h in searcher.search("场地") if h.passage.document_id == "rent")
        assert hit.text_score == 0
        assert hit.dense_score > 0
    with tiny_storage.open() as store:
        update_derived(store)
    hit = next(h for h in searcher.search("场地") if h.passage.document_id == "rent")
    assert hit.text_score > 0


def test_a_document_that_is_replaced_during_a_search_is_not_missed(
    tiny_storage: SmallStorage, searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tiny_storage.corpus / "voucher.md"
    passages_by_key = Store.passages_by_key
    overtaken: list[bool] = []

    def slow(self: Store, keys: Sequence[int]) -> dict[int, Passage]:
        if not overtaken:
            overtaken.append(True)
            path.write_text(path.read_text("utf-8").replace("20万元", "25万元"), "utf-8")
            tiny_storage.update()
        return passages_by_key(self, keys)

    monkeypatch.setattr(Store, "passages_by_key", slow)
    hits = searcher.search("算力服务券最高补助多少")
    assert overtaken
    assert any("25万元" in hit.passage.text for hit in hits)
    assert {hit.passage.document_id for hit in hits} == {"voucher", "housing", "loan"}


def test_a_slow_reader_does_not_set_the_text_index_back(
    tiny_storage: SmallStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = tiny_storage.open()
    searcher = Searcher(reading, TinyEmbedder())
    tiny_storage.write("rent.md", RENT)
    tiny_storage.update()
    tiny_storage.write("later.md", RENT.replace("20元", "35元"))
    passage_keys = Store.passage_keys
    overtaken: list[bool] = []

    def slow(self: Store) -> dict[int, str]:
        keys = passage_keys(self)
        if self is reading and not overtaken:
            overtaken.append(True)
            tiny_storage.update()
        return keys

    monkeypatch.setattr(Store, "passage_keys", slow)
    searcher.search("场地补贴")
    assert overtaken
    with tiny_storage.open() as store:
        assert problems_of(store) == []
    assert set(found(searcher, "场地补贴")) >= {"rent", "later"}


def test_two_searchers_catch_up_side_by_side(
    tiny_storage: SmallStorage, searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tiny_storage.searcher()
    tiny_storage.write("rent.md", RENT)
    with monkeypatch.context() as patch:
        patch.setattr("index.update.update_derived", lambda _: None)
        tiny_storage.update()
    for one in (searcher, other):
        assert one.search("场地补贴")[0].passage.document_id == "rent"
        assert one.search("场地补贴")[0].text_score > 0


# The folder itself is replaced


def test_a_storage_that_was_deleted_and_built_anew_is_used(
    tiny_storage: SmallStorage, searcher: Searcher
) -> None:
    shutil.rmtree(tiny_storage.folder)
    assert found(searcher, "算力服务券")[0] == "voucher"  # still open, nothing else to answer from
    (tiny_storage.corpus / "voucher.md").unlink()
    tiny_storage.write("rent.md", RENT)
    tiny_storage.update()
    assert set(found(searcher, "场地补贴")) == {"rent", "housing", "loan"}
    assert searcher.document("rent").id == "rent"
    with tiny_storage.open() as store:
        remove_documents(store, ["rent"])
    assert set(found(searcher, "场地补贴")) == {"housing", "loan"}


def test_opening_by_settings(tiny_storage: SmallStorage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.search.open_embedder", lambda _: TinyEmbedder())
    searcher = Searcher.open(tiny_storage.settings())
    assert found(searcher, "租房补贴")[0] == "housing"
    with pytest.raises(StorageMissing):
        Searcher.open(tiny_storage.settings(storage=tiny_storage.folder / "nowhere"))


# The same words again


def test_a_question_that_is_searched_for_twice_is_embedded_once(tiny_storage: SmallStorage) -> None:
    embedder = CountingEmbedder()
    searcher = Searcher(tiny_storage.open(), embedder)
    everywhere = searcher.find("算力服务券最高补助多少")
    narrow = searcher.find("算力服务券最高补助多少", 3, Filters(document_ids=["loan"]))
    searcher.find("申请材料要不要劳动合同")
    searcher.close()
    assert embedder.asked == ["算力服务券最高补助多少", "申请材料要不要劳动合同"]
    assert everywhere[0].passage.document_id == "voucher"
    assert {hit.passage.document_id for hit in narrow} == {"loan"}
