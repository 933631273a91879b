"""Which embedder the settings pick."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import SecretStr

from index.bundled_model import MODEL_NAME
from index.embedding import embedder_name, open_embedder
from index.embedding.bundled import BundledEmbedder
from index.embedding.protocol import normalized
from index.embedding.server import ServerEmbedder
from tests.small_storage import SETTINGS, bigram_vector


def test_the_built_in_model_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[Path] = []

    def build(models: Path) -> Path:
        built.append(models)
        return models / MODEL_NAME

    monkeypatch.setattr("index.embedding.select.build_bundled_model", build)
    embedder = open_embedder(SETTINGS)
    assert isinstance(embedder, BundledEmbedder)
    assert built == [SETTINGS.models]
    assert embedder.name == embedder_name(SETTINGS)
    assert embedder.name.startswith(f"{MODEL_NAME}/")


def test_an_address_picks_the_server() -> None:
    settings = SETTINGS.model_copy(
        update={
            "embedding_url": "http://localhost:8000/v1/",
            "embedding_model": "bge-m3",
            "embedding_api_key": SecretStr("secret"),
        }
    )
    embedder = open_embedder(settings)
    assert isinstance(embedder, ServerEmbedder)
    assert embedder.name == embedder_name(settings) == "bge-m3@http://localhost:8000/v1/embeddings"


def test_any_other_name_is_one_for_sentence_transformers(
    built_model: Path,
) -> None:
    from index.embedding.sentence_transformer import SentenceTransformerEmbedder

    settings = SETTINGS.model_copy(update={"embedding_model": str(built_model)})
    embedder = open_embedder(settings)
    assert isinstance(embedder, SentenceTransformerEmbedder)
    assert embedder.name == embedder_name(settings) == str(built_model)


def test_normalized() -> None:
    vectors = normalized(3.0 * bigram_vector("算力服务券").reshape(1, -1))
    assert float((vectors**2).sum()) == pytest.approx(1.0)
    assert normalized(0.0 * vectors).tolist() == (0.0 * vectors).tolist()
