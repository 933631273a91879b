"""Finds out what an ingest has to do: which documents are new, changed, moved or gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.library.folder import LibraryFolder
from index.plan import NewDocument, Plan, content_hash, twin_key
from index.store import Store
from ingest.errors import UnreadableFile
from ingest.fingerprint import fingerprint
from records import Document

ReadFile = Callable[[Path], Sequence[Document]]
REDUCED = "reduced:"


def make_plan(
    store: Store,
    files: Iterable[Path],
    folders: Sequence[Path],
    read_file: ReadFile,
    library: LibraryFolder | None = None,
) -> Plan:
    """Compare `files` with the store. Files that cannot be read become failures of the plan.

    `folders` are those that were searched whole: what came from them and is there no longer is
    removed. Of one text under several names the document that is stored already stays, else the
    first one is taken. What the `library` holds stays its own.
    """
    planner = _Planner(store, [folder.resolve() for folder in folders], library)
    for path in files:
        planner.read(path, read_file)
    return planner.finish()


@dataclass(frozen=True, slots=True)
class _ReadAnew:
    """A file that is new or changed, with what stands in it now."""

    mark: str
    documents: Sequence[Document]


class _Planner:
    """First reads every file that has changed, then decides which file each document is from.

    Deciding comes last, so that it does not matter in which order a text leaves one file and
    turns up in another.
    """

    def __init__(
        self, store: Store, folders: Sequence[Path], library: LibraryFolder | None
    ) -> None:
        self.plan = Plan()
        self._library = library
        self._store = store
        self._folders = folders
        self._marks = store.sources()
        stored = store.document_sources()
        self._stored_from = {one: source for one, (source, _) in stored.items()}
        self._counts = Counter(self._stored_from.values())
        # Who has a document id for now, and with what content: first what is stored.
        self._owners = dict(self._stored_from)
        self._contents = {one: content for one, (_, content) in stored.items()}
        self._twins: dict[str, str] = {}
        self._orphans: dict[str, str] = {}
        self._taken: set[str] = set()
        self._anew: dict[str, _ReadAnew] = {}

    def read(self, path: Path, read_file: ReadFile) -> None:
        """Read a file unless it is stored as it is."""
        source = str(path.resolve())
        try:
            mark = fingerprint(path)
            if self._is_known(source, mark):
                self.plan.unchanged += self._counts[source]
                return
            self._anew[source] = _ReadAnew(mark, read_file(path))
        except UnreadableFile as error:
            self.plan.failures.append(f"{error}{self._still_answering(source)}")
        except OSError as error:
            self.plan.failures.append(
                f"{path}: 打不开文件（{error.strerror}），请检查路径和权限 "
                f"(cannot be opened: {error.strerror}; check its path and permissions)"
                f"{self._still_answering(source)}"
            )

    def _still_answering(self, source: str) -> str:
        """What to add to a failure of a file whose earlier version is stored."""
        if not self._counts[source]:
            return ""
        return " 先前收入的版本仍用于回答 (the version stored earlier still answers)"

    def finish(self) -> Plan:
        """Decide about everything that was read."""
        self._release_vanished()
        self._release_dropped()
        if self._anew:
            self._find_twins()
        held_back: set[str] = set()
        # A document stays with its file: only then may others claim its id or its text.
        for stays in (True, False):
            for source, anew in self._anew.items():
                for document in anew.documents:
                    if (self._stored_from.get(document.id) == source) is stays and not self._take(
                        document, source
                    ):
                        held_back.add(source)
        self.plan.sources = {
            source: anew.mark for source, anew in self._anew.items() if source not in held_back
        }
        # Read again next time, even if it is by then what it was before.
        self.plan.forget |= held_back & self._marks.keys()
        self.plan.remove -= self._taken
        return self.plan

    def _is_known(self, source: str, mark: str) -> bool:
        known = self._marks.get(source)
        if known == reduced(mark):
            # Named outright, a file brings back what was removed from it by id.
            return any(Path(source).is_relative_to(folder) for folder in self._folders)
        return known == mark

    def _release_vanished(self) -> None:
        """Free what came from files that are gone; in the folders searched it is removed too."""
        for source in self._marks.keys() | set(self._stored_from.values()):
            if Path(source).exists():
                continue
            owned = {one for one, owner in self._owners.items() if owner == source}
            if any(Path(source).is_relative_to(folder) for folder in self._folders):
                self.plan.forget.add(source)
                self.plan.remove |= owned
            for one in owned:
                del self._owners[one]

    def _release_dropped(self) -> None:
        """Free what no longer stands in the files that were read anew."""
        for source, anew in self._anew.items():
            now = {document.id for document in anew.documents}
            for one in [o for o, owner in self._owners.items() if owner == source and o not in now]:
                self.plan.remove.add(one)
                del self._owners[one]

    def _find_twins(self) -> None:
        for document in self._store.documents():
            owner = self._owners.get(document.id)
            if owner is None:
                self._orphans[twin_key(document)] = document.id
            elif owner not in self._anew:
                self._twins[twin_key(document)] = document.id

    def _take(self, document: Document, source: str) -> bool:
        """Plan one document; False if it was held back because another one has its place."""
        if not self._is_free(document, source):
            if self._stored_from.get(document.id) == source:
                self.plan.remove.add(document.id)
            return False
        key, content = twin_key(document), content_hash(document)
        if (orphan := self._orphans.get(key)) is not None:
            self.plan.remove.add(orphan)
        if self._contents.get(document.id) != content:
            self.plan.store.append(NewDocument(document, source, content))
        else:
            self.plan.unchanged += 1
            if self._stored_from.get(document.id) != source:
                self.plan.move[document.id] = source
        self._taken.add(document.id)
        self._owners[document.id] = source
        self._contents[document.id] = content
        self._twins[key] = document.id
        return True

    def _is_free(self, document: Document, source: str) -> bool:
        """Whether nobody else has the document's id or its text; if not, the plan says who."""
        owner = self._owners.get(document.id, source)
        if owner == source and document.id in self._taken:
            self.plan.failures.append(
                f"{source}: 文档编号 {document.id!r} 在文件中出现两次,只收录第一份 "
                "(the id occurs twice in this file: only the first is stored)"
            )
            return False
        twin = self._twins.get(twin_key(document), document.id)
        twin_owner = self._owners.get(twin, source)
        same = twin != document.id or self._contents.get(twin) == content_hash(document)
        if twin_owner != source and same:
            self.plan.duplicates.append(
                f"{source}: 内容与 {twin}({twin_owner})相同,不重复收录 "
                "(the same text is stored already: skipped)"
            )
            return False
        if owner != source and self._library is not None and self._library.holds(owner):
            self.plan.duplicates.append(
                f"{source}: 文档 {document.id!r} 已由文件库中的版本取代,不从文件收录 "
                f"(replaced by the version in the library, {Path(owner).parent.parent}: skipped)"
            )
            return False
        if owner != source:
            self.plan.failures.append(
                f"{source}: 文档编号 {document.id!r} 已被 {owner} 使用,请改其中一份的 id "
                f"(id already used by {owner}: change the id field of one of them)"
            )
            return False
        return True


def reduced(mark: str) -> str:
    """The fingerprint of a file from which documents were removed by their id."""
    return mark if mark.startswith(REDUCED) else REDUCED + mark
