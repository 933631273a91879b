"""The FAISS side of the index: passage keys and their vectors, exact search by inner product."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

import faiss
import numpy as np

from index.embedding.protocol import Vectors
from index.store import Store

FILE_NAME = "vectors.faiss"
# How many vectors are taken out of the index at once.
_CHUNK = 10_000


class VectorIndex:
    """An immutable view of one stored state; `level_with` gives the view of the next one.

    Exact search is meant: 100,000 passages take about 30 ms, and an answer that depends on what an
    approximate index happened to skip cannot be explained to anyone.
    """

    def __init__(self, index: Any = None) -> None:
        """Start empty, or from an `IndexIDMap2` whose ids are passage keys.

        FAISS's own type hints leave out what its Python layer adds, hence `Any`.
        """
        self._index = index
        self._centre = _centre(index)

    @classmethod
    def load(cls, folder: Path) -> VectorIndex:
        """The saved index, or an empty one where none can be read: it is derived anyway."""
        path = folder / FILE_NAME
        if not path.is_file():
            return cls()
        try:
            return cls(faiss.read_index(str(path)))
        except RuntimeError:
            return cls()

    def save(self, folder: Path) -> None:
        """Write the index beside the old file, then put it in its place."""
        path = folder / FILE_NAME
        if self._index is None:
            path.unlink(missing_ok=True)
            return
        fresh = path.with_suffix(".new")
        faiss.write_index(self._index, str(fresh))
        fresh.replace(path)

    def __len__(self) -> int:
        return 0 if self._index is None else int(self._index.ntotal)

    def keys(self) -> set[int]:
        """The passage keys that can be found."""
        if self._index is None:
            return set()
        return set(faiss.vector_to_array(self._index.id_map).tolist())

    def level_with(self, store: Store, wanted: Collection[int]) -> VectorIndex:
        """An index that holds exactly the passages `wanted`; self if that is the case already."""
        held = self.keys()
        gone = held.difference(wanted)
        missing = sorted(set(wanted).difference(held))
        if not gone and not missing:
            return self
        keys, vectors = store.vectors_by_key(missing)
        index = self._copy(vectors.shape[1])
        if gone and index is not None:
            index.remove_ids(np.fromiter(gone, np.int64, len(gone)))
        if keys and index is not None:
            index.add_with_ids(vectors, np.array(keys, np.int64))
        return VectorIndex(index)

    def search(
        self, query: Vectors, limit: int, allowed: Collection[int] | None = None
    ) -> dict[int, float]:
        """The `limit` nearest passages as {key: cosine}, best first, among `allowed` if given."""
        if self._index is None or not len(self) or (allowed is not None and not allowed):
            return {}
        parameters = None
        if allowed is not None:
            selector = faiss.IDSelectorBatch(np.fromiter(allowed, np.int64, len(allowed)))
            parameters = faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]
        scores, keys = self._index.search(
            query.reshape(1, -1), min(limit, len(self)), params=parameters
        )
        return {
            int(key): float(score)
            for key, score in zip(keys[0], scores[0], strict=True)
            if key >= 0
        }

    def scores(self, query: Vectors, keys: Sequence[int]) -> dict[int, float]:
        """The cosine of each of these passages; keys that are not held are left out."""
        return self.search(query, len(keys), keys)

    def typical(self, query: Vectors) -> float:
        """The mean cosine of all passages to the query, -1..1; 0 when there are none."""
        return 0.0 if self._centre is None else float(query @ self._centre)

    def _copy(self, dimension: int) -> Any:
        if self._index is not None and dimension in (0, self._index.d):
            return faiss.clone_index(self._index)
        return faiss.IndexIDMap2(faiss.IndexFlatIP(dimension)) if dimension else None


def _centre(index: Any) -> Vectors | None:
    """The mean of all vectors."""
    if index is None or not index.ntotal:
        return None
    total = np.zeros(index.d, np.float64)
    for begin in range(0, index.ntotal, _CHUNK):
        chunk = index.index.reconstruct_n(begin, min(_CHUNK, index.ntotal - begin))
        total += chunk.sum(axis=0, dtype=np.float64)
    mean: Vectors = (total / index.ntotal).astype(np.float32)
    return mean
