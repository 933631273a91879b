"""Batches in the desk's database, so that a restart of the server loses no result."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, select

from chat.clock import Clock, utc_now
from chat.database import Database
from chat.database.tables import BATCHES
from chat.masking import mask
from records import Message

# A batch that nobody has told anything of for so long has lost its server: questions take less.
SILENT_SECONDS = 30


class BatchState(StrEnum):
    """How far a batch is.

    `STOPPING`: somebody wants it stopped, and whoever works on it has not noticed yet.
    `INTERRUPTED`: the server that worked on it has stopped.
    """

    READING = "reading"
    RUNNING = "running"
    STOPPING = "stopping"
    DONE = "done"
    STOPPED = "stopped"
    REFUSED = "refused"
    FAILED = "failed"
    INTERRUPTED = "interrupted"

    @property
    def is_running(self) -> bool:
        """Whether somebody still works on it."""
        return self in {BatchState.READING, BatchState.RUNNING, BatchState.STOPPING}


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredBatch:
    """A batch as it was last told of: `done` of `total` questions are answered."""

    id: str
    name: str
    state: BatchState
    done: int
    total: int
    message: Message | None


class StoredBatches:
    """Keeps an account's batches: those since the last one that was done, and that one's result.

    Names and results are stored as `chat.masking` leaves them. The retention deletes old ones.
    """

    def __init__(self, database: Database, clock: Clock = utc_now) -> None:
        self._database = database
        self._clock = clock

    def begin(self, batch_id: str, staff_id: int, name: str) -> None:
        """A file was uploaded."""
        now = self._clock()
        with self._database.writing() as connection:
            connection.execute(
                BATCHES.insert().values(
                    id=batch_id, staff_id=staff_id, name=mask(name),
                    state=BatchState.READING.value, done=0, total=0, message=None,
                    started_at=now, heard_at=now, result=None,
                )
            )  # fmt: skip

    def tell(
        self,
        batch_id: str,
        state: BatchState,
        done: int,
        total: int,
        message: Message | None = None,
        result: bytes | None = None,
    ) -> bool:
        """How far it is; the answer is whether it is to be stopped.

        `result` is what `AnsweredFile.masked` gives, once it is done; it takes the place of the
        account's other batches.
        """
        with self._database.writing() as connection:
            stored = select(BATCHES.c.state).where(BATCHES.c.id == batch_id)
            is_stopping = connection.execute(stored).scalar_one_or_none() == BatchState.STOPPING
            if is_stopping and state.is_running:
                state = BatchState.STOPPING
            connection.execute(
                BATCHES.update()
                .where(BATCHES.c.id == batch_id)
                .values(
                    state=state.value, done=done, total=total, message=_masked(message),
                    heard_at=self._clock(), result=result,
                )
            )  # fmt: skip
            if state is BatchState.DONE:
                owner = select(BATCHES.c.staff_id).where(BATCHES.c.id == batch_id)
                connection.execute(
                    BATCHES.delete().where(
                        BATCHES.c.staff_id == owner.scalar_subquery(), BATCHES.c.id != batch_id
                    )
                )
        return is_stopping

    def stop(self, staff_id: int) -> None:
        """Want the account's batch stopped, whichever process works on it; see `tell`."""
        running = [one.value for one in BatchState if one.is_running]
        with self._database.writing() as connection:
            connection.execute(
                BATCHES.update()
                .where(BATCHES.c.staff_id == staff_id, BATCHES.c.state.in_(running))
                .values(state=BatchState.STOPPING.value)
            )

    def newest(self, staff_id: int, state: BatchState | None = None) -> StoredBatch | None:
        """The account's last batch, or its last in a state."""
        wanted = (
            select(*(one for one in BATCHES.c if one.name != "result"))
            .where(BATCHES.c.staff_id == staff_id)
            .order_by(BATCHES.c.started_at.desc())
            .limit(1)
        )
        if state is not None:
            wanted = wanted.where(BATCHES.c.state == state.value)
        with self._database.reading() as connection:
            row = connection.execute(wanted).one_or_none()
        return None if row is None else self._batch(row)

    def result(self, batch_id: str) -> bytes:
        """The masked result, empty if there is none."""
        with self._database.reading() as connection:
            found = connection.execute(
                select(BATCHES.c.result).where(BATCHES.c.id == batch_id)
            ).scalar_one_or_none()
        return bytes(found or b"")

    def _batch(self, row: Row[Any]) -> StoredBatch:
        state = BatchState(row.state)
        if state.is_running and self._clock() - row.heard_at > timedelta(seconds=SILENT_SECONDS):
            state = BatchState.INTERRUPTED
        return StoredBatch(
            id=row.id,
            name=row.name,
            state=state,
            done=row.done,
            total=row.total,
            message=row.message,
        )


def _masked(message: Message | None) -> Message | None:
    return message and Message(mask(message.zh), mask(message.en))
