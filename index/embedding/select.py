"""Picks the embedder that the settings name. Heavy engines are imported only when picked."""

from __future__ import annotations

from index.bundled_model import MODEL_NAME, MODEL_VERSION, build_bundled_model
from index.embedding.protocol import Embedder
from settings import BUNDLED_MODEL, Settings


def embedder_name(settings: Settings) -> str:
    """The name of the vector space that `open_embedder` would use, without loading anything."""
    if settings.embedding_url:
        return f"{settings.embedding_model}@{settings.embedding_url.rstrip('/')}/embeddings"
    if settings.embedding_model == BUNDLED_MODEL:
        return f"{MODEL_NAME}/{MODEL_VERSION}"
    return settings.embedding_model


def open_embedder(settings: Settings) -> Embedder:
    """The embedder for these settings; builds the built-in model's folder if it is missing.

    Raises EmbeddingError when the built-in model cannot be built or a named one not be loaded.
    """
    if settings.embedding_url:
        from index.embedding.server import ServerEmbedder

        return ServerEmbedder(
            settings.embedding_url,
            settings.embedding_model,
            settings.embedding_api_key.get_secret_value(),
        )
    name = embedder_name(settings)
    if settings.embedding_model == BUNDLED_MODEL:
        from index.embedding.bundled import BundledEmbedder

        folder = build_bundled_model(settings.models)
        return BundledEmbedder(folder, name, settings.embedding_precision)
    from index.embedding.sentence_transformer import SentenceTransformerEmbedder

    return SentenceTransformerEmbedder(settings.embedding_model, name, settings.embedding_precision)
