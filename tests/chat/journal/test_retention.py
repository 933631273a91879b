from __future__ import annotations

import pytest
from sqlalchemy import func, select

from chat.accounts.lockout import Limits, count_attempt
from chat.database import Database
from chat.database.tables import JOURNAL_DOCUMENTS, METADATA, QUEUE
from chat.journal import DailyRetention, Journal, Retention, Swept
from chat.journal.retention import BATCH, DAY_SECONDS
from tests.chat.busy_database import keep_busy
from tests.chat.desk_clock import SetClock
from tests.chat.journal.samples import answered, asking

DAYS = 30


def group(database: Database, clock: SetClock) -> None:
    with database.writing() as connection:
        connection.execute(
            QUEUE.insert().values(
                question="x", status="open", note="", status_at=clock.now,
                first_seen=clock.now, last_seen=clock.now, version=1,
            )
        )  # fmt: skip
        count_attempt(connection, "wang", "10.0.0.1", clock.now, Limits(9, 9, 9))


def test_what_is_older_than_the_setting_is_deleted(database: Database) -> None:
    clock = SetClock()
    journal, retention = Journal(database, clock), Retention(database, DAYS, clock)
    old = journal.write(asking(), answered(), 1.0)
    group(database, clock)
    clock.pass_(days=DAYS)
    young = journal.write(asking(), answered(), 1.0)
    group(database, clock)
    assert retention.sweep() == Swept(records=0, groups=0, batches=0, sessions=0, attempts=1)
    clock.pass_(seconds=1)
    assert retention.sweep() == Swept(records=1, groups=1, batches=0, sessions=0, attempts=0)
    assert [one.id for one in journal.newest()] == [young]
    assert old < young
    with database.reading() as connection:
        assert connection.execute(select(func.count()).select_from(JOURNAL_DOCUMENTS)).scalar() == 1


def test_more_rows_than_fit_one_transaction_are_all_deleted(database: Database) -> None:
    clock = SetClock()
    with database.writing() as connection:
        for number in range(BATCH + 5):
            count_attempt(connection, f"n{number}", "x", clock.now, Limits(9, 9999, 9))
    clock.pass_(days=2)
    assert Retention(database, DAYS, clock).sweep().attempts == BATCH + 5


def test_a_sweep_on_start_and_one_a_day(database: Database) -> None:
    clock = SetClock()
    journal = Journal(database, clock)
    waits: list[float] = []

    def a_day_goes_by(seconds: float) -> bool:
        waits.append(seconds)
        clock.pass_(seconds=seconds)
        return len(waits) > DAYS + 1

    journal.write(asking(), answered(), 1.0)
    daily = DailyRetention(Retention(database, DAYS, clock), a_day_goes_by)
    daily.start()
    daily.stop()
    assert set(waits) == {DAY_SECONDS}
    assert journal.newest() == []


def test_a_failing_day_is_logged_and_the_next_comes(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    days: list[float] = []

    def a_day_goes_by(seconds: float) -> bool:
        days.append(seconds)
        with database.writing() as connection:
            METADATA.drop_all(connection)
        return len(days) > 2

    daily = DailyRetention(Retention(database, DAYS), a_day_goes_by)
    daily.start()
    daily.stop()
    assert caplog.text.count("could not be deleted") == 2


def test_a_day_without_a_free_connection_is_not_the_last(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    days: list[float] = []

    def a_day_goes_by(seconds: float) -> bool:
        days.append(seconds)
        keep_busy(database, monkeypatch)
        return len(days) > 2

    daily = DailyRetention(Retention(database, DAYS), a_day_goes_by)
    daily.start()
    daily.stop()
    assert len(days) == 3


def test_stopping_does_not_wait_for_the_day_to_end(database: Database) -> None:
    daily = DailyRetention(Retention(database, DAYS))
    daily.start()
    daily.stop()
    assert not daily._thread.is_alive()
