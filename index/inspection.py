"""Checks that a storage keeps its promises: passages slice and cover, and every index agrees."""

from __future__ import annotations

from index.fulltext import FOLDER, TextIndex
from index.library import LibraryError, LibraryFolder
from index.plan import content_hash
from index.store import Store
from index.vectors import VectorIndex
from records import Document, Passage


def problems_of(store: Store, library: LibraryFolder | None = None) -> list[str]:
    """One line for each thing that is wrong; empty for a storage that is sound.

    With a library, also for what it holds and the storage has otherwise.
    """
    problems = store.integrity()
    if library is not None:
        problems += _library_problems(store, library)
    for document in store.documents():
        problems += _document_problems(document, store.passages(document.id))
    wanted = store.passage_keys().keys()
    text = TextIndex(store.folder)
    held = {"vectors.faiss": VectorIndex.load(store.folder).keys(), "fulltext": text.keys()}
    for name, keys in held.items():
        if missing := wanted - keys:
            problems.append(f"{name}: 缺 {len(missing)} 段，运行 python -m ingest 补上 (missing)")
        if extra := keys - wanted:
            problems.append(f"{name}: 多 {len(extra)} 段，运行 python -m ingest 清除 (left over)")
    if len(text) != len(held["fulltext"]):
        problems.append(
            f"fulltext: 有 {len(text)} 段，应有 {len(held['fulltext'])} 段，请删除 "
            f"{store.folder / FOLDER} 后运行 python -m ingest (delete that folder, then ingest)"
        )
    return problems


def _library_problems(store: Store, library: LibraryFolder) -> list[str]:
    problems = []
    stored, states = store.document_sources(), store.states()
    try:
        for record in library.records():
            held = [library.document(record, version) for version in record.versions]
            problems += [
                f"{one.id}: 与文件库不一致，运行 python -m ingest 修复 (not as in the library)"
                for one in held
                if stored.get(one.id, ("", ""))[1] != content_hash(one)
            ]
            problems += [
                f"{one}: 状态与文件库不一致，运行 python -m ingest 修复 (another state there)"
                for one, state in record.states().items()
                if states.get(one) != state
            ]
    except LibraryError as error:
        problems.append(str(error))
    return problems


def _document_problems(document: Document, passages: list[Passage]) -> list[str]:
    problems = []
    end = 0
    for passage in passages:
        if document.text[end : passage.start].strip():
            problems.append(f"{document.id}: [{end}, {passage.start}) 没有收入任何段落 (uncovered)")
        if passage.start < end:
            problems.append(f"{passage.id}: 与前一段重叠 (overlaps the passage before it)")
        end = passage.end
    if document.text[end:].strip():
        problems.append(f"{document.id}: [{end}, …) 没有收入任何段落 (uncovered)")
    return problems
