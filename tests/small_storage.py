"""Small storages for tests: a tiny embedder, documents with defaults, a corpus folder in use.

Kept free of pytest, so that a test's subprocess can use it too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from index.embedding import Embedder, Vectors
from index.embedding.protocol import normalized
from index.identity import SCHEMA_VERSION, Identity
from index.plan import NewDocument, content_hash
from index.search import Searcher
from index.store import Store
from index.storing import store_documents
from index.update import UpdateReport, update
from ingest.clauses.version import SPLITTER_VERSION
from ingest.reading import read_file
from records import Document
from settings import Settings

DIMENSION = 64
PASSAGE_CHARACTERS = 60
# Never reads the environment or an `.env` of whoever runs the tests.
SETTINGS = Settings.model_construct()


# Indexes sync to disk at every commit; in memory that costs nothing.
MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None


class TinyEmbedder:
    """A bag of character bigrams hashed to 64 dimensions; counts what it was given.

    The cosine of two texts is that of their bigram counts, but for the few that share a bucket.
    """

    name = "tiny/64"

    def __init__(self) -> None:
        self.embedded: list[str] = []

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        self.embedded.extend(texts)
        return np.stack([bigram_vector(text) for text in texts])

    def embed_query(self, text: str) -> Vectors:
        return bigram_vector(text)


def bigram_vector(text: str) -> Vectors:
    """Shape (64,), of length 1; a text without two characters in a row gives zeros."""
    counts = np.zeros(DIMENSION, np.float32)
    for first, second in pairwise(text):
        digest = hashlib.sha256((first + second).encode("utf-8")).digest()
        counts[int.from_bytes(digest[:4], "big") % DIMENSION] += 1.0
    return normalized(counts)


class FailingEmbedder(TinyEmbedder):
    """Embeds so many batches and then raises."""

    def __init__(self, error: BaseException, batches: int = 0) -> None:
        super().__init__()
        self._error = error
        self._batches = batches

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        if self._batches == 0:
            raise self._error
        self._batches -= 1
        return super().embed_passages(texts)


def tiny_identity(passage_characters: int = PASSAGE_CHARACTERS) -> Identity:
    """The identity of storages built with the tiny embedder."""
    return Identity(
        schema=str(SCHEMA_VERSION),
        splitter=f"clauses-{SPLITTER_VERSION}/{passage_characters}",
        embedder=TinyEmbedder.name,
    )


def make_document(**overrides: Any) -> Document:
    """A document with every field that is not given set to something plain."""
    values: dict[str, Any] = {
        "id": "voucher",
        "title": "算力服务券办法",
        "text": "第一条 算力服务券按算力费用的50%补助，最高20万元。\n第二条 补助期限不超过三年。\n",
        "kind": "measure",
        "region": "武汉市",
    }
    return Document(**(values | overrides))


def put(store: Store, *documents: Document, embedder: Embedder | None = None) -> None:
    """Split, embed and store documents as an ingest does, but leave the derived indexes alone."""
    store_documents(
        store,
        [NewDocument(one, f"/corpus/{one.id}.md", content_hash(one)) for one in documents],
        lambda: embedder or TinyEmbedder(),
        PASSAGE_CHARACTERS,
        progress=False,
    )


@dataclass
class SmallStorage:
    """A corpus folder and the storage that is built from it with the tiny embedder."""

    folder: Path
    corpus: Path
    identity: Identity = field(default_factory=tiny_identity)
    embedder: TinyEmbedder = field(default_factory=TinyEmbedder)

    def write(self, name: str, text: str) -> Path:
        """Write a file of the corpus."""
        path = self.corpus / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def settings(self, **changes: object) -> Settings:
        """Settings that ask for just this storage, but for `changes`."""
        return SETTINGS.model_copy(
            update={
                "storage": self.folder,
                "corpus": self.corpus,
                "embedding_model": TinyEmbedder.name,
                "passage_characters": PASSAGE_CHARACTERS,
                **changes,
            }
        )

    def set_environment(self, setenv: Callable[[str, str], None]) -> None:
        """Make a command's own `Settings()` ask for just this storage."""
        setenv("POLICY_STORAGE", str(self.folder))
        setenv("POLICY_CORPUS", str(self.corpus))
        setenv("POLICY_EMBEDDING_MODEL", TinyEmbedder.name)
        setenv("POLICY_EMBEDDING_URL", "")
        setenv("POLICY_PASSAGE_CHARACTERS", str(PASSAGE_CHARACTERS))

    def update(self, *paths: Path, embedder: Embedder | None = None) -> UpdateReport:
        """Ingest the whole corpus, or these paths."""
        with Store.create(self.folder, self.identity) as store:
            return update(
                store,
                paths or (self.corpus,),
                read_file=partial(read_file, settings=SETTINGS),
                open_embedder=lambda: embedder or self.embedder,
                passage_characters=PASSAGE_CHARACTERS,
                progress=False,
            )

    def open(self) -> Store:
        """Open the storage."""
        return Store.open(self.folder, self.identity)

    def searcher(self) -> Searcher:
        """A searcher of the storage."""
        return Searcher(self.open(), TinyEmbedder())

    def ids(self) -> set[str]:
        """The ids of the documents that are listed."""
        with self.open() as store:
            return {header.id for header in store.document_headers()}

    def found(self, question: str, k: int = 10) -> set[str]:
        """The ids of the documents that a fresh searcher finds."""
        searcher = self.searcher()
        found = {hit.passage.document_id for hit in searcher.search(question, k)}
        searcher.close()
        return found
