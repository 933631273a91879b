"""Asks an OpenAI-compatible embedding server (`POST {url}/embeddings`)."""

from __future__ import annotations

from collections.abc import Sequence

import httpx
import numpy as np

from index.embedding.protocol import Vectors, normalized
from index.errors import EmbeddingError

BATCH = 64
TIMEOUT_SECONDS = 60.0


class EmbeddingServerError(EmbeddingError):
    """The server could not be reached, refused, or answered something else than vectors."""


class ServerEmbedder:
    """An embedding model behind HTTP."""

    def __init__(
        self, url: str, model: str, api_key: str = "", client: httpx.Client | None = None
    ) -> None:
        """`url` is the base that `/embeddings` is added to, such as `http://localhost:8000/v1`."""
        self._url = url.rstrip("/") + "/embeddings"
        self._model = model
        headers = {"Authorization": f"Bearer {api_key}"} if api_key else {}
        self._client = client or httpx.Client(timeout=TIMEOUT_SECONDS)
        self._client.headers.update(headers)

    @property
    def name(self) -> str:
        """Names the vector space."""
        return f"{self._model}@{self._url}"

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """See Embedder. Raises EmbeddingServerError."""
        parts = [
            self._request(texts[start : start + BATCH]) for start in range(0, len(texts), BATCH)
        ]
        return np.concatenate(parts)

    def embed_query(self, text: str) -> Vectors:
        """See Embedder. Raises EmbeddingServerError."""
        vector: Vectors = self._request([text])[0]
        return vector

    def _request(self, texts: Sequence[str]) -> Vectors:
        body = {"model": self._model, "input": list(texts), "encoding_format": "float"}
        try:
            response = self._client.post(self._url, json=body)
            response.raise_for_status()
            rows = sorted(response.json()["data"], key=lambda row: int(row["index"]))
            vectors = np.array([row["embedding"] for row in rows], np.float32)
        except (httpx.HTTPError, KeyError, TypeError, ValueError) as error:
            raise EmbeddingServerError(
                f"embedding server {self._url}, model {self._model!r}: {error!r}; "
                "check POLICY_EMBEDDING_URL, POLICY_EMBEDDING_MODEL and POLICY_EMBEDDING_API_KEY"
            ) from error
        if vectors.ndim != 2 or len(vectors) != len(texts):
            raise EmbeddingServerError(
                f"embedding server {self._url} answered {len(texts)} texts with an array of "
                f"shape {vectors.shape}"
            )
        return normalized(vectors)
