"""Builds a baseline by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import perf_counter
from typing import Literal, get_args

from eval.baselines.retriever import QuotingSystem, Retriever
from eval.system import OpenedSystem
from index.embedding import Embedder
from records import Document

BaselineName = Literal["bm25", "llama-index"]
BASELINES: tuple[BaselineName, ...] = get_args(BaselineName)


def build_baseline(
    name: BaselineName, documents: Sequence[Document], open_embedder: Callable[[], Embedder]
) -> OpenedSystem:
    """The baseline over these documents, indexed in memory. The embedder is opened if needed."""
    started = perf_counter()
    retriever: Retriever
    if name == "bm25":
        from eval.baselines.bm25 import WINDOW, Bm25Retriever

        retriever = Bm25Retriever(documents)
        settings = {"splitter": f"{WINDOW} characters", "retriever": "BM25, k1 1.5, b 0.75"}
    else:
        from eval.baselines.llama_index_stock import LlamaIndexRetriever

        embedder = open_embedder()
        retriever = LlamaIndexRetriever(documents, embedder)
        settings = {
            "splitter": "SentenceSplitter, 1024 tokens, 200 of overlap",
            "retriever": "VectorStoreIndex",
            "embedding model": embedder.name,
        }
    return OpenedSystem(
        name=name,
        system=QuotingSystem(retriever, {document.id: document for document in documents}),
        passages=len(retriever.passages),
        index_seconds=perf_counter() - started,
        settings=settings | {"answer": "the best passage as it stands"},
    )
