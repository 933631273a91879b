"""The plain BM25 baseline."""

from __future__ import annotations

from eval.baselines.bm25 import WINDOW, Bm25Retriever, tokens, windows
from records import Document
from tests.eval.small_system import DOCUMENTS

LONG = Document(id="long", title="长", text="字" * (2 * WINDOW + 5))


def test_windows_are_slices_that_cover_the_document() -> None:
    found = windows(LONG)
    assert [(p.start, p.end) for p in found] == [(0, 300), (300, 600), (600, 605)]
    assert "".join(p.text for p in found) == LONG.text


def test_tokens_are_single_characters_and_latin_words() -> None:
    assert tokens("AI算力券,最高20万元") == ["ai", *"算力券最高", "20", "万", "元"]


def test_finds_the_document_that_shares_most() -> None:
    retriever = Bm25Retriever([*DOCUMENTS.values(), LONG])
    found = retriever.retrieve("算力服务券最高多少", 10, None)
    assert found[0].passage.document_id == "voucher"
    assert "long" not in {hit.passage.document_id for hit in found}
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)


def test_candidates_limit_the_search() -> None:
    retriever = Bm25Retriever(list(DOCUMENTS.values()))
    found = retriever.retrieve("算力服务券最高多少", 10, ["model"])
    assert {hit.passage.document_id for hit in found} == {"model"}
    assert retriever.retrieve("xyz", 10, None) == []
