"""The library behind the page: reads for everyone, changes for staff.

Who may call what is for the caller to check; `actor` is only noted.
"""

from __future__ import annotations

import logging
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from pathlib import Path

from answer.dates import today_in_china
from chat.audit import Actor, AuditEntry, AuditTrail
from chat.clock import utc_now
from chat.database import DATABASE_ERRORS
from chat.library.audit import Action, in_words
from chat.library.entries import Entry, View, entry_of, read_entries, shown
from chat.library.fetching import Fetch
from chat.library.metadata import Metadata, completed, metadata_of
from chat.library.questions import Questions
from chat.library.reading import OpenDocument, outline_of
from chat.library.staged import OnProgress, Staged, StagedFile, Upload
from chat.library.staging import Staging
from index.library import Library
from index.library.errors import UnknownDocument
from index.plan import content_hash
from records import Document, DocumentState

logger = logging.getLogger(__name__)


class LibraryService:
    """Lists, opens, stages, saves and changes documents. Safe between threads and processes.

    All that it refuses is a LibraryError (or a StorageError, when the storage itself is busy or
    unusable) and leaves everything as it was. Every change names the `version` of the Entry that
    it was made on.

    The audit list is in another database than the documents. A change that is stored and cannot be
    entered there stands, and the whole entry goes to the log.
    """

    def __init__(
        self,
        library: Library,
        staging: Staging,
        questions: Questions,
        audit: AuditTrail,
        fetch: Fetch,
        clock: Callable[[], date] = today_in_china,
    ) -> None:
        """`fetch` gets one page from the web; `clock` gives the day that validity is judged by."""
        self._library = library
        self._staging = staging
        self._questions = questions
        self._audit = audit
        self._fetch = fetch
        self._clock = clock

    def close(self) -> None:
        """Close the storage."""
        self._library.close()

    # For everyone. What was withdrawn is shown to staff only.

    def revision(self) -> str:
        """A word that becomes another whenever anything in the library does; cheap to ask for."""
        store = self._library.store
        return "-".join(map(str, (store.opening, *store.version())))

    def table(self, view: View | None = None, *, staff: bool = False) -> list[Entry]:
        """The rows that fit the view, sorted; by default the current documents, newest first."""
        entries = read_entries(self._library.store, self._clock())
        if not staff:
            entries = [one for one in entries if one.state is not DocumentState.WITHDRAWN]
        return shown(entries, view or View(), self.in_text)

    def in_text(self, word: str) -> Collection[str]:
        """The ids of all documents in whose text a word stands."""
        forms = {word, unicodedata.normalize("NFKC", word)}
        return set[str]().union(*map(self._library.store.ids_with, forms))

    def entry(self, document_id: str, *, staff: bool = False) -> Entry:
        """The row of one document as it is now. Raises UnknownDocument."""
        return self._entry(self._document(document_id, staff=staff))

    def open(self, document_id: str, *, staff: bool = False) -> OpenDocument:
        """A document in full. Raises UnknownDocument."""
        document = self._document(document_id, staff=staff)
        store = self._library.store
        newest = document.replaced_by or document.id
        others = [newest, *reversed(store.older_versions(newest))]
        return OpenDocument(
            entry=self._entry(document),
            document=document,
            outline=outline_of(document),
            passages=tuple(store.passages(document_id)),
            versions=tuple(self._visible(others, staff=staff)),
        )

    def questions(self, document_id: str) -> Iterator[tuple[str, ...]]:
        """Questions that the public chat answers from this document; none for an old version.

        Gives those that were found so far, again and again, and at last all of them, which takes
        seconds the first time that a content is asked for. Raises UnknownDocument.
        """
        document = self._document(document_id, staff=False)
        if document.state is not DocumentState.CURRENT:
            return iter([()])
        return self._questions.found(document, content_hash(document))

    # For staff.

    def metadata(self, document_id: str) -> Metadata:
        """The form of a document as it is now. Raises UnknownDocument."""
        return metadata_of(self._document(document_id, staff=True))

    def original(self, document_id: str) -> Path | None:
        """The file that a document of the library was read from; None for any other."""
        document = self._document(document_id, staff=True)
        record = self._library.folder.record(document.replaced_by or document_id)
        for version in record.versions if record else ():
            if record and record.stored_id(version) == document_id:
                return self._library.folder.original(record, version)
        return None

    def stage(
        self, uploads: Sequence[Upload], on_progress: OnProgress | None = None
    ) -> list[StagedFile]:
        """Read uploaded files, in their order; each has its documents or its problem."""
        return self._staging.stage(uploads, on_progress)

    def stage_address(self, address: str) -> StagedFile:
        """Fetch one page and read it. Raises RefusedAddress."""
        (staged,) = self._staging.stage([self._fetch(address)])
        return staged

    def staged(self, token: str) -> Staged:
        """What was staged under a token. Raises NotStaged."""
        return self._staging.get(token)

    def discard(self, token: str) -> None:
        """Forget an upload."""
        self._staging.drop(token)

    def save(self, token: str, metadata: Metadata, actor: Actor) -> Entry:
        """Add a staged document. When that is refused it stays staged.

        Raises NotStaged, InvalidMetadata, DocumentExists.
        """
        with self._staging.taking(token) as (staged, original):
            document = completed(staged.document, metadata, is_new=True)
            self._library.add(document, original)
        details = {"title": document.title, "file": original.name, "url": document.url}
        self._note(Action.ADD, document.id, actor, details)
        return self.entry(document.id, staff=True)

    def replace(
        self, document_id: str, token: str, metadata: Metadata, version: str, actor: Actor
    ) -> Entry:
        """Put a staged document in the place of a stored one, whose id it takes.

        Raises NotStaged, InvalidMetadata, UnknownDocument, StaleChange, WrongState,
        DocumentExists.
        """
        with self._staging.taking(token) as (staged, original):
            document = completed(staged.document, metadata, is_new=False)
            old_id = self._library.replace(document_id, document, original, version)
        details = {"title": document.title, "file": original.name, "old": old_id}
        self._note(Action.REPLACE, document_id, actor, details)
        return self.entry(document_id, staff=True)

    def edit(self, document_id: str, metadata: Metadata, version: str, actor: Actor) -> Entry:
        """Change metadata. Raises InvalidMetadata, UnknownDocument, StaleChange, WrongState."""
        before = self._document(document_id, staff=True)
        after = completed(before, metadata, is_new=False)
        self._library.edit(after, version)
        self._note(Action.EDIT, document_id, actor, _changed(before, after))
        return self.entry(document_id, staff=True)

    def withdraw(self, document_id: str, version: str, actor: Actor) -> Entry:
        """Take a document out of answers. Raises UnknownDocument, StaleChange, WrongState."""
        self._library.withdraw(document_id, version)
        return self._noted(Action.WITHDRAW, document_id, actor)

    def restore(self, document_id: str, version: str, actor: Actor) -> Entry:
        """Bring a withdrawn document back. Raises UnknownDocument, StaleChange, WrongState."""
        self._library.restore(document_id, version)
        return self._noted(Action.RESTORE, document_id, actor)

    def _noted(self, action: Action, document_id: str, actor: Actor) -> Entry:
        entry = self.entry(document_id, staff=True)
        self._note(action, document_id, actor, {"title": entry.title})
        return entry

    def _note(
        self, action: Action, document_id: str, actor: Actor, details: Mapping[str, str]
    ) -> None:
        entry = AuditEntry(
            at=utc_now(),
            action=action,
            subject=document_id,
            actor=actor,
            detail=in_words(details),
        )
        try:
            self._audit.add(entry)
        except DATABASE_ERRORS:
            logger.exception("stored, but not in the audit list: %s", entry)

    def _document(self, document_id: str, *, staff: bool) -> Document:
        try:
            document = self._library.store.document(document_id)
        except KeyError as error:
            raise UnknownDocument(document_id) from error
        if document.state is DocumentState.WITHDRAWN and not staff:
            raise UnknownDocument(document_id)
        return document

    def _entry(self, document: Document) -> Entry:
        passages = len(self._library.store.passages(document.id))
        return entry_of(document, passages, content_hash(document), self._clock())

    def _visible(self, ids: Sequence[str], *, staff: bool) -> list[Entry]:
        found = []
        for one in ids:
            try:
                found.append(self.entry(one, staff=staff))
            except UnknownDocument:
                continue
        return found


def _changed(before: Document, after: Document) -> Mapping[str, str]:
    """The fields that differ, as “old → new”."""
    names = [field.name for field in fields(Metadata)]
    pairs = [(name, getattr(before, name), getattr(after, name)) for name in names]
    return {name: f"{old or ''} → {new or ''}" for name, old, new in pairs if old != new}
