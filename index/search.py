"""Searches a storage: dense and full text, fused, filtered, always at the newest stored state."""

from __future__ import annotations

import math
import threading
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from filelock import FileLock, Timeout

from index.embedding import Embedder, open_embedder
from index.filters import EVERYTHING, Filters
from index.fulltext import TextIndex
from index.fusion import fuse
from index.identity import identity_of
from index.store import Store
from index.vectors import VectorIndex
from records import Document, Hit, Passage
from settings import Settings

LOCK_FILE = "derived.lock"
# Candidates taken from each side before fusion.
CANDIDATES = 200


@dataclass(frozen=True, slots=True)
class _Snapshot:
    """What one stored state looks like to searches."""

    version: tuple[int, int]
    vectors: VectorIndex
    document_of: dict[int, str]
    headers: dict[str, Document]


class Searcher:
    """Finds passages. Safe to share between threads; sees other processes' changes by itself."""

    def __init__(self, store: Store, embedder: Embedder) -> None:
        """Takes over `store`: closing the searcher closes it."""
        self.store = store
        self._embedder = embedder
        self._text = TextIndex(store.folder)
        self._lock = threading.Lock()
        self._snapshot = self._take_snapshot(VectorIndex.load(store.folder))

    @classmethod
    def open(cls, settings: Settings) -> Self:
        """Open the storage that the settings name. Raises StorageError, as `Store.open` does."""
        store = Store.open(settings.storage, identity_of(settings))
        return cls(store, open_embedder(settings))

    def close(self) -> None:
        """Close the storage."""
        self.store.close()

    def search(self, question: str, k: int = 10, filters: Filters = EVERYTHING) -> list[Hit]:
        """The best `k` passages for a question, best first; fewer if fewer are allowed."""
        snapshot = self._current()
        documents, keys = _allowed(snapshot, filters)
        limit = max(CANDIDATES, k)
        query = self._embedder.embed_query(question)
        text = self._text.search(question, limit, documents)
        # Deleted a moment ago, or not yet known here: not to be shown from an index that lags.
        text = {key: score for key, score in text.items() if key in snapshot.document_of}
        dense = snapshot.vectors.search(query, limit, keys)
        if unscored := [key for key in text if key not in dense]:
            dense |= snapshot.vectors.scores(query, unscored)
        fused = list(fuse(dense, text).items())[:k]
        passages = self.store.passages_by_key([key for key, _ in fused])
        return [
            Hit(passages[key], score, dense[key], text.get(key, 0.0))
            for key, score in fused
            if key in passages
        ]

    def rarity(self, term: str) -> float:
        """How telling a term is: ln(passages / passages that have it), from 0 for everywhere."""
        total = len(self._text)
        return math.log((total + 1) / (self._text.document_frequency(term) + 1))

    def documents(self) -> list[Document]:
        """Every document without its text, by id."""
        return list(self._current().headers.values())

    def document(self, document_id: str) -> Document:
        """A document with its text. Raises KeyError if it is not, or no longer, there."""
        return self.store.document(document_id)

    def passages(self, document_id: str) -> list[Passage]:
        """The passages of a document in order."""
        return self.store.passages(document_id)

    def updated_at(self) -> datetime | None:
        """When the storage was changed last, in UTC."""
        return self.store.updated_at()

    def _current(self) -> _Snapshot:
        snapshot = self._snapshot
        if snapshot.version == self.store.version():
            return snapshot
        with self._lock:
            if self._snapshot.version != self.store.version():
                self._snapshot = self._take_snapshot(self._snapshot.vectors)
            return self._snapshot

    def _take_snapshot(self, vectors: VectorIndex) -> _Snapshot:
        version = self.store.version()
        document_of = self.store.passage_keys()
        self._catch_up_text(document_of)
        return _Snapshot(
            version=version,
            vectors=vectors.level_with(self.store, document_of),
            document_of=document_of,
            headers={header.id: header for header in self.store.document_headers()},
        )

    def _catch_up_text(self, wanted: dict[int, str]) -> None:
        """Usually the writer has done it; after a crash of the writer, the next reader does."""
        if self._text.keys() != wanted.keys():
            try:
                with FileLock(self.store.folder / LOCK_FILE, timeout=0):
                    self._text.level_with(self.store, wanted)
            except Timeout:
                pass  # a writer is at it, and announces its commit by a new store version
        self._text.reload()


def _allowed(snapshot: _Snapshot, filters: Filters) -> tuple[list[str] | None, list[int] | None]:
    """The document ids and passage keys that the filters leave; None for no limit."""
    if filters == EVERYTHING:
        return None, None
    ids = {header.id for header in snapshot.headers.values() if filters.allows(header)}
    return sorted(ids), [key for key, owner in snapshot.document_of.items() if owner in ids]
