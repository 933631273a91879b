"""Brings the derived indexes level with the store and tells readers of it."""

from __future__ import annotations

from filelock import FileLock

from index.fulltext import TextIndex
from index.search import LOCK_FILE
from index.store import Store
from index.vectors import VectorIndex

LOCK_SECONDS = 60.0


def update_derived(store: Store) -> None:
    """Bring FAISS and full text level with the store. Safe to repeat and to interrupt.

    Raises filelock.Timeout when another writer holds the indexes for longer than a minute.
    """
    with FileLock(store.folder / LOCK_FILE, timeout=LOCK_SECONDS):
        wanted = store.passage_keys()
        TextIndex(store.folder).level_with(store, wanted)
        saved = VectorIndex.load(store.folder)
        fresh = saved.level_with(store, wanted)
        if fresh is not saved:
            fresh.save(store.folder)
    store.announce()
