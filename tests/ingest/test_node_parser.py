"""The splitter inside a llama-index pipeline."""

from __future__ import annotations

import pytest
from llama_index.core.ingestion import IngestionPipeline
from llama_index.core.schema import Document, NodeRelationship, TextNode

from ingest.clauses import split
from ingest.node_parser import ClauseNodeParser
from records import Document as PolicyDocument

TEXT = "某办法\n第一条 支持企业。\n第二条 支持企业。\n第三条 支持企业。本办法自发布之日起施行。"


@pytest.fixture
def document() -> Document:
    return Document(id_="policy-1", text=TEXT, metadata={"title": "某办法", "region": "武汉市"})


def test_nodes_are_the_passages_with_their_ids_and_offsets(document: Document) -> None:
    nodes = ClauseNodeParser(limit=60).get_nodes_from_documents([document])
    passages = split(PolicyDocument(id="policy-1", title="某办法", text=TEXT), 60)
    assert [node.node_id for node in nodes] == [passage.id for passage in passages]
    for node, passage in zip(nodes, passages, strict=True):
        assert isinstance(node, TextNode)
        assert (node.start_char_idx, node.end_char_idx) == (passage.start, passage.end)
        assert node.text == TEXT[passage.start : passage.end]
        assert node.metadata == {
            "title": "某办法",
            "region": "武汉市",
            "clause": passage.clause_path,
        }
        assert node.ref_doc_id == "policy-1"


def test_a_text_that_occurs_twice_keeps_its_own_offsets() -> None:
    text = "## 甲\n\n说明：好。\n\n## 乙\n\n好。\n\n好。"
    nodes = ClauseNodeParser().get_nodes_from_documents([Document(id_="d", text=text)])
    for node in nodes:
        assert isinstance(node, TextNode)
        assert text[node.start_char_idx : node.end_char_idx] == node.text
    assert len({node.node_id for node in nodes}) == len(nodes)


def test_neighbours_are_linked(document: Document) -> None:
    first, second, *_ = ClauseNodeParser().get_nodes_from_documents([document])
    assert first.next_node is not None
    assert first.next_node.node_id == second.node_id
    assert second.prev_node is not None
    assert second.prev_node.node_id == first.node_id
    assert NodeRelationship.SOURCE in first.relationships


def test_the_parser_works_in_a_pipeline_and_the_file_name_serves_as_title() -> None:
    document = Document(id_="d", text=TEXT, metadata={"file_name": "办法.txt"})
    nodes = IngestionPipeline(transformations=[ClauseNodeParser()]).run(documents=[document])
    assert [node.metadata["clause"] for node in nodes] == ["第一条", "第二条", "第三条"]
    assert {node.metadata["title"] for node in nodes} == {"办法.txt"}
