"""Brings a storage level with the library's folder, as at every ingest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.embedding import Embedder
from index.library.errors import LibraryMissing
from index.library.folder import LibraryFolder
from index.library.record import Record
from index.plan import NewDocument, content_hash
from index.store import Store
from index.storing import store_documents


@dataclass(frozen=True, slots=True)
class Synced:
    """What a sync did, in documents; `embedded` in passages."""

    stored: int = 0
    removed: int = 0
    embedded: int = 0


def sync(
    store: Store,
    library: LibraryFolder,
    open_embedder: Callable[[], Embedder],
    passage_characters: int,
    *,
    progress: bool = True,
) -> Synced:
    """Store what the library holds, drop what it no longer holds, take over its states and edits.

    To be called by the only writer. States come first, so that nothing withdrawn is found in
    between. Raises LibraryDamaged, LibraryBusy, and LibraryMissing when the folder has gone.
    """
    stored = store.document_sources()
    ours = [one for one, (source, _) in stored.items() if library.holds(source)]
    if not library.exists():
        if ours:
            raise LibraryMissing(library.path, len(ours))
        return Synced()
    with library.locked():
        # Read under the lock: a withdrawal does not wait for an ingest to end.
        records = library.records()
        states = {one: state for record in records for one, state in record.states().items()}
        if states != store.states():
            with store.writing() as writer:
                writer.replace_states(states)
    held = [new for record in records for new in _held(library, record)]
    changed = [new for new in held if stored.get(new.document.id) != (new.source, new.content_hash)]
    changed += _edited(store, records)
    embedded = 0
    if changed:
        embedded = store_documents(store, changed, open_embedder, passage_characters, progress)
    gone = set(ours) - {new.document.id for new in held}
    if gone:
        with store.writing() as writer:
            for one in gone:
                writer.remove_document(one)
            writer.remove_unused_vectors()
    return Synced(len(changed), len(gone), embedded)


def _held(library: LibraryFolder, record: Record) -> list[NewDocument]:
    documents = [(library.document(record, one), one) for one in record.versions]
    return [
        NewDocument(document, library.source(record, version), content_hash(document))
        for document, version in documents
    ]


def _edited(store: Store, records: Sequence[Record]) -> list[NewDocument]:
    """Documents of other files that are not stored as they were edited here."""
    stored = store.document_sources()
    changed = []
    for record in records:
        if not record.edited or record.versions or record.id not in stored:
            continue
        document = record.overlaid(store.document(record.id))
        source, known = stored[record.id]
        if content_hash(document) != known:
            changed.append(NewDocument(document, source, content_hash(document)))
    return changed
