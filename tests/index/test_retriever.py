"""Our search inside llama-index."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from llama_index.core.llms.mock import MockLLM
from llama_index.core.query_engine import RetrieverQueryEngine
from llama_index.core.response_synthesizers import ResponseMode
from llama_index.core.schema import MetadataMode, QueryBundle, TextNode

from index.filters import Filters
from index.retriever import PolicyRetriever
from index.search import Searcher
from tests.small_storage import SmallStorage

QUESTION = "算力服务券最高补助多少"


@pytest.fixture
def searcher(tiny_storage: SmallStorage) -> Iterator[Searcher]:
    searcher = tiny_storage.searcher()
    yield searcher
    searcher.close()


def test_nodes_are_the_hits(searcher: Searcher) -> None:
    hits = searcher.search(QUESTION, 3)
    nodes = PolicyRetriever(searcher, k=3).retrieve(QUESTION)
    assert [node.node_id for node in nodes] == [hit.passage.id for hit in hits]
    assert [node.score for node in nodes] == [hit.score for hit in hits]
    assert PolicyRetriever(searcher, k=3).retrieve(QueryBundle(QUESTION)) == nodes


def test_a_node_knows_its_document_and_its_place(searcher: Searcher) -> None:
    best = PolicyRetriever(searcher).retrieve(QUESTION)[0].node
    assert isinstance(best, TextNode)
    assert best.ref_doc_id == "voucher"
    text = searcher.document("voucher").text
    assert text[best.start_char_idx : best.end_char_idx] == best.text
    assert text[best.metadata["start"] : best.metadata["end"]] == best.text
    for key, value in {
        "document_id": "voucher",
        "title": "算力服务券办法",
        "clause": "第一条",
        "doc_number": "",
        "region": "武汉市",
        "kind": "measure",
        "text_kind": "full",
        "valid_until": "2026-12-31",
        "published": "",
    }.items():
        assert best.metadata[key] == value


def test_every_node_has_the_same_keys(searcher: Searcher) -> None:
    nodes = PolicyRetriever(searcher, k=50).retrieve(QUESTION)
    assert len(nodes) == 5
    assert len({frozenset(node.metadata) for node in nodes}) == 1


def test_a_model_is_shown_what_is_known_and_no_numbers(searcher: Searcher) -> None:
    best = PolicyRetriever(searcher).retrieve(QUESTION)[0].node
    shown = best.get_content(MetadataMode.LLM)
    assert "title: 算力服务券办法" in shown
    assert "valid_until: 2026-12-31" in shown
    assert "score" not in shown
    assert "doc_number" not in shown
    assert best.get_content(MetadataMode.EMBED).startswith("title: 算力服务券办法\nclause: 第一条")


def test_filters(searcher: Searcher) -> None:
    retriever = PolicyRetriever(searcher, filters=Filters(regions=["汉阳区"]))
    found = {node.metadata["document_id"] for node in retriever.retrieve(QUESTION)}
    assert found == {"housing", "loan"}


def test_a_document_that_goes_meanwhile_is_left_out(
    tiny_storage: SmallStorage, searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    search = searcher.search

    def overtaken(*arguments: object) -> object:
        hits = search(*arguments)  # type: ignore[arg-type]
        (tiny_storage.corpus / "voucher.md").unlink()
        tiny_storage.update()
        return hits

    monkeypatch.setattr(searcher, "search", overtaken)
    found = {node.metadata["document_id"] for node in PolicyRetriever(searcher).retrieve(QUESTION)}
    assert found == {"housing", "loan"}


def test_retrieving_in_an_event_loop(searcher: Searcher) -> None:
    retriever = PolicyRetriever(searcher)
    assert asyncio.run(retriever.aretrieve(QUESTION)) == retriever.retrieve(QUESTION)


def test_a_query_engine_of_llama_index_uses_it(searcher: Searcher) -> None:
    engine = RetrieverQueryEngine.from_args(
        PolicyRetriever(searcher, k=1), llm=MockLLM(), response_mode=ResponseMode.COMPACT
    )
    response = engine.query(QUESTION)
    assert [node.metadata["document_id"] for node in response.source_nodes] == ["voucher"]
    assert "最高20万元" in str(response)  # the mock model repeats its prompt
