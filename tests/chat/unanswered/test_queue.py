from __future__ import annotations

import io
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from openpyxl import load_workbook
from sqlalchemy import Connection

from answer.known import Known
from chat.audit import Actor, DatabaseAuditTrail
from chat.database import Database, StaleEdit
from chat.journal import Journal, Retention, Thumb
from chat.journal.journal import CHOICE_MINUTES
from chat.likeness import Likeness
from chat.unanswered import Group, GroupMissing, GroupStatus, QuestionReader, Queue, export
from index.embedding import Embedder
from tests.answer.findings import known
from tests.chat.desk_clock import SetClock
from tests.chat.journal.samples import ASKED_BACK, REFUSED, answered, asking
from tests.small_storage import TinyEmbedder

LI = Actor("li", "staff")
FIRST, AGAIN = "武昌区算力券最高补多少？", "请问武昌的算力券，最高能补贴多少钱"
OTHER = "硚口区算力券最高补多少？"
KNOWN = Known({}, known([]), home="武汉市")


class Alike(TinyEmbedder):
    """Everything is alike: what differs is told by the words alone."""

    def embed_query(self, text: str):  # type: ignore[no-untyped-def]
        return super().embed_query("同一个")


class Desk:
    def __init__(self, database: Database, embedder: Embedder) -> None:
        self.database = database
        self.clock = SetClock()
        self.journal = Journal(database, self.clock)
        self.embedder = embedder
        self.queue = self.another_queue()

    def another_queue(self, known: Callable[[], Known] = lambda: KNOWN) -> Queue:
        """The queue as another process has it."""
        reader = QuestionReader(known)
        return Queue(self.database, reader, Likeness(self.embedder), self.clock)

    def refuse(self, question: str) -> int:
        return self.journal.write(asking(question), REFUSED, 1.0)

    def groups(self, status: GroupStatus | None = None) -> list[tuple[str, int, int, int]]:
        self.queue.catch_up()
        return [
            (one.question, one.refused, one.abandoned, one.thumbed_down)
            for one in self.queue.groups(status)
        ]

    def only(self) -> Group:
        self.queue.catch_up()
        (group,) = self.queue.groups()
        return group


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database, Alike())


def test_refused_abandoned_and_thumbed_down_questions_are_queued(desk: Desk) -> None:
    desk.refuse("武汉高考分数线是多少")
    desk.journal.write(asking("可以叠加吗", conversation="c2"), ASKED_BACK, 1.0)
    bad = desk.journal.write(asking(FIRST), answered(), 1.0)
    desk.journal.write(asking(OTHER), answered(), 1.0)
    desk.journal.thumb(bad, "c1", Thumb.DOWN, "不对")
    desk.clock.pass_(minutes=CHOICE_MINUTES)
    assert sorted(desk.groups()) == sorted(
        [("武汉高考分数线是多少", 1, 0, 0), ("可以叠加吗", 0, 1, 0), (FIRST, 0, 0, 1)]
    )


def test_the_same_question_is_one_group_and_another_is_not(desk: Desk) -> None:
    desk.refuse(FIRST)
    seen = desk.clock.now
    desk.clock.pass_(days=1)
    desk.refuse(AGAIN)
    desk.refuse(OTHER)
    assert sorted(desk.groups()) == sorted([(FIRST, 2, 0, 0), (OTHER, 1, 0, 0)])
    group = next(one for one in desk.queue.groups() if one.question == FIRST)
    assert (group.first_seen, group.last_seen) == (seen, seen + timedelta(days=1))


def test_catching_up_again_changes_nothing(desk: Desk) -> None:
    desk.refuse(FIRST)
    assert desk.queue.catch_up() == 1
    before = desk.queue.groups()
    assert desk.queue.catch_up() == 0
    assert desk.queue.groups() == before


def test_a_thumb_on_a_queued_record_is_counted(desk: Desk) -> None:
    record = desk.refuse(FIRST)
    desk.queue.catch_up()
    desk.journal.thumb(record, "c1", Thumb.DOWN)
    assert desk.groups() == [(FIRST, 1, 0, 1)]


def test_staff_settle_a_group_and_the_audit_list_says_so(desk: Desk) -> None:
    desk.refuse(FIRST)
    group = desk.only()
    settled = desk.queue.settle(
        group.id, group.version, GroupStatus.NEEDS_DOCUMENT, LI, "问区里要，13800138000"
    )
    assert (settled.status, settled.note) == (GroupStatus.NEEDS_DOCUMENT, "问区里要，[手机号]")
    assert desk.groups(GroupStatus.OPEN) == []
    assert len(desk.groups(GroupStatus.NEEDS_DOCUMENT)) == 1
    ((_, entry),) = DatabaseAuditTrail(desk.database).entries()
    assert (entry.action, entry.subject, entry.actor) == ("queue-needs_document", FIRST, LI)


def test_a_stale_settling_is_refused_and_shows_both(desk: Desk) -> None:
    desk.refuse(FIRST)
    group = desk.only()
    desk.queue.settle(group.id, group.version, GroupStatus.DISMISSED, LI, "与政策无关")
    with pytest.raises(StaleEdit) as raised:
        desk.queue.settle(group.id, group.version, GroupStatus.ANSWERED, LI)
    assert (raised.value.current.zh, raised.value.yours.zh) == ("不处理：与政策无关", "已解答")
    with pytest.raises(GroupMissing):
        desk.queue.settle(group.id + 1, 1, GroupStatus.ANSWERED, LI)


