from __future__ import annotations

from collections.abc import Sequence

import pytest

from chat.database import Database
from chat.database.tables import METADATA
from chat.journal import Journal, Outcome, Recorder
from records import Answer
from tests.chat.busy_database import keep_busy
from tests.chat.journal.samples import answered, asking


class Answering:
    """Gives one answer, or raises, and notes what it was asked."""

    def __init__(self, answer: Answer | Exception) -> None:
        self.answer_ = answer
        self.asked: list[object] = []

    def answer(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        region: str | None = None,
        in_force_only: bool = False,
    ) -> Answer:
        self.asked.append((question, tuple(history), region, in_force_only))
        if isinstance(self.answer_, Exception):
            raise self.answer_
        return self.answer_


def test_an_answer_comes_with_its_record(database: Database) -> None:
    answering, seconds = Answering(answered()), iter([10.0, 10.25])
    journal = Journal(database)
    recorder = Recorder(answering, journal, lambda: next(seconds))
    recorded = recorder.ask(asking(region="汉阳区", in_force_only=True), history=("问", "答"))
    assert recorded.answer == answered()
    assert recorded.record_id is not None
    assert journal.record(recorded.record_id).latency_ms == 250.0
    assert answering.asked == [("算力券最高补多少？", ("问", "答"), "汉阳区", True)]


def test_a_failure_is_written_down_and_passed_on(database: Database) -> None:
    journal = Journal(database)
    recorder = Recorder(Answering(RuntimeError("broken")), journal)
    with pytest.raises(RuntimeError, match="broken"):
        recorder.ask(asking())
    (record,) = journal.newest()
    assert (record.outcome, record.status) == (Outcome.FAILED, None)


def test_an_answer_is_given_even_if_it_cannot_be_recorded(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    recorder = Recorder(Answering(answered()), Journal(database))
    with database.writing() as connection:
        METADATA.drop_all(connection)
    recorded = recorder.ask(asking())
    assert (recorded.answer, recorded.record_id) == (answered(), None)
    assert "not recorded" in caplog.text


def test_an_answer_is_given_when_no_connection_comes_free(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_busy(database, monkeypatch)
    recorded = Recorder(Answering(answered()), Journal(database)).ask(asking())
    assert (recorded.answer, recorded.record_id) == (answered(), None)
