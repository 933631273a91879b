"""Builds a storage anew when another model, splitter or schema built the present one."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

from index.derived import update_derived
from index.embedding import open_embedder
from index.errors import StorageMismatch, StorageMissing
from index.identity import identity_of
from index.planning import NewDocument
from index.store import Store
from index.update import store_documents
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
    storage of another schema cannot be read: it is set aside and the new one starts empty, to be
    filled from files.
    """
    old = settings.storage
    fresh = old.with_name(f".{old.name}.rebuilding")
    shutil.rmtree(fresh, ignore_errors=True)
    with Store.create(fresh, identity_of(settings)) as target:
        _carry_over(old, target, settings, progress)
        update_derived(target)
    aside = old.with_name(f".{old.name}.before-rebuild")
    shutil.rmtree(aside, ignore_errors=True)
    old.rename(aside)
    fresh.rename(old)
    shutil.rmtree(aside)


def _carry_over(old: Path, target: Store, settings: Settings, progress: bool) -> None:
    wanted = identity_of(settings)
    with Store.open_as_is(old) as source:
        if source.identity().schema != wanted.schema:
            return
        owners = source.document_sources()
        documents = [NewDocument(one, *owners[one.id]) for one in source.documents()]
        store_documents(
            target,
            documents,
            partial(open_embedder, settings),
            settings.passage_characters,
            progress,
        )
        with target.writing():
            for path, mark in source.sources().items():
                target.put_source(path, mark)
