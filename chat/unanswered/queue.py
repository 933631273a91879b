"""Groups the questions of the journal that found no good answer, and keeps what staff do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, case, func, or_, select

from chat.audit import Actor, AuditEntry, add_entry
from chat.clock import Clock, utc_now
from chat.database import Database, StaleEdit
from chat.database.tables import JOURNAL, QUEUE
from chat.journal import Journal, Outcome, Thumb
from chat.likeness import Likeness, best_match
from chat.masking import mask
from chat.unanswered.group import STATUS_WORDS, Group, GroupStatus
from chat.unanswered.reading import QuestionReader
from records import Message

_BAD = or_(
    JOURNAL.c.outcome.in_([Outcome.REFUSED.value, Outcome.ABANDONED.value]),
    JOURNAL.c.thumb == Thumb.DOWN.value,
)


class GroupMissing(KeyError):
    """There is no such group, or not any more."""


class Queue:
    """The queue in the desk's database. Grouping goes on from where it stopped, in any process."""

    def __init__(
        self,
        database: Database,
        reader: QuestionReader,
        likeness: Likeness,
        clock: Clock = utc_now,
    ) -> None:
        self._database = database
        self._journal = Journal(database, clock)
        self._reader = reader
        self._likeness = likeness
        self._clock = clock

    def catch_up(self) -> int:
        """Put every new bad record of the journal into its group. Returns how many there were.

        A record joins the group whose first question it repeats, or begins one of its own; groups
        never change their questions. New records open an answered group again, if they were asked
        after it was answered. Each record is a transaction, so that none waits for long.
        """
        self._journal.settle_choices()
        with self._database.reading() as connection:
            waiting = connection.execute(
                select(JOURNAL.c.id)
                .where(JOURNAL.c.group_id.is_(None), _BAD)
                .order_by(JOURNAL.c.id)
            ).scalars()
            ids = list(waiting)
        return sum(self._place(record_id) for record_id in ids)

    def groups(self, status: GroupStatus | None = None) -> list[Group]:
        """The groups of a status, or all; those last seen come first."""
        with self._database.reading() as connection:
            return _groups(connection, None if status is None else QUEUE.c.status == status.value)

    def group(self, group_id: int) -> Group:
        """One group. Raises GroupMissing."""
        with self._database.reading() as connection:
            return _one(connection, group_id)

    def settle(
        self, group_id: int, version: int, status: GroupStatus, actor: Actor, note: str = ""
    ) -> Group:
        """Set the status of a group, with a note, which is masked; also opens it again.

        Raises StaleEdit with both states if somebody else did so since `version`, GroupMissing if
        the group is gone.
        """
        masked = mask(note)
        with self._database.writing() as connection:
            current = _one(connection, group_id)
            if current.version != version:
                raise StaleEdit(
                    Message("这组问题", "this group of questions"),
                    _state(current.status, current.note),
                    _state(status, masked),
                )
            self._set(connection, current, status, masked)
            entry = AuditEntry(
                at=self._clock(),
                action=f"queue-{status.value}",
                subject=current.question,
                actor=actor,
                detail=masked,
            )
            add_entry(connection, entry)
            return _one(connection, group_id)

    def _place(self, record_id: int) -> bool:
        """Put one record into its group, unless another process has done so."""
        while True:
            with self._database.reading() as connection:
                record = _waiting(connection, record_id)
                known = _questions(connection)
            if record is None:
                return False
            question = record.understood or record.question
            group_id = self._match(question, known)
            with self._database.writing() as connection:
                if _waiting(connection, record_id) is None:
                    return False
                # The new groups may be of the same question, and the one found may be gone.
                if _questions(connection) != known:
                    continue
                if group_id is None:
                    group_id = self._begin(connection, question, record)
                else:
                    self._join(connection, _one(connection, group_id), record)
                connection.execute(
                    JOURNAL.update().where(JOURNAL.c.id == record_id).values(group_id=group_id)
                )
            return True

    def _match(self, question: str, known: Sequence[tuple[int, str]]) -> int | None:
        """The group that a question belongs to, if any. Reading and embedding takes its time, so
        no transaction is open meanwhile: everybody else who writes would have to wait."""
        asked = self._reader.comparable(question)
        home = self._reader.home
        return best_match(asked, known, self._reader.comparable, self._likeness, home)

    def _begin(self, connection: Connection, question: str, record: Row[Any]) -> int:
        added = connection.execute(
            QUEUE.insert().values(
                question=question,
                status=GroupStatus.OPEN.value,
                note="",
                status_at=record.asked_at,
                first_seen=record.asked_at,
                last_seen=record.asked_at,
                version=1,
            )
        ).inserted_primary_key
        assert added is not None
        return int(added[0])

    def _join(self, connection: Connection, group: Group, record: Row[Any]) -> None:
        connection.execute(
            QUEUE.update()
            .where(QUEUE.c.id == group.id)
            .values(
                first_seen=min(group.first_seen, record.asked_at),
                last_seen=max(group.last_seen, record.asked_at),
            )
        )
        settled_at = connection.execute(
            select(QUEUE.c.status_at).where(QUEUE.c.id == group.id)
        ).scalar_one()
        if group.status is GroupStatus.ANSWERED and record.asked_at > settled_at:
            self._set(connection, group, GroupStatus.OPEN, group.note)

    def _set(self, connection: Connection, group: Group, status: GroupStatus, note: str) -> None:
        connection.execute(
            QUEUE.update()
            .where(QUEUE.c.id == group.id)
            .values(
                status=status.value,
                note=note,
                status_at=self._clock(),
                version=group.version + 1,
            )
        )


