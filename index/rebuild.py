"""Builds a storage anew when another model, splitter or schema built the present one."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

from index.derived import update_derived
from index.embedding import open_embedder
from index.errors import StorageMismatch, StorageMissing
from index.identity import identity_of
from index.locks import derived_lock, writer_lock
from index.plan import NewDocument
from index.store import Store
from index.storing import store_documents
from settings import Settings


def is_stale(settings: Settings) -> bool:
    """Whether there is a storage that these settings cannot use. Raises StorageDamaged."""
    try:
        Store.open(settings.storage, identity_of(settings)).close()
    except StorageMissing:
        return False
    except StorageMismatch:
        return True
    return False


def rebuild(settings: Settings, *, progress: bool = True) -> None:
    """Split and embed every stored document again, in a folder beside, then swap the folders.

    The documents come from the old storage, so it does not matter if their files are gone. A
    storage of another schema cannot be read: it is set aside, kept, and the new one starts empty,
    to be filled from files. Searchers that have the old storage open go on answering from it.

    Raises StorageBusy when another process is writing, EmbeddingError when the model fails; the
    old storage is then as it was.
    """
    old = settings.storage
    fresh = old.with_name(f".{old.name}.rebuilding")
    with writer_lock(old):
        shutil.rmtree(fresh, ignore_errors=True)
        with Store.create(fresh, identity_of(settings)) as target:
            carried = _carry_over(old, target, settings, progress)
            update_derived(target)
        aside = _aside(old)
        # A reader that catches up writes to the folder of this name, whatever it holds.
        with derived_lock(old):
            shutil.rmtree(aside, ignore_errors=True)
            old.rename(aside)
            fresh.rename(old)
    if carried:
        shutil.rmtree(aside)


def recover(storage: Path) -> None:
    """Put the old storage back if a rebuild was stopped just between its two renames."""
    aside = _aside(storage)
    if aside.exists() and not storage.exists():
        aside.rename(storage)


def _aside(storage: Path) -> Path:
    return storage.with_name(f".{storage.name}.before-rebuild")


def _carry_over(old: Path, target: Store, settings: Settings, progress: bool) -> bool:
    """Store the documents of the old storage again; False if its schema cannot be read."""
    wanted = identity_of(settings)
    with Store.open_as_is(old) as source:
        if source.identity().schema != wanted.schema:
            return False
        owners = source.document_sources()
        documents = [NewDocument(one, *owners[one.id]) for one in source.documents()]
        store_documents(
            target,
            documents,
            partial(open_embedder, settings),
            settings.passage_characters,
            progress,
        )
        with target.writing() as writer:
            for path, mark in source.sources().items():
                writer.put_source(path, mark)
            writer.replace_states(source.states())
    return True
