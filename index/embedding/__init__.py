"""Turns text into vectors: one small Protocol, and a module for each way of doing it."""

from index.embedding.protocol import Embedder, Vectors
from index.embedding.select import embedder_name, open_embedder

__all__ = ["Embedder", "Vectors", "embedder_name", "open_embedder"]
