"""Runs any sentence-transformers model, in the fastest precision that is exact on this CPU."""

from __future__ import annotations

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


def fastest_exact_precision() -> torch.dtype:
    """bfloat16 where the CPU multiplies it in hardware, else float32.

    bfloat16 weights keep the cosine to float32 above 0.9999 on this kind of model and double the
    speed with AVX-512 BF16 or AMX; without them torch emulates it, slower than float32.
    """
    capabilities = torch.cpu.get_capabilities()
    if capabilities.get("avx512_bf16") or capabilities.get("amx_bf16"):
        return torch.bfloat16
    return torch.float32


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
