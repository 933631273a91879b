"""Our search as a llama-index retriever, for any query engine of that library."""

from __future__ import annotations

import asyncio

from llama_index.core.callbacks.base import CallbackManager
from llama_index.core.retrievers import BaseRetriever
from llama_index.core.schema import (
    NodeRelationship,
    NodeWithScore,
    QueryBundle,
    RelatedNodeInfo,
    TextNode,
)

from index.filters import EVERYTHING, Filters
from index.search import Searcher
from records import Document, Hit

# What a language model is shown above a passage, where it is known.
SHOWN_TO_MODELS = ("title", "clause", "doc_number", "region", "published", "valid_until")
DATES = ("published", "effective_from", "valid_until")


class PolicyRetriever(BaseRetriever):
    """Finds passages as nodes: `RetrieverQueryEngine.from_args(PolicyRetriever(searcher))`.

    A node's id is the passage id, its offsets slice the document's text, its `ref_doc_id` is the
    document id. Metadata holds plain values under the same keys in every node; unknown ones are
    empty strings, dates are ISO strings.
    """

    def __init__(
        self,
        searcher: Searcher,
        k: int = 10,
        filters: Filters = EVERYTHING,
        callback_manager: CallbackManager | None = None,
    ) -> None:
        """Return at most `k` passages of the documents that `filters` allow."""
        super().__init__(callback_manager=callback_manager)
        self._searcher = searcher
        self._k = k
        self._filters = filters

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        hits = self._searcher.search(query_bundle.query_str, self._k, self._filters)
        known = self._searcher.documents(superseded=self._filters.superseded)
        headers = {header.id: header for header in known}
        # A document that was removed since the search is not to be shown.
        return [
            NodeWithScore(node=_node(hit, headers[hit.passage.document_id]), score=hit.score)
            for hit in hits
            if hit.passage.document_id in headers
        ]

    async def _aretrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        return await asyncio.to_thread(self._retrieve, query_bundle)


def _node(hit: Hit, document: Document) -> TextNode:
    passage = hit.passage
    metadata = _metadata(hit, document)
    return TextNode(
        id_=passage.id,
        text=passage.text,
        start_char_idx=passage.start,
        end_char_idx=passage.end,
        metadata=metadata,
        excluded_embed_metadata_keys=[key for key in metadata if key not in ("title", "clause")],
        excluded_llm_metadata_keys=[
            key for key, value in metadata.items() if key not in SHOWN_TO_MODELS or not value
        ],
        relationships={NodeRelationship.SOURCE: RelatedNodeInfo(node_id=document.id)},
    )


def _metadata(hit: Hit, document: Document) -> dict[str, str | int | float]:
    days = {name: getattr(document, name) for name in DATES}
    return {
        "document_id": document.id,
        "title": document.title,
        "clause": hit.passage.clause_path,
        "start": hit.passage.start,
        "end": hit.passage.end,
        "doc_number": document.doc_number,
        "region": document.region,
        "kind": document.kind,
        "issuing_body": document.issuing_body,
        "text_kind": document.text_kind.value,
        **{name: day.isoformat() if day else "" for name, day in days.items()},
        "url": document.url,
        "dense_score": hit.dense_score,
        "text_score": hit.text_score,
    }