def _waiting(connection: Connection, record_id: int) -> Row[Any] | None:
    """The record, if it is bad and in no group yet."""
    return connection.execute(
        select(JOURNAL).where(JOURNAL.c.id == record_id, JOURNAL.c.group_id.is_(None), _BAD)
    ).one_or_none()


def _questions(connection: Connection) -> list[tuple[int, str]]:
    """Every group's number and question, by number; neither ever changes."""
    rows = connection.execute(select(QUEUE.c.id, QUEUE.c.question).order_by(QUEUE.c.id))
    return [(row.id, row.question) for row in rows]


def _state(status: GroupStatus, note: str) -> Message:
    words = STATUS_WORDS[status]
    return Message(f"{words.zh}：{note}", f"{words.en}: {note}") if note else words


def _one(connection: Connection, group_id: int) -> Group:
    found = _groups(connection, QUEUE.c.id == group_id)
    if not found:
        raise GroupMissing(group_id)
    return found[0]


def _groups(connection: Connection, condition: ColumnElement[bool] | None) -> list[Group]:
    counted = (
        select(
            JOURNAL.c.group_id,
            _count(JOURNAL.c.outcome == Outcome.REFUSED.value).label("refused"),
            _count(JOURNAL.c.outcome == Outcome.ABANDONED.value).label("abandoned"),
            _count(JOURNAL.c.thumb == Thumb.DOWN.value).label("thumbed_down"),
        )
        .where(JOURNAL.c.group_id.is_not(None))
        .group_by(JOURNAL.c.group_id)
        .subquery()
    )
    wanted = (
        select(QUEUE, counted.c.refused, counted.c.abandoned, counted.c.thumbed_down)
        .outerjoin(counted, counted.c.group_id == QUEUE.c.id)
        .order_by(QUEUE.c.last_seen.desc(), QUEUE.c.id.desc())
    )
    if condition is not None:
        wanted = wanted.where(condition)
    return [_group(row) for row in connection.execute(wanted)]


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))


def _group(row: Row[Any]) -> Group:
    return Group(
        id=row.id,
        question=row.question,
        status=GroupStatus(row.status),
        note=row.note,
        refused=row.refused or 0,
        abandoned=row.abandoned or 0,
        thumbed_down=row.thumbed_down or 0,
        first_seen=row.first_seen,
        last_seen=row.last_seen,
        version=row.version,
    )
