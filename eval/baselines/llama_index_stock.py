"""llama-index as its starter tutorial sets it up, with the product's embedding model.

Its default SentenceSplitter (1024 tokens, 200 of overlap), VectorStoreIndex and retriever.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Sequence

from llama_index.core import Document as LlamaDocument
from llama_index.core import VectorStoreIndex
from llama_index.core.node_parser import SentenceSplitter
from llama_index.core.retrievers import VectorIndexRetriever
from llama_index.core.schema import TextNode

from index.embedding import Embedder
from index.embedding.llama_index import PolicyEmbedding
from records import Document, Hit, Passage


class LlamaIndexRetriever:
    """llama-index's retriever over its own index of the documents' texts."""

    def __init__(self, documents: Sequence[Document], embedder: Embedder) -> None:
        """Split and embed the documents; nothing is written to disk."""
        self._titles = {document.id: document.title for document in documents}
        texts = [LlamaDocument(id_=document.id, text=document.text) for document in documents]
        nodes = SentenceSplitter().get_nodes_from_documents(texts)
        self.passages = {node.node_id: self._passage(node) for node in nodes}
        self._index = VectorStoreIndex(
            nodes, embed_model=PolicyEmbedding(embedder), show_progress=sys.stderr.isatty()
        )

    def retrieve(
        self, question: str, k: int, document_ids: Collection[str] | None
    ) -> Sequence[Hit]:
        """See Retriever."""
        allowed = None if document_ids is None else self._nodes_of(document_ids)
        # What `index.as_retriever(similarity_top_k=k)` makes, with the choice of nodes left to us.
        retriever = VectorIndexRetriever(self._index, similarity_top_k=k, node_ids=allowed)
        found = retriever.retrieve(question)
        return [
            Hit(self.passages[one.node_id], one.score or 0.0, dense_score=one.score or 0.0)
            for one in found
        ]

    def _nodes_of(self, document_ids: Collection[str]) -> list[str]:
        return [key for key, p in self.passages.items() if p.document_id in document_ids]

    def _passage(self, node: object) -> Passage:
        assert isinstance(node, TextNode)
        # The splitter drops blanks at both ends; where it cannot place a text it gives no offset.
        start = node.start_char_idx or 0
        document_id = node.ref_doc_id or ""
        return Passage(
            document_id=document_id,
            title=self._titles[document_id],
            start=start,
            end=start + len(node.text),
            text=node.text,
        )
