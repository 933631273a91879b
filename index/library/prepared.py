"""Embeds a document before anybody has to wait for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from index.embedding import Embedder, Vectors
from index.passage_text import indexed_text, text_hash
from index.store import Store
from ingest.clauses import split
from records import Document


def prepared(
    document: Document, store: Store, embedder: Embedder, passage_characters: int
) -> Embedder:
    """An embedder that has embedded already what the storage lacks of the document."""
    texts = {
        text_hash(text): text for text in map(indexed_text, split(document, passage_characters))
    }
    known = store.known_hashes(texts)
    fresh = [text for key, text in texts.items() if key not in known]
    vectors = embedder.embed_passages(fresh) if fresh else np.zeros((0, 0), np.float32)
    return _Prepared(embedder, dict(zip(fresh, vectors, strict=True)))


class _Prepared:
    """Gives the vectors that were made before, and asks the embedder for others."""

    def __init__(self, embedder: Embedder, vectors: Mapping[str, Vectors]) -> None:
        self.name = embedder.name
        self._embedder = embedder
        self._vectors = vectors

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        missing = [text for text in texts if text not in self._vectors]
        made = self._embedder.embed_passages(missing) if missing else ()
        vectors = {**self._vectors, **dict(zip(missing, made, strict=True))}
        return np.stack([vectors[text] for text in texts])

    def embed_query(self, text: str) -> Vectors:
        return self._embedder.embed_query(text)
