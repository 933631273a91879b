"""Embedders of ours in llama-index, and theirs here."""

from __future__ import annotations

import asyncio

import numpy as np
import pytest
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.embeddings import MockEmbedding
from llama_index.core.schema import TextNode

from index.embedding.llama_index import LlamaIndexEmbedder, PolicyEmbedding
from tests.small_storage import TinyEmbedder, bigram_vector

TEXTS = ["算力服务券", "租房补贴", "贷款贴息"]


class LengthEmbedding(BaseEmbedding):
    """The vector (length, 1); queries are told from texts by a third number."""

    def _get_query_embedding(self, query: str) -> list[float]:
        return [float(len(query)), 1.0, 9.0]

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)

    def _get_text_embedding(self, text: str) -> list[float]:
        return [float(len(text)), 1.0, 0.0]


def expected() -> list[list[float]]:
    return [bigram_vector(text).tolist() for text in TEXTS]


def test_ours_in_llama_index(tiny_embedder: TinyEmbedder) -> None:
    model = PolicyEmbedding(tiny_embedder, embed_batch_size=2)
    assert model.model_name == "tiny/64"
    assert model.get_text_embedding_batch(TEXTS) == expected()
    assert tiny_embedder.embedded == TEXTS
    assert model.get_text_embedding(TEXTS[0]) == expected()[0]
    assert model.get_query_embedding(TEXTS[1]) == expected()[1]


def test_ours_in_an_event_loop(tiny_embedder: TinyEmbedder) -> None:
    model = PolicyEmbedding(tiny_embedder)
    assert asyncio.run(model.aget_text_embedding_batch(TEXTS)) == expected()
    assert asyncio.run(model.aget_text_embedding(TEXTS[0])) == expected()[0]
    assert asyncio.run(model.aget_query_embedding(TEXTS[1])) == expected()[1]


def test_ours_as_a_step_of_a_pipeline(tiny_embedder: TinyEmbedder) -> None:
    (node,) = PolicyEmbedding(tiny_embedder)([TextNode(text=TEXTS[0])])
    assert node.embedding == expected()[0]


def test_theirs_here() -> None:
    embedder = LlamaIndexEmbedder(LengthEmbedding(model_name="length", embed_batch_size=2))
    assert embedder.name == "base_component/length"
    vectors = embedder.embed_passages(TEXTS)
    assert vectors.dtype == np.float32
    assert vectors.shape == (3, 3)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, rtol=1e-6)
    np.testing.assert_allclose(vectors[0] / vectors[0][1], [len(TEXTS[0]), 1, 0], rtol=1e-6)
    query = embedder.embed_query("算力")
    assert query.shape == (3,)
    np.testing.assert_allclose(query / query[1], [2, 1, 9], rtol=1e-6)


def test_there_and_back(tiny_embedder: TinyEmbedder) -> None:
    embedder = LlamaIndexEmbedder(PolicyEmbedding(tiny_embedder))
    assert embedder.name == "PolicyEmbedding/tiny/64"
    np.testing.assert_allclose(embedder.embed_passages(TEXTS), expected(), rtol=1e-6)
    np.testing.assert_allclose(embedder.embed_query(TEXTS[2]), expected()[2], rtol=1e-6)


def test_a_nameless_model_needs_a_name() -> None:
    with pytest.raises(ValueError, match=r"MockEmbedding.*name="):
        LlamaIndexEmbedder(MockEmbedding(embed_dim=4))
    assert LlamaIndexEmbedder(MockEmbedding(embed_dim=4), name="halves").name == "halves"
