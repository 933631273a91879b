"""Searches a storage: dense and full text, fused, filtered, always at the newest stored state."""

from __future__ import annotations

import math
import threading
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Self

from index.embedding import Embedder, Vectors, open_embedder
from index.errors import StorageMismatch, StorageMissing
from index.filters import EVERYTHING, Filters
from index.fusion import fuse
from index.identity import identity_of
from index.reader import Reader, open_reader
from index.reranking import ReadHit, Wording, as_asked, rerank
from index.snapshot import Snapshot, first_snapshot, take_snapshot
from index.store import Store
from records import Document, DocumentState, Hit, Passage
from settings import Settings

# Candidates taken from each side before fusion.
CANDIDATES = 200
# Hits that may be read and ordered anew.
RERANKED = 10
# A mean cosine so close to 1 that nothing can be told from it is taken for this far away.
NEAREST = 1e-6
# One answer searches several times for the same words: among other documents, of another place.
RECENT_QUERIES = 32
# How often a search is begun anew while documents that it found are being replaced.
ATTEMPTS = 5


class Searcher:
    """Finds passages. Safe to share between threads; sees other processes' changes by itself.

    When the storage is deleted and built again, the new one is used from then on. A storage that
    was rebuilt for other settings is not for this searcher: it goes on answering from the old one,
    which it still has open, until the program is started anew.
    """

    def __init__(self, store: Store, embedder: Embedder, reader: Reader | None = None) -> None:
        """Takes over `store`: closing the searcher closes it. Without a reader nothing is read."""
        self._embedder = embedder
        self._query_vector = lru_cache(RECENT_QUERIES)(embedder.embed_query)
        self._reader = reader
        self._identity = store.identity()
        self._lock = threading.Lock()
        self._snapshot = first_snapshot(store)

    @classmethod
    def open(cls, settings: Settings) -> Self:
        """Open the storage that the settings name. Raises StorageError, as `Store.open` does."""
        store = Store.open(settings.storage, identity_of(settings))
        return cls(store, open_embedder(settings), open_reader(settings))

    @property
    def embedder(self) -> Embedder:
        """The embedding model, for others in this process who need it too."""
        return self._embedder

    def close(self) -> None:
        """Close the storage."""
        self._snapshot.store.close()

    def search(self, question: str, k: int = 10, filters: Filters = EVERYTHING) -> list[Hit]:
        """The best `k` passages for a question, best first; fewer if fewer are allowed."""
        # One that is read may rise from below the k-th place.
        hits = self.find(question, max(k, RERANKED), filters)
        return [one.hit for one in self.read(question, hits)][:k]

    def read(
        self, question: str, hits: Sequence[Hit], wording: Wording = as_asked
    ) -> list[ReadHit]:
        """The hits with what the reader makes of the first of them, ordered anew.

        `wording` is as in `rerank`. Without a reader they come back as they are.
        """
        if self._reader is None:
            return [ReadHit(hit) for hit in hits]
        return rerank(question, hits, self._reader, wording)

    def find(self, question: str, k: int = 10, filters: Filters = EVERYTHING) -> list[Hit]:
        """As `search`, by the fused score of dense and full text alone: nothing is read."""
        query = self._query_vector(question)
        for _ in range(ATTEMPTS):
            hits, is_whole = self._find_in(self._current(), question, query, k, filters)
            if is_whole:
                break
        return hits

    def _find_in(
        self, snapshot: Snapshot, question: str, query: Vectors, k: int, filters: Filters
    ) -> tuple[list[Hit], bool]:
        """The best hits in one state, and whether none was lost to a change in the meantime."""
        documents, keys = snapshot.allowed(filters)
        limit = max(CANDIDATES, k)
        text = snapshot.text.search(question, limit, documents)
        # Deleted a moment ago, or not yet known here: not to be shown from an index that lags.
        text = {key: score for key, score in text.items() if key in snapshot.document_of}
        dense = snapshot.vectors.search(query, limit, keys)
        if unscored := [key for key in text if key not in dense]:
            dense |= snapshot.vectors.scores(query, unscored)
        fused = list(fuse(dense, text).items())[:k]
        passages = snapshot.store.passages_by_key([key for key, _ in fused])
        typical = snapshot.vectors.typical(query)
        hits = [
            Hit(
                passages[key],
                score,
                dense[key],
                text.get(key, 0.0),
                nearness=(dense[key] - typical) / max(1.0 - typical, NEAREST),
            )
            for key, score in fused
            if key in passages
        ]
        return hits, len(hits) == len(fused)

    def rarity(self, term: str) -> float:
        """How telling a term is: 0 if every passage has it, 1 if one has it, more if none does.

        The logarithm of how rare it is, in units of what is rare in a storage of this size, so
        that small and large storages can be judged alike.
        """
        text = self._snapshot.text
        unit = math.log(max(len(text) + 1, 3) / 2)
        return math.log((len(text) + 1) / (text.document_frequency(term) + 1)) / unit

    def documents(self, *, superseded: bool = False) -> list[Document]:
        """Every current document without its text, by id; on demand superseded ones too."""
        wanted = Filters(superseded=superseded)
        return [one for one in self._current().headers.values() if wanted.allows(one)]

    def revisions(self) -> dict[str, str]:
        """For every current document, by id, a word that is another when the document is."""
        return self._current().revisions

    def document(self, document_id: str) -> Document:
        """A document with its text, also when it was superseded.

        Raises KeyError if it is not, or no longer, there, or was withdrawn.
        """
        document = self._current().store.document(document_id)
        if document.state is DocumentState.WITHDRAWN:
            raise KeyError(document_id)
        return document

    def passages(self, document_id: str) -> list[Passage]:
        """The passages of a document in order."""
        return self._current().store.passages(document_id)

    def updated_at(self) -> datetime | None:
        """When the storage was changed last, in UTC."""
        return self._current().store.updated_at()

    def _current(self) -> Snapshot:
        if self._snapshot.is_newest():
            return self._snapshot
        with self._lock:
            if not self._snapshot.is_newest():
                self._snapshot = self._next_snapshot(self._snapshot)
            return self._snapshot

    def _next_snapshot(self, last: Snapshot) -> Snapshot:
        if not last.store.is_replaced():
            return take_snapshot(last.store, last.text, last.vectors)
        try:
            # The old store is not closed: other threads may be in the middle of a search in it.
            return first_snapshot(Store.open(last.store.folder, self._identity))
        except (StorageMissing, StorageMismatch):
            return last
