"""Finds out what an ingest has to do: which documents are new, changed, moved or gone."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from index.rows import metadata_json
from index.store import Store
from ingest.errors import UnreadableFile
from ingest.fingerprint import fingerprint
from records import Document

ReadFile = Callable[[Path], Sequence[Document]]


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A document to store, and the file that it comes from."""

    document: Document
    source: str
    content_hash: str


@dataclass(slots=True)
class Plan:
    """What is to be done. `sources` are recorded as read only after all documents are stored."""

    store: list[NewDocument] = field(default_factory=list)
    move: dict[str, str] = field(default_factory=dict)
    remove: set[str] = field(default_factory=set)
    sources: dict[str, str] = field(default_factory=dict)
    forget: set[str] = field(default_factory=set)
    unchanged: int = 0
    duplicates: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


def content_hash(document: Document) -> str:
    """A hash over everything that is stored of a document."""
    parts = (document.id, metadata_json(document), document.text)
    return hashlib.sha256("\0".join(parts).encode("utf-8")).hexdigest()


def make_plan(
    store: Store, files: Iterable[Path], folders: Sequence[Path], read_file: ReadFile
) -> Plan:
    """Compare `files` with the store. Files that cannot be read become failures of the plan.

    `folders` are those that were searched whole: what came from them and is there no longer is
    removed.
    """
    planner = _Planner(store, [str(folder.resolve()) for folder in folders])
    for path in files:
        planner.consider(path, read_file)
    return planner.finish()


class _Planner:
    def __init__(self, store: Store, folders: Sequence[str]) -> None:
        self.plan = Plan()
        self.known_sources = store.sources()
        self.owners = store.document_sources()
        self.twins = {_twin_key(document): document.id for document in store.documents()}
        self.taken: set[str] = set()
        for path in self.known_sources.keys() | {source for source, _ in self.owners.values()}:
            inside = any(Path(path).is_relative_to(folder) for folder in folders)
            if inside and not Path(path).exists():
                self.plan.forget.add(path)

    def consider(self, path: Path, read_file: ReadFile) -> None:
        source = str(path.resolve())
        try:
            mark = fingerprint(path)
            if self.known_sources.get(source) == mark:
                self.plan.unchanged += self._count(source)
                return
            documents = read_file(path)
        except UnreadableFile as error:
            self.plan.failures.append(str(error))
            return
        held_back = [not self._take(document, source) for document in documents]
        ids = {document.id for document in documents}
        self.plan.remove |= {
            owned for owned, (owner, _) in self.owners.items() if owner == source
        } - ids
        if not any(held_back):
            self.plan.sources[source] = mark

    def finish(self) -> Plan:
        gone = {owned for owned, (owner, _) in self.owners.items() if owner in self.plan.forget}
        self.plan.remove |= gone - self.plan.move.keys()
        self.plan.remove -= {item.document.id for item in self.plan.store}
        return self.plan

    def _take(self, document: Document, source: str) -> bool:
        """Plan one document; False if it was held back because another file has it already."""
        mark = content_hash(document)
        owner, stored_mark = self.owners.get(document.id, (source, ""))
        if owner == source and document.id in self.taken:
            self.plan.failures.append(
                f"{source}: 文档编号 {document.id!r} 在文件中出现两次,只收录第一份 "
                "(the id occurs twice in this file: only the first is stored)"
            )
            return False
        twin = self.twins.get(_twin_key(document), document.id)
        twin_owner = self.owners.get(twin, (source, ""))[0]
        if (
            twin_owner != source
            and twin_owner not in self.plan.forget
            and (twin != document.id or stored_mark == mark)
        ):
            self.plan.duplicates.append(f"{source}: 内容与 {twin}({twin_owner})相同,不重复收录")
            return False
        if owner != source and owner not in self.plan.forget and Path(owner).exists():
            self.plan.failures.append(
                f"{source}: 文档编号 {document.id!r} 已被 {owner} 使用,请改其中一份的 id "
                f"(id already used by {owner}: change the id field of one of them)"
            )
            return False
        if stored_mark == mark:
            self.plan.unchanged += 1
            if owner != source:
                self.plan.move[document.id] = source
        else:
            self.plan.store.append(NewDocument(document, source, mark))
        self.taken.add(document.id)
        self.owners[document.id] = (source, mark)
        self.twins[_twin_key(document)] = document.id
        return True

    def _count(self, source: str) -> int:
        return sum(owner == source for owner, _ in self.owners.values())


def _twin_key(document: Document) -> str:
    """Equal for documents that differ in id and title only, as two copies of one file do."""
    return content_hash(replace(document, id="", title=""))
