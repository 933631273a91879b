"""Checks a built model against stored vectors.

`reference.json` holds a few texts and their vectors as the package's own compiled engine gives
them, which shares no code with ours. That engine rounds activations to 8 bits, which costs about
0.0001 of cosine; a wrong tensor, tokenizer or pooling costs far more.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from index.embedding.onnx_encoder import OnnxEncoder
from index.embedding.protocol import Vectors
from index.errors import EmbeddingError

REFERENCE = Path(__file__).with_name("reference.json")
LEAST_COSINE = 0.9995


def read_reference() -> tuple[list[str], Vectors]:
    """The reference texts, prefixes included, and their vectors, shape (texts, 384)."""
    reference = json.loads(REFERENCE.read_text("utf-8"))
    return reference["texts"], np.array(reference["vectors"], np.float32)


def check_model(folder: Path) -> None:
    """Compare both engines with the reference. Raises EmbeddingError naming text and cosine."""
    from index.embedding.sentence_transformer import SentenceTransformerEmbedder

    texts, expected = read_reference()
    passages = [text.removeprefix("passage: ") for text in texts]
    by_torch = SentenceTransformerEmbedder(str(folder), precision="float32")
    _compare("sentence-transformers", texts, by_torch.embed_passages(passages), expected)
    _compare("onnxruntime", texts, OnnxEncoder(folder).encode(texts), expected)


def _compare(engine: str, texts: list[str], vectors: Vectors, expected: Vectors) -> None:
    cosines = (vectors * expected).sum(axis=1)
    for text, cosine in zip(texts, cosines, strict=True):
        if cosine < LEAST_COSINE:
            raise EmbeddingError(
                f"the built model is wrong: {engine} gives {text!r} a vector with cosine "
                f"{cosine:.5f} to the stored one, expected at least {LEAST_COSINE}"
            )
