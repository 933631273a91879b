"""The built-in model: passages by sentence-transformers, questions by onnxruntime."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from index.embedding.onnx_encoder import OnnxEncoder
from index.embedding.protocol import Vectors

if TYPE_CHECKING:
    from index.embedding.sentence_transformer import Precision, SentenceTransformerEmbedder

# Below this many passages onnxruntime is done before sentence-transformers has been imported.
FEW_PASSAGES = 48


class BundledEmbedder:
    """multilingual-e5-small from its folder. Both engines run the same weights."""

    def __init__(self, folder: Path, name: str, precision: Precision = "auto") -> None:
        self._folder = folder
        self._name = name
        self._precision: Precision = precision

    @property
    def name(self) -> str:
        """Names the vector space."""
        return self._name

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """See Embedder."""
        if len(texts) <= FEW_PASSAGES and "_batch_engine" not in self.__dict__:
            return self._encoder.encode([f"passage: {text}" for text in texts])
        return self._batch_engine.embed_passages(texts)

    def embed_query(self, text: str) -> Vectors:
        """See Embedder."""
        vector: Vectors = self._encoder.encode([f"query: {text}"])[0]
        return vector

    @cached_property
    def _encoder(self) -> OnnxEncoder:
        return OnnxEncoder(self._folder)

    @cached_property
    def _batch_engine(self) -> SentenceTransformerEmbedder:
        from index.embedding.sentence_transformer import SentenceTransformerEmbedder

        return SentenceTransformerEmbedder(str(self._folder), self._name, self._precision)
