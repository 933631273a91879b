"""What the index asks of an embedding model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Embedder(Protocol):
    """Embeds texts into one space, as float32 of length 1: a dot product is a cosine."""

    @property
    def name(self) -> str:
        """Names the vector space: vectors of different names are never compared."""
        ...

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors of `texts`, shape (len(texts), dimension), rows in the order given."""
        ...

    def embed_query(self, text: str) -> Vectors:
        """The vector of one question, shape (dimension,)."""
        ...


def normalized(vectors: Vectors) -> Vectors:
    """The vectors scaled to length 1 along the last axis."""
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    scaled: Vectors = (vectors / np.maximum(length, 1e-12)).astype(np.float32)
    return scaled
