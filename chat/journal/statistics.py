"""Figures about the questions of some days, counted by the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, case, func, select

from chat.database import Database
from chat.database.tables import JOURNAL, JOURNAL_DOCUMENTS
from chat.journal.record import Channel, Outcome, Thumb
from records import AnswerStatus

TOP_DOCUMENTS = 10
PERCENTILES = (50, 90, 99)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many questions there were, and what came of them: the parts add up to `questions`."""

    questions: int = 0
    answered: int = 0
    refused: int = 0
    clarified: int = 0
    failed: int = 0

    def share(self, part: int) -> float:
        """`part` of all questions, 0..1; 0 if there were none."""
        return part / self.questions if self.questions else 0.0


@dataclass(frozen=True, slots=True)
class DayCounts:
    """The counts of one day in China."""

    day: date
    counts: Counts


@dataclass(frozen=True, slots=True)
class DocumentCount:
    """A document and the number of questions whose answers cited it."""

    id: str
    title: str
    questions: int


@dataclass(frozen=True, slots=True)
class Latency:
    """A percentile (nearest rank) of the time that answers took, in milliseconds."""

    percent: int
    milliseconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """The figures of the days `first`..`last`, both counted in.

    `days` holds every day of them. `approved` are the answers that staff had approved, part of
    the answered. `latency` is empty when nothing was asked.
    """

    first: date
    last: date
    total: Counts
    days: tuple[DayCounts, ...]
    documents: tuple[DocumentCount, ...]
    latency: tuple[Latency, ...]
    approved: int
    thumbs_up: int
    thumbs_down: int


def statistics(
    database: Database, first: date, last: date, channel: Channel | None = None
) -> Statistics:
    """The figures of some days in China, of one channel or all. Raises ValueError if reversed."""
    if last < first:
        raise ValueError(f"{first} – {last}: 起止日期颠倒 (the first day comes after the last)")
    asked: ColumnElement[bool] = JOURNAL.c.day.between(first, last)
    if channel is not None:
        asked &= JOURNAL.c.channel == channel.value
    with database.reading() as connection:
        by_day = _by_day(connection, asked)
        ups, downs, approved = connection.execute(
            select(
                _count(JOURNAL.c.thumb == Thumb.UP.value),
                _count(JOURNAL.c.thumb == Thumb.DOWN.value),
                _count(JOURNAL.c.outcome == Outcome.APPROVED.value),
            ).where(asked)
        ).one()
        documents, latency = _documents(connection, asked), _latency(connection, asked)
    days = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
    return Statistics(
        first=first,
        last=last,
        total=_sum(by_day),
        days=tuple(DayCounts(day, by_day.get(day, Counts())) for day in days),
        documents=documents,
        latency=latency,
        approved=approved,
        thumbs_up=ups,
        thumbs_down=downs,
    )


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def _by_day(connection: Connection, asked: ColumnElement[bool]) -> dict[date, Counts]:
    rows = connection.execute(
        select(
            JOURNAL.c.day,
            func.count().label("questions"),
            _count(JOURNAL.c.status == AnswerStatus.ANSWERED.value).label("answered"),
            _count(JOURNAL.c.status == AnswerStatus.NO_ANSWER.value).label("refused"),
            _count(JOURNAL.c.status == AnswerStatus.CLARIFY.value).label("clarified"),
            _count(JOURNAL.c.status == "").label("failed"),
        )
        .where(asked)
        .group_by(JOURNAL.c.day)
    )
    return {
        row.day: Counts(
            questions=row.questions,
            answered=row.answered,
            refused=row.refused,
            clarified=row.clarified,
            failed=row.failed,
        )
        for row in rows
    }


def _sum(by_day: dict[date, Counts]) -> Counts:
    days = by_day.values()
    return Counts(
        questions=sum(one.questions for one in days),
        answered=sum(one.answered for one in days),
        refused=sum(one.refused for one in days),
        clarified=sum(one.clarified for one in days),
        failed=sum(one.failed for one in days),
    )


def _documents(connection: Connection, asked: ColumnElement[bool]) -> tuple[DocumentCount, ...]:
    cited = JOURNAL_DOCUMENTS.c
    questions = func.count().label("questions")
    rows = connection.execute(
        # A document that was given a new title is still one document.
        select(cited.document_id, func.max(cited.title).label("title"), questions)
        .join(JOURNAL, JOURNAL.c.id == cited.record_id)
        .where(asked)
        .group_by(cited.document_id)
        .order_by(questions.desc(), cited.document_id)
        .limit(TOP_DOCUMENTS)
    )
    return tuple(DocumentCount(row.document_id, row.title, row.questions) for row in rows)


def _latency(connection: Connection, asked: ColumnElement[bool]) -> tuple[Latency, ...]:
    """By rank, since SQLite has no percentiles: the smallest value with so many at or below it."""
    ranked = (
        select(
            JOURNAL.c.latency_ms,
            func.row_number().over(order_by=JOURNAL.c.latency_ms).label("rank"),
            func.count().over().label("number"),
        )
        .where(asked)
        .subquery()
    )
    wanted: list[Any] = [
        func.min(case((ranked.c.rank * 100 >= percent * ranked.c.number, ranked.c.latency_ms)))
        for percent in PERCENTILES
    ]
    values = connection.execute(select(*wanted)).one()
    return tuple(
        Latency(percent, value)
        for percent, value in zip(PERCENTILES, values, strict=True)
        if value is not None
    )
