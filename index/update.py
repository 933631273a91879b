"""Brings a storage up to date with files: reads, splits, embeds what is new, drops what is gone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tqdm import tqdm

from index.derived import update_derived
from index.embedding import Embedder
from index.passage_text import indexed_text, text_hash
from index.plan import NewDocument, Plan
from index.planning import ReadFile, make_plan, reduced
from index.store import Store
from ingest.clauses import split
from ingest.discovery import find_files
from records import Passage

# So many new passages are embedded and committed together: an interrupted run keeps the rest.
COMMIT_PASSAGES = 128
# A bar appears once something has taken this long.
PROGRESS_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class UpdateReport:
    """What an update did, in documents; `embedded` in passages; `failures` a line for each file."""

    stored: int = 0
    removed: int = 0
    unchanged: int = 0
    embedded: int = 0
    duplicates: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()


@dataclass(slots=True)
class _Batch:
    documents: list[tuple[NewDocument, list[Passage], list[bytes]]] = field(default_factory=list)
    texts: dict[bytes, str] = field(default_factory=dict)


def update(
    store: Store,
    paths: Sequence[Path],
    *,
    read_file: ReadFile,
    open_embedder: Callable[[], Embedder],
    passage_characters: int,
    progress: bool = True,
) -> UpdateReport:
    """Add, replace and remove documents so that the store agrees with `paths`.

    The embedder is opened only if something has to be embedded. A file that cannot be read is
    reported and does not stop the others. Interrupted, it leaves whole documents behind, and the
    next run goes on from there.

    Raises UnreadableFile for a path that does not exist, EmbeddingError when the model fails,
    StorageBusy when another process is writing, StorageReplaced when one rebuilt the storage.
    """
    with store.only_writer():
        try:
            return _update(
                store, paths, read_file, open_embedder, passage_characters, progress=progress
            )
        finally:
            # Also after Ctrl-C: what was stored by then is searchable at once.
            update_derived(store)


def remove_documents(store: Store, ids: Sequence[str]) -> dict[str, bool]:
    """Remove documents by id; says of each id whether it was there.

    A removed document stays away as long as its file is as it is, unless the file is named
    outright in an update. Raises StorageBusy and StorageReplaced as `update` does.
    """
    with store.only_writer():
        owners, marks = store.document_sources(), store.sources()
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
    *,
    progress: bool,
) -> UpdateReport:
    own = store.folder.resolve()
    files = [file for file in find_files(paths) if not file.resolve().is_relative_to(own)]
    folders = [path for path in paths if path.is_dir()]
    bar = tqdm(
        files, desc="读取 reading", unit="file", delay=PROGRESS_SECONDS, disable=not progress
    )
    plan = make_plan(store, bar, folders, read_file)
    embedded = 0
    if plan.store:
        embedded = store_documents(store, plan.store, open_embedder, passage_characters, progress)
    removed = _finish(store, plan)
    return UpdateReport(
        stored=len(plan.store),
        removed=removed,
        unchanged=plan.unchanged,
        embedded=embedded,
        duplicates=tuple(plan.duplicates),
        failures=tuple(plan.failures),
    )


def store_documents(
    store: Store,
    documents: Sequence[NewDocument],
    open_embedder: Callable[[], Embedder],
    passage_characters: int,
    progress: bool,
) -> int:
    """Split, embed and store documents in batches; returns how many passages were embedded."""
    batches = list(_batches(store, documents, passage_characters))
    total = sum(len(batch.texts) for batch in batches)
    embedder = open_embedder() if total else None
    with tqdm(
        total=total,
        desc="向量 embedding",
        unit="passage",
        delay=PROGRESS_SECONDS,
        disable=not progress,
    ) as bar:
        for batch in batches:
            vectors = (
                embedder.embed_passages(list(batch.texts.values()))
                if embedder and batch.texts
                else None
            )
            with store.writing() as writer:
                if vectors is not None:
                    writer.put_vectors(list(batch.texts), vectors)
                for new, passages, hashes in batch.documents:
                    writer.put_document(
                        new.document,
                        passages,
                        hashes,
                        source=new.source,
                        content_hash=new.content_hash,
                    )
            bar.update(len(batch.texts))
    return total


def _batches(
    store: Store, documents: Sequence[NewDocument], passage_characters: int
) -> Iterator[_Batch]:
    """Split the documents and gather them until a batch has enough texts without a vector.

    A text that occurs twice is in the batch of its first occurrence only.
    """
    batch, seen = _Batch(), set[bytes]()
    for new in documents:
        passages = split(new.document, passage_characters)
        texts = {text_hash(text): text for text in map(indexed_text, passages)}
        hashes = [text_hash(indexed_text(passage)) for passage in passages]
        fresh = texts.keys() - seen - store.known_hashes(texts)
        batch.texts |= {key: texts[key] for key in texts if key in fresh}
        seen |= fresh
        batch.documents.append((new, passages, hashes))
        if len(batch.texts) >= COMMIT_PASSAGES:
            yield batch
            batch = _Batch()
    if batch.documents:
        yield batch


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
