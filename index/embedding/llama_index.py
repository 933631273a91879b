"""Both ways between our embedders and those of llama-index."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

import numpy as np
from llama_index.core.base.embeddings.base import BaseEmbedding
from pydantic import PrivateAttr

from index.embedding.protocol import Embedder, Vectors, normalized

# llama-index's name for a model that did not give one.
NAMELESS = "unknown"


class PolicyEmbedding(BaseEmbedding):
    """An Embedder of ours as a llama-index embedding model; vectors are of length 1."""

    _embedder: Embedder = PrivateAttr()

    def __init__(self, embedder: Embedder, **options: Any) -> None:
        """`options` are those of `BaseEmbedding`, such as `embed_batch_size`."""
        super().__init__(**{"model_name": embedder.name, **options})
        self._embedder = embedder

    @classmethod
    def class_name(cls) -> str:
        """Return the name that llama-index shows in its events."""
        return "PolicyEmbedding"

    def _get_query_embedding(self, query: str) -> list[float]:
        vector: list[float] = self._embedder.embed_query(query).tolist()
        return vector

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return await asyncio.to_thread(self._get_query_embedding, query)

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    async def _aget_text_embedding(self, text: str) -> list[float]:
        return await asyncio.to_thread(self._get_text_embedding, text)

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        vectors: list[list[float]] = self._embedder.embed_passages(texts).tolist()
        return vectors

    async def _aget_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return await asyncio.to_thread(self._get_text_embeddings, texts)


class LlamaIndexEmbedder:
    """Any llama-index embedding model as an Embedder, its vectors scaled to length 1."""

    def __init__(self, model: BaseEmbedding, name: str = "") -> None:
        """`name` names the vector space; it defaults to the model's class and name.

        Raises ValueError for a model without a name of its own if none is given: vectors of two
        such models could not be told apart.
        """
        if not name and model.model_name in ("", NAMELESS):
            raise ValueError(
                f"{model.class_name()} does not say which model it is: "
                "give its vectors a name, LlamaIndexEmbedder(model, name=…)"
            )
        self._model = model
        self._name = name or f"{model.class_name()}/{model.model_name}"

    @property
    def name(self) -> str:
        """Names the vector space."""
        return self._name

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """See Embedder."""
        return normalized(np.array(self._model.get_text_embedding_batch(list(texts)), np.float32))

    def embed_query(self, text: str) -> Vectors:
        """See Embedder."""
        return normalized(np.array(self._model.get_query_embedding(text), np.float32))
