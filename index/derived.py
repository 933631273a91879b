"""Brings the derived indexes on disk level with the store."""

from __future__ import annotations

from index.fulltext import TextIndex
from index.locks import derived_lock
from index.store import Store
from index.vectors import VectorIndex


def update_derived(store: Store) -> None:
    """Bring FAISS and full text level with the store. Safe to repeat and to interrupt.

    Raises StorageBusy when another process holds the indexes for longer than a minute.
    """
    with derived_lock(store.folder):
        wanted = store.passage_keys()
        TextIndex(store.folder).level_with(store, wanted)
        saved = VectorIndex.load(store.folder)
        fresh = saved.level_with(store, wanted)
        if fresh is not saved:
            fresh.save(store.folder)
