"""The library's service on the tiny storage, with a list that hears of every change."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from answer.service import Service
from chat.audit import Actor, AuditEntry, AuditTrail
from chat.library.fetching import Fetch
from chat.library.metadata import Metadata
from chat.library.opening import open_library
from chat.library.service import LibraryService
from chat.library.staged import Staged, StagedFile, Upload
from tests.library_storage import LibraryStorage
from tests.small_storage import TinyEmbedder

DAY = date(2026, 6, 1)
STAFF = Actor("li", "staff")
RENT = (
    "# 场地补贴办法\n\n江政规〔2026〕8号\n\n"
    "第一条 对租用场地的企业给予补贴，每平方米20元。\n\n第二条 补贴期限不超过三年。\n\n"
    "江城市人民政府\n\n2026年2月3日\n"
)


@dataclass
class AuditList:
    """Keeps what it hears."""

    entries: list[AuditEntry] = field(default_factory=list)

    def add(self, entry: AuditEntry) -> None:
        self.entries.append(entry)


@dataclass
class Room:
    """A library service, the running answering service beside it, and what was noted."""

    beside: LibraryStorage
    service: LibraryService
    answering: Service
    audit: AuditList

    def stage(self, text: str = RENT, name: str = "场地.md") -> Staged:
        """The only document of an upload."""
        (staged,) = self.staged_file(text, name).documents
        return staged

    def staged_file(self, text: str = RENT, name: str = "场地.md") -> StagedFile:
        (file,) = self.service.stage([Upload(name, text.encode())])
        return file

    def version(self, document_id: str) -> str:
        return self.service.entry(document_id, staff=True).version

    def cited(self, question: str) -> set[str]:
        """Whose words the running service answers with."""
        return {one.document_id for one in self.answering.answer(question).citations}


def no_fetch(address: str) -> Upload:
    raise AssertionError(f"{address} was fetched")


def open_room(
    beside: LibraryStorage, fetch: Fetch = no_fetch, audit: AuditTrail | None = None
) -> Room:
    answering = Service(beside.storage.searcher(), clock=lambda: DAY)
    heard = AuditList()
    service = open_library(
        beside.storage.settings(), answering, TinyEmbedder(), audit or heard, fetch, lambda: DAY
    )
    return Room(beside, service, answering, heard)


def form(**changes: str) -> Metadata:
    """A form that can be saved."""
    values = {"id": "rent", "title": "场地补贴办法", "kind": "measure", "region": "江城市"}
    return Metadata(**(values | changes))
