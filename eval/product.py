"""The product as a system to be scored: the only file of this package that wires it together."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from answer.evidence.certainty import THRESHOLD
from answer.service import Service
from eval.system import OpenedSystem
from index.embedding import embedder_name, open_embedder
from index.errors import ReaderMissing, StorageMissing
from index.identity import identity_of
from index.reader import default_reader_folder
from index.search import Searcher
from index.store import Store
from index.update import update
from ingest.reading import read_file
from records import Answer, AnswerStatus, Document, Hit
from settings import BUNDLED_MODEL, NO_READER, Settings

NAME = "product"
# What every document has; the rest of its fields go into “metadata” of a documents file.
PLAIN_FIELDS = ("id", "title", "text")
NOT_METADATA = ("relations", "state", "replaced_by")


class IndexingFailed(RuntimeError):
    """Documents of the set could not be indexed; a line for each."""

    def __init__(self, failures: Sequence[str]) -> None:
        super().__init__("documents could not be indexed:\n" + "\n".join(failures))


class StorageMixedError(RuntimeError):
    """A storage that holds other documents than the question set."""


@dataclass(frozen=True, slots=True)
class Built:
    """What indexing did and took; `passages` is 0 when all was there already."""

    passages: int
    seconds: float


class ProductSystem:
    """Search and answers of the product on one storage."""

    def __init__(self, searcher: Searcher) -> None:
        """Closing the searcher remains with the caller."""
        self._searcher = searcher
        self._service = Service(searcher)
        self._ids = tuple(header.id for header in searcher.documents())

    def retrieve(
        self,
        question: str,
        k: int,
        *,
        history: Sequence[str] = (),
        document_ids: Collection[str] | None = None,
    ) -> Sequence[Hit]:
        """See System."""
        if not question.strip():
            return ()
        return self._service.retrieve(question, k, history=history, document_ids=document_ids)

    def answer(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        today: date | None = None,
        document_ids: Collection[str] | None = None,
    ) -> Answer:
        """See System. The page does not send a blank question; a set that has one gets nothing."""
        if not question.strip():
            return Answer(question=question, status=AnswerStatus.NO_ANSWER, text="")
        return self._service.answer(
            question, history=history, today=today, document_ids=document_ids
        )

    def document(self, document_id: str) -> Document:
        """See System."""
        return self._searcher.document(document_id)

    def document_ids(self) -> Collection[str]:
        """See System."""
        return self._ids


@contextmanager
def product_on(
    settings: Settings, documents: Sequence[Document] | None, storage: Path | None
) -> Iterator[OpenedSystem]:
    """The product on the documents; without any, on the storage in use.

    Documents are indexed into `storage` (kept, so that a second run starts at once), or into a
    temporary one. Raises as `build_storage` does, StorageMixedError when `storage` holds others.
    """
    if documents is None:
        with _opened(settings.on_storage(storage), None) as opened:
            yield opened
        return
    with TemporaryDirectory(prefix="policy-eval-") as temporary:
        used = settings.on_storage(storage or Path(temporary) / "storage")
        documents_file = Path(temporary) / "documents.jsonl"
        write_documents(documents_file, documents)
        _require_no_others(used, documents)
        built = build_storage(used, [documents_file])
        with _opened(used, built) as opened:
            yield opened


@contextmanager
def product_on_files(settings: Settings, paths: Sequence[Path]) -> Iterator[OpenedSystem]:
    """The product on files and folders, indexed into a temporary storage.

    Raises as `build_storage` does.
    """
    with TemporaryDirectory(prefix="policy-eval-") as temporary:
        used = settings.on_storage(Path(temporary) / "storage")
        built = build_storage(used, paths)
        with _opened(used, built) as opened:
            yield opened


def build_storage(settings: Settings, paths: Sequence[Path]) -> Built:
    """Bring the storage of these settings up to date with the files, as `python -m ingest` does.

    Raises StorageError, UnreadableFile for a path that does not exist, IndexingFailed for files
    that cannot be read.
    """
    started = perf_counter()
    with Store.create(settings.storage, identity_of(settings)) as store:
        report = update(
            store,
            paths,
            read_file=partial(read_file, settings=settings),
            open_embedder=partial(open_embedder, settings),
            passage_characters=settings.passage_characters,
        )
    if report.failures:
        raise IndexingFailed(report.failures)
    return Built(report.embedded, perf_counter() - started)


def write_documents(path: Path, documents: Sequence[Document]) -> None:
    """One document a line, as `python -m ingest` reads them; ids are kept."""
    with path.open("w", encoding="utf-8") as lines:
        for document in documents:
            values = {field.name: getattr(document, field.name) for field in fields(document)}
            metadata = {
                name: value
                for name, value in values.items()
                if value and name not in (*PLAIN_FIELDS, *NOT_METADATA)
            }
            line = {name: values[name] for name in PLAIN_FIELDS} | {"metadata": metadata}
            lines.write(json.dumps(line, ensure_ascii=False, default=str) + "\n")


def describe(settings: Settings) -> Mapping[str, str]:
    """The settings that decide results."""
    return {
        "embedding model": embedder_name(settings),
        "embedding precision": settings.embedding_precision,
        "reader": _reader(settings),
        "passage characters": str(settings.passage_characters),
        "storage": str(settings.storage),
        "answer threshold": f"{THRESHOLD:g}",
    }


def _reader(settings: Settings) -> str:
    """The reader's name and the hash of its weights, for a folder may get others."""
    if settings.reader == NO_READER:
        return NO_READER
    bundled = settings.reader == BUNDLED_MODEL
    folder = default_reader_folder() if bundled else Path(settings.reader)
    weights = folder / "reader.onnx"
    try:
        with weights.open("rb") as content:
            digest = hashlib.file_digest(content, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise ReaderMissing(weights) from error
    return f"{settings.reader} {digest[:12]}"


@contextmanager
def _opened(settings: Settings, built: Built | None) -> Iterator[OpenedSystem]:
    searcher = Searcher.open(settings)
    try:
        yield OpenedSystem(
            name=NAME,
            system=ProductSystem(searcher),
            threshold=THRESHOLD,
            passages=built.passages if built and built.passages else None,
            index_seconds=built.seconds if built else None,
            settings=describe(settings),
        )
    finally:
        searcher.close()


def _require_no_others(settings: Settings, documents: Sequence[Document]) -> None:
    """Before anything is written: a storage in use is not to be mixed with a question set."""
    try:
        store = Store.open(settings.storage, identity_of(settings))
    except StorageMissing:
        return
    with store:
        others = {header.id for header in store.document_headers()} - {d.id for d in documents}
    if others:
        raise StorageMixedError(
            f"{settings.storage} holds {len(others)} documents that are not in the set, such as "
            f"{min(others)}. Leave --storage out for a temporary one, or name an empty folder."
        )
