"""Runs an exported encoder with onnxruntime: ready in half a second, exact, fast for one question.

Importing sentence-transformers takes several seconds, which a fresh `python -m answer` cannot
spend. The folder's `onnx/model.onnx` is the same float32 network, pooling and norm included.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from index.embedding.protocol import Vectors

BATCH = 8


def resting() -> onnxruntime.SessionOptions:
    """Options that let threads sleep at once after a run.

    By default they spin for a while, on cores that the reader needs right after a question has
    been encoded: a whole answer takes 4% longer.
    """
    options = onnxruntime.SessionOptions()
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return options


class OnnxEncoder:
    """Encodes texts with `FOLDER/onnx/model.onnx` and `FOLDER/tokenizer.json`."""

    def __init__(self, folder: Path, maximum_tokens: int = 512) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        pad = self._tokenizer.token_to_id("<pad>")
        self._tokenizer.enable_padding(pad_id=pad, pad_token="<pad>")
        self._tokenizer.enable_truncation(maximum_tokens)
        self._session = onnxruntime.InferenceSession(
            str(folder / "onnx" / "model.onnx"), resting(), providers=["CPUExecutionProvider"]
        )

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of length 1, shape (len(texts), dimension). `texts` must not be empty."""
        parts = [
            self._encode_batch(texts[start : start + BATCH])
            for start in range(0, len(texts), BATCH)
        ]
        return np.concatenate(parts)

    def _encode_batch(self, texts: Sequence[str]) -> Vectors:
        encodings = self._tokenizer.encode_batch(list(texts))
        (vectors,) = self._session.run(
            None,
            {
                "input_ids": np.array([encoding.ids for encoding in encodings], np.int64),
                "attention_mask": np.array(
                    [encoding.attention_mask for encoding in encodings], np.int64
                ),
            },
        )
        return np.asarray(vectors, np.float32)
