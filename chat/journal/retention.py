"""Deletes what has been kept long enough: the one place where rows grow old."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Table, select

from chat.clock import Clock, utc_now
from chat.database import DATABASE_ERRORS, Database
from chat.database.tables import BATCHES, JOURNAL, QUEUE, SESSIONS, SIGN_IN_ATTEMPTS

# Rows of one transaction: others who want to write wait no longer than that takes.
BATCH = 500
DAY_SECONDS = 24 * 60 * 60
# A lock-out looks back minutes; a day of failures is kept to be looked at.
ATTEMPT_DAYS = 1

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Swept:
    """How many rows were deleted."""

    records: int
    groups: int
    batches: int
    sessions: int
    attempts: int


class Retention:
    """Records, groups of the queue and batches live so many `days`.

    Approved answers and the audit list are kept: they are staff's own words.
    """

    def __init__(self, database: Database, days: int, clock: Clock = utc_now) -> None:
        self._database = database
        self._days = days
        self._clock = clock

    def sweep(self) -> Swept:
        """Delete what is older, and sessions that have expired."""
        now = self._clock()
        oldest = now - timedelta(days=self._days)
        return Swept(
            records=self._delete(JOURNAL, JOURNAL.c.asked_at < oldest),
            groups=self._delete(QUEUE, QUEUE.c.last_seen < oldest),
            batches=self._delete(BATCHES, BATCHES.c.started_at < oldest),
            sessions=self._delete(SESSIONS, SESSIONS.c.expires_at <= now),
            attempts=self._delete(SIGN_IN_ATTEMPTS, _old_attempt(now)),
        )

    def _delete(self, table: Table, condition: ColumnElement[bool]) -> int:
        """Delete in parts, each in a transaction of its own."""
        key = next(iter(table.primary_key))
        deleted = 0
        while True:
            with self._database.writing() as connection:
                some = select(key).where(condition).limit(BATCH)
                count = connection.execute(table.delete().where(condition, key.in_(some))).rowcount
            deleted += count
            if count == 0:
                return deleted


def _old_attempt(now: datetime) -> ColumnElement[bool]:
    return SIGN_IN_ATTEMPTS.c.at < now - timedelta(days=ATTEMPT_DAYS)


class DailyRetention:
    """Sweeps when it is started, and then once a day in a thread of its own."""

    def __init__(self, retention: Retention, wait: Callable[[float], bool] | None = None) -> None:
        """`wait` waits so many seconds and says whether to stop; by default for `stop`."""
        self._retention = retention
        self._stopped = threading.Event()
        self._wait = wait or self._stopped.wait
        self._thread = threading.Thread(target=self._every_day, name="retention", daemon=True)

    def start(self) -> None:
        """Sweep now, so that an error shows at once, and go on daily."""
        self._retention.sweep()
        self._thread.start()

    def stop(self) -> None:
        """Stop, and wait for a sweep that is going on."""
        self._stopped.set()
        self._thread.join()

    def _every_day(self) -> None:
        while not self._wait(DAY_SECONDS):
            try:
                swept = self._retention.sweep()
                logger.info("retention: %s", swept)
            except DATABASE_ERRORS:
                logger.exception("old rows could not be deleted; trying again tomorrow")
