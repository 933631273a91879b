"""Plain BM25: windows of a fixed size, and a token for each Chinese character or Latin word.

That is what Lucene's standard analyzer makes of Chinese, and with it most full-text search that
nobody has set up for Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

import bm25s  # type: ignore[import-untyped]
import numpy as np

from records import Document, Hit, Passage

WINDOW = 300
TOKENS = re.compile(r"[a-z0-9]+|[^\W\da-z_]")


class Bm25Retriever:
    """BM25 by bm25s with its defaults (k1 = 1.5, b = 0.75), over `WINDOW` characters at a time."""

    def __init__(self, documents: Sequence[Document]) -> None:
        """Index the documents' texts; titles are not searched."""
        self.passages = [passage for document in documents for passage in windows(document)]
        self._model = bm25s.BM25(backend="numpy")
        self._model.index([tokens(p.text) for p in self.passages], show_progress=False)

    def retrieve(
        self, question: str, k: int, document_ids: Collection[str] | None
    ) -> Sequence[Hit]:
        """See Retriever. Windows that share no token with the question are not found."""
        scores = self._model.get_scores(tokens(question))
        if document_ids is not None:
            allowed = [passage.document_id in document_ids for passage in self.passages]
            scores = np.where(allowed, scores, 0.0)
        best = np.argsort(-scores, kind="stable")[:k]
        return [
            Hit(self.passages[at], float(scores[at]), text_score=float(scores[at]))
            for at in best
            if scores[at] > 0
        ]


def windows(document: Document) -> list[Passage]:
    """The document in pieces of `WINDOW` characters, wherever they happen to end."""
    return [
        Passage(
            document_id=document.id,
            title=document.title,
            start=start,
            end=min(start + WINDOW, len(document.text)),
            text=document.text[start : start + WINDOW],
        )
        for start in range(0, len(document.text), WINDOW)
    ]


def tokens(text: str) -> list[str]:
    """Chinese characters and Latin words or numbers, lower case."""
    return TOKENS.findall(text.lower())
