"""The real embedding model on a small storage, and the answering service with approved answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest

from answer.service import Service
from chat.approved import Approvals, Draft, Quoted, ReviewedService
from chat.audit import Actor
from chat.database import Database
from index.embedding import Embedder, open_embedder
from index.identity import Identity
from index.search import Searcher
from index.store import Store
from settings import Settings
from tests.chat.desk_clock import SetClock
from tests.small_storage import SmallStorage, tiny_identity

LI, WANG = Actor("li", "admin"), Actor("wang", "staff")
VOUCHER = (
    "---\ntitle: 算力服务券办法\nregion: 武汉市\nkind: measure\neffective_from: 2025-01-01\n"
    "valid_until: 2026-12-31\n---\n"
    "第一条 算力服务券按算力费用的50%补助，每家企业每年最高20万元。\n\n"
    "第二条 补助期限不超过三年。\n"
)
LOAN = (
    "---\ntitle: 贷款贴息细则\nregion: 汉阳区\nkind: measure\neffective_from: 2026-01-01\n---\n"
    "第一条 知识价值信用贷款给予贴息，单户不超过30万元，由区科创局受理，电话84468510。\n"
)
QUESTION = "算力服务券每家企业每年最高多少？"
OTHERWISE = "一家公司一年最多能领多少算力券"
TEXT = "每家企业每年最高20万元，按算力费用的50%补助。[1]"


@dataclass
class Today:
    day: date = date(2026, 3, 2)

    def __call__(self) -> date:
        return self.day


@dataclass
class Room:
    """Everything that a test of approved answers needs."""

    storage: SmallStorage
    service: Service
    approvals: Approvals
    reviewed: ReviewedService
    clock: SetClock
    today: Today

    def quoted(self, words: str, document_id: str = "voucher") -> Quoted:
        start = self.service.document(document_id).text.index(words)
        return Quoted(document_id, start, start + len(words), words)

    def draft(self, text: str = TEXT, question: str = QUESTION, note: str = "") -> Draft:
        words = "算力服务券按算力费用的50%补助，每家企业每年最高20万元"
        return Draft(questions=(question,), text=text, quotes=(self.quoted(words),), note=note)


@pytest.fixture(scope="session")
def real_embedder() -> Embedder:
    return open_embedder(Settings())


@pytest.fixture
def small_storage(
    fast_path: object, real_embedder: Embedder, empty_storage: SmallStorage
) -> SmallStorage:
    tiny = tiny_identity()
    identity = Identity(schema=tiny.schema, splitter=tiny.splitter, embedder=real_embedder.name)
    storage = SmallStorage(empty_storage.folder, empty_storage.corpus, identity)
    storage.write("voucher.md", VOUCHER)
    storage.write("loan.md", LOAN)
    storage.update(embedder=real_embedder)
    return storage


@pytest.fixture
def room(
    small_storage: SmallStorage, real_embedder: Embedder, database: Database
) -> Iterator[Room]:
    today, clock = Today(), SetClock()
    store = Store.open(small_storage.folder, small_storage.identity)
    service = Service(Searcher(store, real_embedder), today)
    approvals = Approvals(database, service, clock)
    yield Room(small_storage, service, approvals, ReviewedService(service, approvals), clock, today)
    service.close()
