"""A question's way through the desk: asked, thumbed down, queued, approved, leading, lapsed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pydantic import SecretStr

from answer.service import Service
from chat.approved import Draft, Quoted, review_again
from chat.audit import Actor
from chat.batch_files import answer_file
from chat.database import SchemaOutdated
from chat.database.tables import SCHEMA
from chat.desk import Desk, open_desk
from chat.journal import Asking, Channel, Outcome, Thumb
from chat.unanswered import GroupStatus
from records import Answer
from tests.small_storage import SmallStorage, TinyEmbedder

LI = Actor("li", "admin")
QUESTION = "算力服务券最高补多少？"


class Alike(TinyEmbedder):
    """Takes all questions for alike, so that their words alone tell them apart."""

    def embed_query(self, text: str):  # type: ignore[no-untyped-def]
        return super().embed_query("同一个")


@pytest.fixture
def service(tiny_storage: SmallStorage) -> Iterator[Service]:
    from index.search import Searcher

    opened = Service(Searcher(tiny_storage.open(), Alike()))
    yield opened
    opened.close()


@pytest.fixture
def desk(tiny_storage: SmallStorage, service: Service, database_url: str) -> Iterator[Desk]:
    opened = open_desk(tiny_storage.settings(database_url=SecretStr(database_url)), service)
    yield opened
    opened.close()


def ask(desk: Desk, question: str, conversation: str = "c1") -> tuple[Answer, int]:
    recorded = desk.recorder.ask(
        Asking(question=question, channel=Channel.DESK, conversation=conversation)
    )
    assert recorded.record_id is not None
    return recorded.answer, recorded.record_id


def test_from_a_thumb_down_to_an_approval_that_lapses(
    desk: Desk, service: Service, tiny_storage: SmallStorage
) -> None:
    _, record = ask(desk, QUESTION)
    desk.journal.thumb(record, "c1", Thumb.DOWN, "没说每家还是每年")
    assert desk.queue.catch_up() == 1
    (group,) = desk.queue.groups(GroupStatus.OPEN)
    assert (group.question, group.thumbed_down) == (QUESTION, 1)

    start = service.document("voucher").text.index("最高20万元")
    quoted = Quoted("voucher", start, start + 6, "最高20万元")
    draft = Draft(questions=(group.question,), text="最高20万元。[1]", quotes=(quoted,))
    desk.approvals.approve(draft, LI)
    desk.queue.settle(group.id, group.version, GroupStatus.ANSWERED, LI)
    answer, record = ask(desk, "算力券的补贴上限是多少钱")
    assert answer.review is not None
    assert desk.journal.record(record).outcome is Outcome.APPROVED
    assert desk.queue.catch_up() == 0

    tiny_storage.write(
        "voucher.md",
        "---\ntitle: 算力服务券办法\nregion: 武汉市\n---\n第一条 算力服务券最高30万元。\n",
    )
    tiny_storage.update()
    answer, _ = ask(desk, QUESTION)
    assert answer.review is None
    assert [one.questions for one in review_again(desk.approvals, service)] == [(QUESTION,)]
    actions = [entry.action for _, entry in desk.audit.entries()]
    assert actions == ["lapse-answer", "queue-answered", "approve-answer"]


def test_a_batch_is_recorded_without_personal_data(desk: Desk) -> None:
    def batch(question: str) -> Answer:
        asking = Asking(question=question, channel=Channel.BATCH)
        return desk.recorder.ask(asking).answer

    answer_file("a.csv", f"问题\n我是13800138000，{QUESTION}\n".encode(), batch)
    (record,) = desk.journal.newest()
    assert record.channel is Channel.BATCH
    assert record.question == f"我是[手机号]，{QUESTION}"


def test_an_outdated_database_is_told(
    desk: Desk, tiny_storage: SmallStorage, service: Service, database_url: str
) -> None:
    with desk.database.writing() as connection:
        connection.execute(SCHEMA.update().values(version=0))
    with pytest.raises(SchemaOutdated, match="upgrade-database"):
        open_desk(tiny_storage.settings(database_url=SecretStr(database_url)), service)
