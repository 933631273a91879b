"""The clause splitter as a llama-index node parser, for pipelines built on llama-index."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from llama_index.core.node_parser import NodeParser
from llama_index.core.schema import BaseNode, Document, NodeRelationship, RelatedNodeType, TextNode
from llama_index.core.utils import get_tqdm_iterable

from ingest.clauses import split
from records import Document as PolicyDocument


class ClauseNodeParser(NodeParser):
    """Cuts documents where `ingest.clauses.split` does.

    A node's id is the passage id, the same run after run as long as the document keeps its id;
    `start_char_idx` and `end_char_idx` slice the document's text. Its metadata has the document's,
    `title` (the document's `title`, else its `file_name`) and `clause`, the path as people read it.
    `limit` is the target maximum of characters in a node, 20 or more; `id_func` is not used.
    """

    limit: int = 300

    @classmethod
    def class_name(cls) -> str:
        """Return the name that pipelines store this parser by."""
        return "ClauseNodeParser"

    def _parse_nodes(
        self, nodes: Sequence[BaseNode], show_progress: bool = False, **_: Any
    ) -> list[BaseNode]:
        parsed: list[BaseNode] = []
        for node in get_tqdm_iterable(nodes, show_progress, "Parsing clauses"):
            parsed += self._clauses(node)
        return parsed

    def _clauses(self, node: BaseNode) -> list[TextNode]:
        """Return the passages of one node as nodes that point back to it."""
        title = str(node.metadata.get("title") or node.metadata.get("file_name") or "")
        document = PolicyDocument(id=node.node_id, title=title, text=node.get_content())
        source: dict[NodeRelationship, RelatedNodeType] = {
            NodeRelationship.SOURCE: node.as_related_node_info()
        }
        return [
            TextNode(
                id_=passage.id,
                text=passage.text,
                start_char_idx=passage.start,
                end_char_idx=passage.end,
                metadata={"title": title, "clause": passage.clause_path},
                excluded_embed_metadata_keys=node.excluded_embed_metadata_keys,
                excluded_llm_metadata_keys=node.excluded_llm_metadata_keys,
                relationships=dict(source),
            )
            for passage in split(document, self.limit)
        ]

    def _postprocess_parsed_nodes(
        self, nodes: list[BaseNode], parent_doc_map: dict[str, Document]
    ) -> list[BaseNode]:
        # The base class looks each text up in the document, which finds the wrong place for a
        # text that occurs twice; the offsets are known exactly.
        offsets = [
            (node, node.start_char_idx, node.end_char_idx)
            for node in nodes
            if isinstance(node, TextNode)
        ]
        processed = super()._postprocess_parsed_nodes(nodes, parent_doc_map)
        for node, start, end in offsets:
            node.start_char_idx, node.end_char_idx = start, end
        return processed
