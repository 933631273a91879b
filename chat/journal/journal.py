"""Writes and reads the journal."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, select

from answer.dates import BEIJING
from chat.clock import Clock, utc_now
from chat.database import Database
from chat.database.tables import JOURNAL, JOURNAL_DOCUMENTS
from chat.journal.record import (
    Asking,
    Channel,
    CitedDocument,
    Outcome,
    Record,
    Thumb,
    documents_of,
    outcome_of,
)
from chat.masking import mask
from records import Answer, AnswerStatus, Validity

# Who has not chosen by then will not.
CHOICE_MINUTES = 30


class RecordMissing(KeyError):
    """There is no such record, or it is not of this conversation."""


def new_conversation() -> str:
    """A random name for a conversation, which says nothing about who holds it."""
    return secrets.token_hex(16)


class Journal:
    """The journal in the desk's database. Everything that people typed is masked on its way in."""

    def __init__(self, database: Database, clock: Clock = utc_now) -> None:
        self._database = database
        self._clock = clock

    def write(self, asking: Asking, answer: Answer | None, latency_ms: float) -> int:
        """Write a question down; `answer` is None if the program failed. Returns its number.

        The answer is masked like the question, whose words it may repeat.
        """
        now = self._clock()
        values = {
            "asked_at": now,
            "day": now.astimezone(BEIJING).date(),
            "latency_ms": latency_ms,
            "question": mask(asking.question),
            "understood": mask(answer.understood) if answer else "",
            "status": answer.status.value if answer else "",
            "answer": mask(answer.text) if answer else "",
            "confidence": answer.confidence if answer else 0.0,
            "region": mask(asking.region or ""),
            "in_force_only": asking.in_force_only,
            "channel": asking.channel.value,
            "conversation": mask(asking.conversation)[:64],
            "outcome": outcome_of(answer).value,
            "thumb": Thumb.NONE.value,
            "thumb_reason": "",
        }
        with self._database.writing() as connection:
            if values["conversation"]:
                _clarified(connection, str(values["conversation"]))
            added = connection.execute(JOURNAL.insert().values(values)).inserted_primary_key
            assert added is not None
            record_id = int(added[0])
            documents = [
                {
                    "record_id": record_id,
                    "document_id": one.id,
                    "title": one.title,
                    "validity": one.validity.value,
                }
                for one in (documents_of(answer) if answer else ())
            ]
            if documents:
                connection.execute(JOURNAL_DOCUMENTS.insert(), documents)
        return record_id

    def thumb(self, record_id: int, conversation: str, thumb: Thumb, reason: str = "") -> None:
        """Attach a thumb to a record; the last one holds. Raises RecordMissing.

        Only the conversation that it was asked in may do it: numbers are easily guessed.
        """
        own = (JOURNAL.c.id == record_id) & (JOURNAL.c.conversation == mask(conversation)[:64])
        with self._database.writing() as connection:
            changed = connection.execute(
                JOURNAL.update()
                .where(own, JOURNAL.c.conversation != "")
                .values(thumb=thumb.value, thumb_reason=mask(reason))
            )
            if changed.rowcount == 0:
                raise RecordMissing(record_id)

    def settle_choices(self) -> int:
        """Call those questions abandoned whose choices nobody took in time. Returns how many."""
        latest = self._clock() - timedelta(minutes=CHOICE_MINUTES)
        with self._database.writing() as connection:
            return connection.execute(
                JOURNAL.update()
                .where(JOURNAL.c.outcome == Outcome.CLARIFYING.value, JOURNAL.c.asked_at <= latest)
                .values(outcome=Outcome.ABANDONED.value)
            ).rowcount

    def record(self, record_id: int) -> Record:
        """The record. Raises RecordMissing."""
        found = self._records(JOURNAL.c.id == record_id, limit=1)
        if not found:
            raise RecordMissing(record_id)
        return found[0]

    def newest(self, limit: int = 50, before: int | None = None) -> list[Record]:
        """The newest records, newest first; `before` a number for those before it."""
        condition = JOURNAL.c.id > 0 if before is None else JOURNAL.c.id < before
        return self._records(condition, limit)

    def of_group(self, group_id: int, limit: int = 50) -> list[Record]:
        """The newest records of a group of the queue, newest first."""
        return self._records(JOURNAL.c.group_id == group_id, limit)

    def _records(self, condition: Any, limit: int) -> list[Record]:
        newest = select(JOURNAL).where(condition).order_by(JOURNAL.c.id.desc()).limit(limit)
        with self._database.reading() as connection:
            rows = connection.execute(newest).all()
            cited = _documents(connection, [row.id for row in rows])
        return [_record(row, cited.get(row.id, ())) for row in rows]


def _clarified(connection: Connection, conversation: str) -> None:
    """The conversation goes on: what was asked back in it has been taken up."""
    connection.execute(
        JOURNAL.update()
        .where(
            JOURNAL.c.conversation == conversation, JOURNAL.c.outcome == Outcome.CLARIFYING.value
        )
        .values(outcome=Outcome.CLARIFIED.value)
    )


def _documents(
    connection: Connection, record_ids: Sequence[int]
) -> dict[int, tuple[CitedDocument, ...]]:
    rows = connection.execute(
        select(JOURNAL_DOCUMENTS)
        .where(JOURNAL_DOCUMENTS.c.record_id.in_(record_ids))
        .order_by(JOURNAL_DOCUMENTS.c.document_id)
    )
    found: dict[int, tuple[CitedDocument, ...]] = {}
    for row in rows:
        cited = CitedDocument(row.document_id, row.title, Validity(row.validity))
        found[row.record_id] = (*found.get(row.record_id, ()), cited)
    return found


def _record(row: Row[Any], documents: tuple[CitedDocument, ...]) -> Record:
    asked_at: datetime = row.asked_at
    return Record(
        id=row.id,
        asked_at=asked_at,
        latency_ms=row.latency_ms,
        question=row.question,
        understood=row.understood,
        status=AnswerStatus(row.status) if row.status else None,
        answer=row.answer,
        confidence=row.confidence,
        region=row.region,
        in_force_only=row.in_force_only,
        channel=Channel(row.channel),
        conversation=row.conversation,
        outcome=Outcome(row.outcome),
        documents=documents,
        thumb=Thumb(row.thumb),
        thumb_reason=row.thumb_reason,
        group_id=row.group_id,
    )
