from __future__ import annotations

import multiprocessing
import threading

import pytest
from sqlalchemy import text

from chat.database import Database, open_database
from chat.database.tables import METADATA
from chat.journal import (
    Channel,
    CitedDocument,
    Journal,
    Outcome,
    RecordMissing,
    Thumb,
    new_conversation,
)
from chat.journal.journal import CHOICE_MINUTES
from records import AnswerStatus, Review, Validity
from tests.chat.desk_clock import SetClock
from tests.chat.journal.samples import ASKED_BACK, REFUSED, answered, asking, citation


def test_a_record_holds_what_was_asked_and_answered(database: Database) -> None:
    clock = SetClock()
    journal = Journal(database, clock)
    answer = answered(
        citation("voucher", 1),
        citation("loan", 2, validity=Validity.EXPIRED),
        citation("voucher", 3),
    )
    asked = asking(region="汉阳区", in_force_only=True, channel=Channel.DESK)
    record = journal.record(journal.write(asked, answer, 123.5))
    assert (record.asked_at, record.latency_ms) == (clock.now, 123.5)
    assert (record.question, record.answer) == (asked.question, answer.text)
    assert (record.status, record.confidence) == (AnswerStatus.ANSWERED, 0.8)
    assert (record.region, record.in_force_only) == ("汉阳区", True)
    assert (record.channel, record.conversation) == (Channel.DESK, "c1")
    assert record.outcome is Outcome.ANSWERED
    assert set(record.documents) == {
        CitedDocument("voucher", "《voucher》办法", Validity.IN_FORCE),
        CitedDocument("loan", "《loan》办法", Validity.EXPIRED),
    }
    assert (record.thumb, record.thumb_reason, record.group_id) == (Thumb.NONE, "", None)


def test_every_kind_of_answer_has_its_outcome(database: Database) -> None:
    clock = SetClock()
    journal = Journal(database, clock)
    approved = answered(review=Review(1, "li", "admin", clock.now))
    for answer, outcome in (
        (answered(), Outcome.ANSWERED),
        (approved, Outcome.APPROVED),
        (REFUSED, Outcome.REFUSED),
        (ASKED_BACK, Outcome.CLARIFYING),
        (None, Outcome.FAILED),
    ):
        assert journal.record(journal.write(asking(), answer, 1.0)).outcome is outcome


def everything_in(database: Database) -> str:
    with database.reading() as connection:
        tables = [
            connection.execute(text(f"SELECT * FROM {table.name}")).all()
            for table in METADATA.sorted_tables
        ]
    return repr(tables)


def test_personal_data_reaches_no_table(database: Database) -> None:
    journal = Journal(database)
    said = (
        "我是13800138000，身份证11010519491231002X，卡6222021234567890128，a.b@qq.com，027-65692191"
    )
    answer = answered(text=f"关于“{said}”：最高20万元。[1]")
    record_id = journal.write(asking(said, region="13900139000"), answer, 1.0)
    journal.thumb(record_id, "c1", Thumb.DOWN, f"打我电话 138-0013-8000 {said}")
    stored = everything_in(database)
    for number in (
        "13800138000", "138-0013-8000", "11010519491231002X", "6222021234567890128", "a.b@qq.com",
        "65692191", "13900139000",
    ):  # fmt: skip
        assert number not in stored
    assert "最高20万元" in stored


@pytest.mark.parametrize("odd", ["a\0b", "\ud800", "😀", "'; DROP TABLE journal; --", "\u202e"])
def test_whatever_is_asked_can_be_stored(database: Database, odd: str) -> None:
    journal = Journal(database)
    record_id = journal.write(asking(odd, conversation=odd + "c" * 100), REFUSED, 1.0)
    journal.thumb(record_id, odd + "c" * 100, Thumb.UP, odd)
    assert journal.record(record_id).thumb is Thumb.UP


def test_the_last_thumb_holds(database: Database) -> None:
    journal = Journal(database)
    record_id = journal.write(asking(), answered(), 1.0)
    journal.thumb(record_id, "c1", Thumb.DOWN, "金额不对")
    assert journal.record(record_id).thumb_reason == "金额不对"
    journal.thumb(record_id, "c1", Thumb.UP)
    assert (journal.record(record_id).thumb, journal.record(record_id).thumb_reason) == (
        Thumb.UP,
        "",
    )


@pytest.mark.parametrize("conversation", ["c2", ""])
def test_no_other_conversation_may_rate_an_answer(database: Database, conversation: str) -> None:
    journal = Journal(database)
    record_id = journal.write(asking(), answered(), 1.0)
    without = journal.write(asking(conversation=""), answered(), 1.0)
    for one in (record_id, without, without + 1):
        with pytest.raises(RecordMissing):
            journal.thumb(one, conversation, Thumb.DOWN)


def test_a_conversation_that_goes_on_has_clarified(database: Database) -> None:
    journal = Journal(database)
    asked_back = journal.write(asking(), ASKED_BACK, 1.0)
    other = journal.write(asking(conversation="c2"), ASKED_BACK, 1.0)
    journal.write(asking("算力券"), answered(), 1.0)
    assert journal.record(asked_back).outcome is Outcome.CLARIFIED
    assert journal.record(other).outcome is Outcome.CLARIFYING


def test_choices_that_nobody_takes_are_abandoned_after_a_while(database: Database) -> None:
    clock = SetClock()
    journal = Journal(database, clock)
    old = journal.write(asking(), ASKED_BACK, 1.0)
    clock.pass_(minutes=CHOICE_MINUTES - 1)
    young = journal.write(asking(conversation="c2"), ASKED_BACK, 1.0)
    assert journal.settle_choices() == 0
    clock.pass_(minutes=1)
    assert journal.settle_choices() == 1
    assert journal.record(old).outcome is Outcome.ABANDONED
    assert journal.record(young).outcome is Outcome.CLARIFYING


def test_records_come_newest_first_in_parts(database: Database) -> None:
    journal = Journal(database)
    ids = [journal.write(asking(), answered(), 1.0) for _ in range(5)]
    first = journal.newest(limit=2)
    rest = journal.newest(limit=10, before=first[-1].id)
    assert [one.id for one in [*first, *rest]] == ids[::-1]


def test_conversations_have_names_of_their_own() -> None:
    assert len({new_conversation() for _ in range(100)}) == 100


def write_many(address: str, conversation: str) -> None:
    database = open_database(address)
    journal = Journal(database)
    threads = [
        threading.Thread(
            target=lambda: [
                journal.write(asking(conversation=conversation), answered(), 1.0) for _ in range(5)
            ]
        )
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    database.close()


def test_threads_and_processes_lose_no_record(database_url: str) -> None:
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=write_many, args=(database_url, f"c{at}")) for at in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    database = open_database(database_url)
    records = Journal(database).newest(limit=100)
    assert len(records) == 30
    assert all(one.documents for one in records)
    database.close()
