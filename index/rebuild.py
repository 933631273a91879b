"""Builds a storage anew when another model, splitter or schema built the present one."""

from __future__ import annotations

import itertools
import shutil
from functools import partial
from pathlib import Path

from index.derived import update_derived
from index.embedding import open_embedder
from index.errors import StorageMismatch, StorageMissing
from index.identity import identity_of
from index.locks import derived_lock, swap_lock, writer_lock
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
    storage of another schema cannot be read: it is kept beside as `.NAME.schema-N`, and the new one
    starts empty, to be filled from files. Searchers that have the old storage open go on answering
    from it.

    Raises StorageBusy when another process is writing, EmbeddingError when the model fails; the
    old storage is then as it was.
    """
    old = settings.storage
    fresh, dropped = _beside(old, "rebuilding"), _beside(old, "rebuilt")
    with writer_lock(old):
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.rmtree(dropped, ignore_errors=True)
        fresh.mkdir()
        with Store.create(fresh, identity_of(settings)) as target:
            carried = _carry_over(old, target, settings, progress)
            update_derived(target)
        # A reader that catches up writes to the folder of this name, whatever it holds.
        with derived_lock(old), swap_lock(old):
            _swap(old, fresh, dropped if carried else _kept(old))
    if carried:
        shutil.rmtree(dropped)


def recover(storage: Path) -> None:
    """Put the old storage back if a rebuild was stopped just between its renames.

    Raises StorageBusy when other processes keep exchanging the folder.
    """
    if not _between(storage).exists():
        return
    with swap_lock(storage):
        if _between(storage).exists() and not storage.exists():
            _between(storage).rename(storage)


def _swap(old: Path, fresh: Path, away: Path) -> None:
    """Put `fresh` in the place of `old`, which goes `away`; `recover` mends a half of it."""
    between = _between(old)
    shutil.rmtree(between, ignore_errors=True)
    old.rename(between)
    fresh.rename(old)
    between.rename(away)


def _between(storage: Path) -> Path:
    """Where the old storage is only while the folders change places."""
    return _beside(storage, "before-rebuild")


def _kept(storage: Path) -> Path:
    """A free name beside the storage, with its schema, for one that only files can replace."""
    with Store.open_as_is(storage) as source:
        name = f"schema-{source.identity().schema}"
    names = itertools.chain([name], (f"{name}-{number}" for number in itertools.count(2)))
    return next(path for one in names if not (path := _beside(storage, one)).exists())


def _beside(storage: Path, name: str) -> Path:
    return storage.with_name(f".{storage.name}.{name}")


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
