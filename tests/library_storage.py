"""A small storage with a library beside it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from index.library import Library, LibraryFolder, Original, version_of
from index.store import Store
from index.update import UpdateReport, update
from ingest.reading import read_file
from records import Document
from tests.small_storage import (
    PASSAGE_CHARACTERS,
    SETTINGS,
    SmallStorage,
    TinyEmbedder,
    make_document,
    tiny_identity,
)

NEWER = "第一条 算力服务券按算力费用的60%补助，最高30万元。\n第二条 补助期限不超过五年。\n"
ORIGINAL = Original("算力券 新.pdf", b"%PDF-1.7 new")


@dataclass
class LibraryStorage:
    """The tiny storage, and its library."""

    storage: SmallStorage

    @property
    def folder(self) -> LibraryFolder:
        return LibraryFolder(self.storage.folder.with_name("storage-library"))

    def library(self) -> Library:
        return Library(self.folder, self.storage.open, TinyEmbedder(), PASSAGE_CHARACTERS)

    def ingest(self, *paths: Path) -> UpdateReport:
        """As `python -m ingest` does; makes the storage if it is gone."""
        with Store.create(self.storage.folder, tiny_identity()) as store:
            return update(
                store,
                paths or (self.storage.corpus,),
                read_file=partial(read_file, settings=SETTINGS),
                open_embedder=TinyEmbedder,
                passage_characters=PASSAGE_CHARACTERS,
                library=self.folder,
                progress=False,
            )

    def stored(self, document_id: str) -> Document:
        with self.storage.open() as store:
            return store.document(document_id)

    def token(self, document_id: str) -> str:
        return version_of(self.stored(document_id))

    def everything(self) -> dict[str, Document]:
        """Every document with its state, and that the storage is sound."""
        with self.storage.open() as store:
            return {one.id: one for one in store.documents()}


def fresh_document(**changes: object) -> Document:
    """A document that is not in the tiny storage."""
    values: dict[str, object] = {
        "id": "rent",
        "title": "场地补贴办法",
        "text": "第一条 对租用场地的企业给予补贴，每平方米20元。\n",
    }
    return make_document(**(values | changes))
