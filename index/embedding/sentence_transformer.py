"""Runs any sentence-transformers model, in the fastest precision that is exact on this CPU."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Literal

import numpy as np
import torch
from sentence_transformers import SentenceTransformer
from transformers.utils import logging

from index.embedding.protocol import Vectors, normalized
from index.errors import EmbeddingError

Precision = Literal["auto", "float32", "bfloat16"]
# Small batches stay in the cache, and in bfloat16 on a CPU plain attention beats the fused kernel,
# which spends a third of all time there: 22 against 18 passages a second.
BATCH = 4
BFLOAT16_ATTENTION = "eager"
# What is multiplied to find the faster precision, and how often: the first rounds warm up.
TOKENS, WIDTH, ROUNDS = 256, 384, 24


def fastest_exact_precision() -> torch.dtype:
    """bfloat16 where the CPU has it in hardware and multiplies it faster, else float32.

    bfloat16 weights keep the cosine to float32 above 0.9999 on this kind of model. With AVX-512
    BF16 or AMX they are twice as fast on one CPU and half as fast on the next, so that is tried
    (in some milliseconds); without, torch emulates it, slower than float32.
    """
    capabilities = torch.cpu.get_capabilities()
    has_bfloat16 = capabilities.get("avx512_bf16") or capabilities.get("amx_bf16")
    if has_bfloat16 and multiplying_seconds(torch.bfloat16) < multiplying_seconds(torch.float32):
        return torch.bfloat16
    return torch.float32


def multiplying_seconds(precision: torch.dtype) -> float:
    """The shortest of a few times that one layer's matrix takes on a batch of short texts."""
    tokens = torch.ones(TOKENS, WIDTH, dtype=precision)
    weights = torch.ones(WIDTH, 4 * WIDTH, dtype=precision)
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        tokens @ weights
        times.append(time.perf_counter() - began)
    return min(times)


class SentenceTransformerEmbedder:
    """A sentence-transformers model as an Embedder, with the model's own prompts if it has any."""

    def __init__(self, model: str, name: str = "", precision: Precision = "auto") -> None:
        """`model` is a folder or a name on the hub; `name` defaults to it.

        Raises EmbeddingError when the model is neither on disk nor reachable, or no such model.
        """
        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        dtype = fastest_exact_precision() if precision == "auto" else getattr(torch, precision)
        options: dict[str, object] = {"dtype": dtype}
        if dtype is torch.bfloat16:
            options["attn_implementation"] = BFLOAT16_ATTENTION
        try:
            self._model = SentenceTransformer(model, device="cpu", model_kwargs=options)
        except (OSError, ValueError) as error:
            raise EmbeddingError(
                f"the embedding model {model!r} cannot be loaded: {' '.join(str(error).split())}; "
                "check POLICY_EMBEDDING_MODEL"
            ) from error
        self._name = name or model

    @property
    def name(self) -> str:
        """Names the vector space."""
        return self._name

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """See Embedder. Sorts by length itself, so any order costs the same."""
        return self._encode(texts, "document")

    def embed_query(self, text: str) -> Vectors:
        """See Embedder."""
        vector: Vectors = self._encode([text], "query")[0]
        return vector

    def _encode(self, texts: Sequence[str], prompt: str) -> Vectors:
        prompts = self._model.prompts
        vectors = self._model.encode(
            list(texts),
            prompt_name=prompt if prompts.get(prompt) else None,
            batch_size=BATCH,
            convert_to_tensor=True,
            show_progress_bar=False,
        )
        return normalized(vectors.float().numpy().astype(np.float32))
