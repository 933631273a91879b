"""Builds a baseline by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import perf_counter
from typing import Literal, get_args

from eval.baselines.reader_span import ReaderSystem
from eval.baselines.retriever import QuotingSystem, Retriever
from eval.system import OpenedSystem, System
from index.embedding import Embedder
from index.reader import Reader
from records import Document

BaselineName = Literal["bm25", "llama-index", "reader"]
BASELINES: tuple[BaselineName, ...] = get_args(BaselineName)


class ReaderOff(RuntimeError):
    """The reader is to be scored and there is none."""

    def __str__(self) -> str:
        return "POLICY_READER is off: unset it, or name a folder, to score the reader"


def build_baseline(
    name: BaselineName,
    documents: Sequence[Document],
    open_embedder: Callable[[], Embedder],
    open_reader: Callable[[], Reader | None],
) -> OpenedSystem:
    """The baseline over these documents, indexed in memory; models are opened if needed.

    Raises ReaderOff if the reader is to be scored and the settings switch it off.
    """
    started = perf_counter()
    by_id = {document.id: document for document in documents}
    retriever: Retriever
    answers = "the best passage as it stands"
    if name in ("bm25", "reader"):
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
    system: System = QuotingSystem(retriever, by_id)
    if name == "reader":
        if (reader := open_reader()) is None:
            raise ReaderOff
        system, answers = ReaderSystem(retriever, by_id, reader), "the words that the reader marks"
    return OpenedSystem(
        name=name,
        system=system,
        passages=len(retriever.passages),
        index_seconds=perf_counter() - started,
        settings=settings | {"answer": answers},
    )
