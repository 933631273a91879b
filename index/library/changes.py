"""Changes of the library: each is written to its folder and to the storage, or to neither."""

from __future__ import annotations

import hashlib
import logging
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import PurePath

from index.derived import update_derived
from index.embedding import Embedder
from index.errors import StorageBusy
from index.library.errors import DocumentExists, StaleChange, UnknownDocument, WrongState
from index.library.folder import LibraryFolder
from index.library.prepared import prepared
from index.library.record import Record, State
from index.library.sync import sync
from index.plan import NewDocument, content_hash
from index.store import Store
from index.storing import batches
from records import Document, DocumentState

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it came: its name, and its bytes."""

    name: str
    content: bytes


def version_of(document: Document) -> str:
    """Eight hex digits that change whenever the document does: its text, metadata or state."""
    return version_token(content_hash(document), document)


def version_token(content: str, header: Document) -> str:
    """As `version_of`, for a document whose text is not at hand but whose content hash is."""
    parts = (content, header.state, header.replaced_by)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:8]


class Library:
    """Changes documents of one storage. Safe between threads and processes.

    Every change of a document names the version that it was made on, as `version_of` gives it;
    if the document is another by then, StaleChange is raised. Changes wait ten seconds for one
    another and for an ingest, then raise StorageBusy; withdrawing and restoring do not wait for
    an ingest. Searchers see a change at their next search.
    """

    def __init__(
        self,
        folder: LibraryFolder,
        open_store: Callable[[], Store],
        embedder: Embedder,
        passage_characters: int,
    ) -> None:
        """`open_store` opens the storage, and once more whenever it was rebuilt."""
        self.folder = folder
        self._open_store = open_store
        self._embedder = embedder
        self._passage_characters = passage_characters
        self._lock = threading.Lock()
        self._opened = open_store()

    @property
    def store(self) -> Store:
        """The storage as it is now."""
        with self._lock:
            if self._opened.is_replaced():
                # The old one is not closed: other threads may be reading in it.
                self._opened = self._open_store()
            return self._opened

    def close(self) -> None:
        """Close the storage."""
        self._opened.close()

    def heal(self) -> None:
        """Take over what was written to the folder and, by a crash, not to the storage."""
        store = self.store
        with store.only_writer():
            sync(
                store, self.folder, lambda: self._embedder, self._passage_characters, progress=False
            )
            update_derived(store)

    def add(self, document: Document, original: Original) -> None:
        """Add a document. Raises DocumentExists if its id or its text is there already."""
        embedder = self._prepared(document)
        with self._writing() as store:
            if document.id in store.document_sources() or self.folder.record(document.id):
                raise DocumentExists(document.id)
            if twins := store.ids_of_text(document.text):
                raise DocumentExists(twins[0], same_text=True)
            record = Record(id=document.id).with_version(document, original.name, _now())
            self._put_latest(record, document.text, original)
            self._commit(store, record, [self._new(record, -1, document)], {}, embedder)

    def replace(
        self, document_id: str, document: Document, original: Original, expected: str
    ) -> str:
        """Put a newer version in a document's place; returns the id that the old one has now.

        The old one is kept under that id, superseded. Raises DocumentExists if the text is that
        of a stored document.
        """
        newer = replace(document, id=document_id)
        embedder = self._prepared(newer)
        with self._writing() as store:
            old = self._expected(store, document_id, expected, DocumentState.CURRENT)
            if twins := store.ids_of_text(newer.text):
                raise DocumentExists(twins[0], same_text=True)
            record = self._record(document_id)
            if not record.versions:
                record = record.with_version(old)
                self._put_latest(record, old.text)
            record = record.with_version(newer, original.name, _now())
            old_id = record.stored_id(record.versions[-2])
            if old_id in store.document_sources():
                raise DocumentExists(old_id)
            self._put_latest(record, newer.text, original)
            documents = [
                self._new(record, -2, replace(old, id=old_id)),
                self._new(record, -1, newer),
            ]
            self._commit(store, record, documents, record.states(), embedder)
        return old_id

    def edit(self, document: Document, expected: str) -> None:
        """Change the metadata of a document: all fields but id, text and state are taken over."""
        embedder = self._prepared(document)
        with self._writing() as store:
            old = self._expected(store, document.id, expected)
            if old.state is DocumentState.SUPERSEDED or old.replaced_by:
                raise WrongState(document.id, old.state, DocumentState.CURRENT)
            edited = replace(document, text=old.text, state=old.state, replaced_by=old.replaced_by)
            source, _ = store.document_sources()[document.id]
            record = self._record(document.id).with_metadata(old, edited)
            new = NewDocument(edited, source, content_hash(edited))
            self._commit(store, record, [new], {}, embedder)

    def withdraw(self, document_id: str, expected: str) -> None:
        """Take a document out of answers at once. It is kept, and stays withdrawn."""
        self._set_withdrawn(document_id, expected, withdrawn=True)

    def restore(self, document_id: str, expected: str) -> None:
        """Undo a withdrawal."""
        self._set_withdrawn(document_id, expected, withdrawn=False)

    def _set_withdrawn(self, document_id: str, expected: str, *, withdrawn: bool) -> None:
        store = self.store
        with self.folder.locked():
            old = self._expected(store, document_id, expected)
            if (old.state is DocumentState.WITHDRAWN) is withdrawn:
                wanted = DocumentState.CURRENT if withdrawn else DocumentState.WITHDRAWN
                raise WrongState(document_id, old.state, wanted)
            record = self._record(old.replaced_by or document_id)
            others = tuple(one for one in record.withdrawn if one != document_id)
            record = replace(record, withdrawn=(*others, document_id) if withdrawn else others)
            states = {document_id: record.state(document_id)}
            with self.folder.undone_on_error(record.id), store.writing() as writer:
                writer.put_states(states)
                self.folder.put(record)
        _update_derived(store)

    @contextmanager
    def _writing(self) -> Iterator[Store]:
        """The storage, with nobody else writing to it or to the folder."""
        store = self.store
        with store.only_writer():
            with self.folder.locked():
                yield store
            _update_derived(store)

    def _expected(
        self,
        store: Store,
        document_id: str,
        expected: str,
        state: DocumentState | None = None,
    ) -> Document:
        """The document, if it still is the version that the change was made on."""
        try:
            document = store.document(document_id)
        except KeyError as error:
            raise UnknownDocument(document_id) from error
        if version_of(document) != expected:
            raise StaleChange(document_id, expected, version_of(document))
        if state is not None and document.state is not state:
            raise WrongState(document_id, document.state, state)
        return document

    def _prepared(self, document: Document) -> Embedder:
        return prepared(document, self.store, self._embedder, self._passage_characters)

    def _record(self, document_id: str) -> Record:
        return self.folder.record(document_id) or Record(id=document_id)

    def _put_latest(self, record: Record, text: str, original: Original | None = None) -> None:
        suffix = PurePath(original.name).suffix if original else ""
        content = original.content if original else b""
        self.folder.put_version(record, record.versions[-1], text, suffix, content)

    def _new(self, record: Record, place: int, document: Document) -> NewDocument:
        source = self.folder.source(record, record.versions[place])
        return NewDocument(document, source, content_hash(document))

    def _commit(
        self,
        store: Store,
        record: Record,
        documents: Sequence[NewDocument],
        states: Mapping[str, State],
        embedder: Embedder,
    ) -> None:
        """Write record, documents and states as one change."""
        (batch,) = batches(store, documents, self._passage_characters, most=2**63)
        vectors = batch.vectors(embedder)
        with self.folder.undone_on_error(record.id), store.writing() as writer:
            batch.write(writer, vectors)
            writer.put_states(states)
            writer.remove_unused_vectors()
            self.folder.put(record)


def _update_derived(store: Store) -> None:
    try:
        update_derived(store)
    except StorageBusy:
        # The change is stored; searchers catch up from the storage themselves.
        logger.warning("the indexes of %s are being written: searchers catch up", store.folder)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