def test_new_records_do_not_make_an_edit_stale(desk: Desk) -> None:
    desk.refuse(FIRST)
    group = desk.only()
    desk.refuse(AGAIN)
    desk.queue.catch_up()
    assert desk.queue.settle(group.id, group.version, GroupStatus.DISMISSED, LI).refused == 2


def test_an_answered_group_opens_again_only_for_later_questions(desk: Desk) -> None:
    desk.refuse(FIRST)
    group = desk.only()
    desk.refuse(AGAIN)  # asked before it was answered, not queued yet
    desk.clock.pass_(minutes=1)
    desk.queue.settle(group.id, group.version, GroupStatus.ANSWERED, LI)
    assert desk.only().status is GroupStatus.ANSWERED
    desk.clock.pass_(minutes=1)
    desk.refuse(AGAIN)
    assert desk.only().status is GroupStatus.OPEN


def test_a_dismissed_group_stays_dismissed(desk: Desk) -> None:
    desk.refuse(FIRST)
    group = desk.only()
    desk.queue.settle(group.id, group.version, GroupStatus.DISMISSED, LI)
    desk.clock.pass_(minutes=1)
    desk.refuse(AGAIN)
    assert (desk.only().status, desk.only().refused) == (GroupStatus.DISMISSED, 2)


def test_a_follow_up_is_grouped_by_what_was_understood(desk: Desk) -> None:
    desk.refuse(FIRST)
    followed = answered(understood=AGAIN)
    record = desk.journal.write(asking("那武昌呢"), followed, 1.0)
    desk.journal.thumb(record, "c1", Thumb.DOWN)
    assert desk.groups() == [(FIRST, 1, 0, 1)]


def test_threads_that_catch_up_at_once_count_every_record_once(desk: Desk) -> None:
    for number in range(10):
        desk.refuse(FIRST if number % 2 else OTHER)
    queues = [desk.another_queue() for _ in range(4)]
    placed = [0] * len(queues)

    def catch_up(at: int) -> None:
        placed[at] = queues[at].catch_up()

    threads = [threading.Thread(target=catch_up, args=(at,)) for at in range(len(queues))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(placed) == 10
    assert sorted(desk.groups()) == sorted([(FIRST, 5, 0, 0), (OTHER, 5, 0, 0)])


def test_a_group_that_another_process_begins_meanwhile_is_joined(desk: Desk) -> None:
    desk.refuse(FIRST)
    again = desk.refuse(AGAIN)
    other, begun = desk.another_queue(), list[bool]()

    def overtaken() -> Known:
        if not begun:
            begun.append(True)
            other._place(again)
        return KNOWN

    assert desk.another_queue(overtaken).catch_up() == 1
    assert desk.groups() == [(AGAIN, 2, 0, 0)]


def test_a_group_that_is_deleted_meanwhile_is_begun_anew(desk: Desk) -> None:
    desk.refuse(FIRST)
    desk.queue.catch_up()
    desk.clock.pass_(days=40)
    desk.refuse(AGAIN)

    def swept() -> Known:
        Retention(desk.database, 30, desk.clock).sweep()
        return KNOWN

    assert desk.another_queue(swept).catch_up() == 1
    assert desk.groups() == [(AGAIN, 1, 0, 0)]


def test_nobody_waits_while_questions_are_read_and_compared(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing: list[bool] = []
    compared: list[str] = []

    @contextmanager
    def watched() -> Iterator[Connection]:
        writing.append(True)
        with Database.writing(desk.database) as connection:
            yield connection
        writing.pop()

    class Watching(Alike):
        def embed_query(self, text: str):  # type: ignore[no-untyped-def]
            assert not writing
            compared.append(text)
            return super().embed_query(text)

    def known() -> Known:
        assert not writing
        return KNOWN

    desk.refuse(FIRST)
    desk.refuse(AGAIN)
    desk.embedder = Watching()
    queue = desk.another_queue(known)
    monkeypatch.setattr(desk.database, "writing", watched)
    assert queue.catch_up() == 2
    assert compared
    assert desk.groups() == [(FIRST, 2, 0, 0)]


def test_retention_takes_records_and_then_groups(desk: Desk) -> None:
    desk.refuse(FIRST)
    desk.queue.catch_up()
    desk.clock.pass_(days=40)
    Retention(desk.database, 30, desk.clock).sweep()
    assert desk.queue.groups() == []


def test_the_export_has_a_row_for_each_group_and_runs_nothing(desk: Desk) -> None:
    desk.refuse('=HYPERLINK("http://evil.example","点我")')
    desk.clock.pass_(minutes=1)
    desk.refuse(FIRST)
    desk.queue.catch_up()
    sheet = load_workbook(io.BytesIO(export(desk.queue.groups()))).active
    assert sheet is not None
    rows = list(sheet.iter_rows())
    assert [cell.value for cell in rows[0]][:3] == ["问题", "状态", "未答"]
    assert [row[0].value for row in rows[1:]] == [FIRST, '=HYPERLINK("http://evil.example","点我")']
    assert [row[2].value for row in rows[1:]] == [1, 1]
    assert all(cell.data_type != "f" for row in rows for cell in row)
    assert rows[1][5].value == "2026-03-02 17:01"
