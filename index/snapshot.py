"""What one stored state of a storage looks like to searches."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from index.errors import StorageBusy, StorageReplaced
from index.filters import Filters
from index.fulltext import TextIndex
from index.locks import derived_lock
from index.store import Store
from index.vectors import VectorIndex
from records import Document, DocumentState


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One stored state, without what was withdrawn. `is_level`: the full text has all of it."""

    store: Store
    text: TextIndex
    version: tuple[int, int]
    is_level: bool
    vectors: VectorIndex
    document_of: dict[int, str]
    headers: dict[str, Document]
    revisions: dict[str, str]

    def is_newest(self) -> bool:
        """Whether the storage has not changed since, and nothing of it is still to be caught up."""
        return (
            self.is_level and self.version == self.store.version() and not self.store.is_replaced()
        )

    def allowed(self, filters: Filters) -> tuple[list[str] | None, list[int] | None]:
        """The document ids and passage keys that the filters leave; None for no limit."""
        ids = {header.id for header in self.headers.values() if filters.allows(header)}
        if len(ids) == len(self.headers):
            return None, None
        return sorted(ids), [key for key, owner in self.document_of.items() if owner in ids]


def first_snapshot(store: Store) -> Snapshot:
    """The state of a storage whose indexes are not loaded yet."""
    return take_snapshot(store, TextIndex(store.folder), VectorIndex.load(store.folder))


def take_snapshot(store: Store, text: TextIndex, vectors: VectorIndex) -> Snapshot:
    """The state that a storage is in now, its indexes brought level with it."""
    version = store.version()
    document_of = store.passage_keys()
    headers = [one for one in store.document_headers() if one.state is not DocumentState.WITHDRAWN]
    hashes = {one: content for one, (_, content) in store.document_sources().items()}
    return Snapshot(
        store=store,
        text=text,
        version=version,
        is_level=_catch_up(text, store, document_of),
        vectors=vectors.level_with(store, document_of),
        document_of=document_of,
        headers={header.id: header for header in headers},
        revisions={
            header.id: hashes.get(header.id, "")
            for header in headers
            if header.state is DocumentState.CURRENT
        },
    )


def _catch_up(text: TextIndex, store: Store, wanted: Collection[int]) -> bool:
    """Usually the writer has done it; after a crash of the writer, the next reader does.

    False while a writer or a rebuild is at it: to be tried again.
    """
    if not text.is_level_with(wanted):
        try:
            with derived_lock(store.folder, seconds=0):
                if not store.is_replaced():
                    # A writer may have stored more since `wanted` was read.
                    text.level_with(store, store.passage_keys())
        except (StorageBusy, StorageReplaced):
            return False
    text.reload()
    return True
