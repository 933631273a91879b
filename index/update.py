"""Brings a storage up to date with files: reads, splits, embeds what is new, drops what is gone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tqdm import tqdm

from index.derived import update_derived
from index.embedding import Embedder
from index.library.errors import OwnedByLibrary
from index.library.folder import LibraryFolder
from index.library.sync import Synced, sync
from index.plan import Plan
from index.planning import ReadFile, make_plan, reduced
from index.store import Store
from index.storing import PROGRESS_SECONDS, store_documents
from ingest.discovery import find_files
from records import Document


@dataclass(frozen=True, slots=True)
class UpdateReport:
    """What an update did, in documents; `embedded` in passages; `failures` a line for each file."""

    stored: int = 0
    removed: int = 0
    unchanged: int = 0
    embedded: int = 0
    duplicates: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()


def update(
    store: Store,
    paths: Sequence[Path],
    *,
    read_file: ReadFile,
    open_embedder: Callable[[], Embedder],
    passage_characters: int,
    library: LibraryFolder | None = None,
    progress: bool = True,
) -> UpdateReport:
    """Add, replace and remove documents so that the store agrees with `paths`.

    The embedder is opened only if something has to be embedded. A file that cannot be read is
    reported and does not stop the others. Interrupted, it leaves whole documents behind, and the
    next run goes on from there.

    With a `library`, what it holds is stored first, and its states and edits hold whatever the
    files say: a document that it holds a newer version of is not read from its file.

    Raises LibraryError when the library cannot be read, UnreadableFile for a path that does not
    exist, EmbeddingError when the model fails, StorageBusy when another process is writing,
    StorageReplaced when one rebuilt the storage.
    """
    with store.only_writer():
        try:
            synced = Synced()
            if library is not None:
                synced = sync(store, library, open_embedder, passage_characters, progress=progress)
                read_file = _with_edits(read_file, library)
            return _update(
                store,
                paths,
                read_file,
                open_embedder,
                passage_characters,
                library,
                synced,
                progress=progress,
            )
        finally:
            # Also after Ctrl-C: what was stored by then is searchable at once.
            update_derived(store)


def remove_documents(
    store: Store, ids: Sequence[str], library: LibraryFolder | None = None
) -> dict[str, bool]:
    """Remove documents by id; says of each id whether it was there.

    A removed document stays away as long as its file is as it is, unless the file is named
    outright in an update. Raises StorageBusy and StorageReplaced as `update` does, OwnedByLibrary
    for a document of the library.
    """
    with store.only_writer():
        owners, marks = store.document_sources(), store.sources()
        for one in ids:
            if library is not None and one in owners and library.holds(owners[one][0]):
                raise OwnedByLibrary(one, Path(owners[one][0]).parent.parent)
        with store.writing() as writer:
            gone = {one: writer.remove_document(one) for one in ids}
            for source in {owners[one][0] for one in ids if one in owners} & marks.keys():
                writer.put_source(source, reduced(marks[source]))
            writer.remove_unused_vectors()
        update_derived(store)
    return gone


def _update(
    store: Store,
    paths: Sequence[Path],
    read_file: ReadFile,
    open_embedder: Callable[[], Embedder],
    passage_characters: int,
    library: LibraryFolder | None,
    synced: Synced,
    *,
    progress: bool,
) -> UpdateReport:
    own = [store.folder.resolve(), *([library.path.resolve()] if library else [])]
    files = [
        file
        for file in find_files(paths)
        if not any(file.resolve().is_relative_to(folder) for folder in own)
    ]
    folders = [path for path in paths if path.is_dir()]
    bar = tqdm(
        files, desc="读取 reading", unit="file", delay=PROGRESS_SECONDS, disable=not progress
    )
    plan = make_plan(store, bar, folders, read_file, library)
    embedded = 0
    if plan.store:
        embedded = store_documents(store, plan.store, open_embedder, passage_characters, progress)
    removed = _finish(store, plan)
    return UpdateReport(
        stored=len(plan.store) + synced.stored,
        removed=removed + synced.removed,
        unchanged=plan.unchanged,
        embedded=embedded + synced.embedded,
        duplicates=tuple(plan.duplicates),
        failures=tuple(plan.failures),
    )


def _with_edits(read_file: ReadFile, library: LibraryFolder) -> ReadFile:
    """Read files as before, with the metadata that were changed in the library."""
    edited = {record.id: record for record in library.records() if record.edited}

    def read(path: Path) -> list[Document]:
        return [
            edited[one.id].overlaid(one) if one.id in edited else one for one in read_file(path)
        ]

    return read


def _finish(store: Store, plan: Plan) -> int:
    """Apply the cheap part of the plan in one transaction; returns how many were removed."""
    if not (plan.remove or plan.move or plan.sources or plan.forget):
        return 0
    with store.writing() as writer:
        removed = sum(writer.remove_document(document_id) for document_id in plan.remove)
        for document_id, source in plan.move.items():
            writer.move_document(document_id, source)
        for source, mark in plan.sources.items():
            writer.put_source(source, mark)
        for source in plan.forget:
            writer.remove_source(source)
        writer.remove_unused_vectors()
    return removed
