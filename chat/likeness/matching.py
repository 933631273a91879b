"""Finds the question that another one repeats in other words."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import TypeVar

from chat.likeness.agreement import Comparable, difference
from index.embedding import Embedder, Vectors

# Set on the pairs in tests/chat/approved/question_pairs.yaml: of those that agree, the least alike
# have a cosine of .94. It only keeps out what happens to share its words.
LEAST_LIKENESS = 0.92
REMEMBERED = 2000
# Questions that agree share more: more than half on all pairs.
NEAR = 0.4

Key = TypeVar("Key")


class Likeness:
    """Cosines of questions by the product's own embedding. Safe between threads."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._vectors: OrderedDict[str, Vectors] = OrderedDict()
        self._lock = threading.Lock()

    def between(self, one: str, other: str) -> float:
        """The cosine of two questions, -1..1."""
        return float(self._vector(one) @ self._vector(other))

    def _vector(self, text: str) -> Vectors:
        with self._lock:
            if text in self._vectors:
                self._vectors.move_to_end(text)
                return self._vectors[text]
        vector = self._embedder.embed_query(text)
        with self._lock:
            self._vectors[text] = vector
            while len(self._vectors) > REMEMBERED:
                self._vectors.popitem(last=False)
        return vector


def best_match(
    asked: Comparable,
    known: Iterable[tuple[Key, str]],
    read: Callable[[str], Comparable],
    likeness: Likeness,
    home: str = "",
) -> Key | None:
    """The key of the known question that is most like the one asked, of those that agree with it.

    None if none is. Only questions that share characters are `read`, which takes milliseconds, and
    only those that agree are embedded; so most cost next to nothing.
    """
    near = [(key, read(text)) for key, text in known if _shared(asked.wording, text) >= NEAR]
    agreeing = [(key, one) for key, one in near if not difference(asked, one, home)]
    scored = [(likeness.between(asked.wording, one.wording), key) for key, one in agreeing]
    likeliest = max(scored, key=lambda pair: pair[0], default=None)
    return likeliest[1] if likeliest and likeliest[0] >= LEAST_LIKENESS else None


def _shared(one: str, other: str) -> float:
    """The share of the characters of the shorter text that the other has too, 0..1."""
    a, b = set(one), set(other)
    return len(a & b) / max(min(len(a), len(b)), 1)
