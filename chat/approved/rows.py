"""Approved answers as rows of the desk's database, each in a transaction that is open already."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, Table, select

from chat.approved.approved import ApprovedAnswer, ApprovedCitation, Draft
from chat.database.tables import APPROVED, APPROVED_CITATIONS, APPROVED_QUESTIONS


class ApprovalMissing(KeyError):
    """There is no such approved answer, or not any more."""


def put_parts(
    connection: Connection, answer_id: int, draft: Draft, cited: list[dict[str, object]]
) -> None:
    """Store the questions of an answer, and the rows of its citations."""
    connection.execute(
        APPROVED_QUESTIONS.insert(),
        [
            {"approved_id": answer_id, "position": at, "question": question}
            for at, question in enumerate(draft.questions)
        ],
    )
    connection.execute(
        APPROVED_CITATIONS.insert(), [{"approved_id": answer_id, **one} for one in cited]
    )


def remove_parts(connection: Connection, answer_id: int) -> None:
    """Delete the questions and citations of an answer."""
    for table in (APPROVED_QUESTIONS, APPROVED_CITATIONS):
        connection.execute(table.delete().where(table.c.approved_id == answer_id))


def one_answer(connection: Connection, answer_id: int) -> ApprovedAnswer:
    """One answer. Raises ApprovalMissing."""
    found = all_answers(connection, answer_id)
    if not found:
        raise ApprovalMissing(answer_id)
    return found[0]


def all_answers(connection: Connection, answer_id: int | None = None) -> list[ApprovedAnswer]:
    """Every answer, the latest approval first, or the one of a number."""
    wanted = select(APPROVED).order_by(APPROVED.c.approved_at.desc(), APPROVED.c.id.desc())
    if answer_id is not None:
        wanted = wanted.where(APPROVED.c.id == answer_id)
    rows = connection.execute(wanted).all()
    questions = _parts(connection, APPROVED_QUESTIONS, "position", answer_id)
    citations = _parts(connection, APPROVED_CITATIONS, "number", answer_id)
    return [
        ApprovedAnswer(
            id=row.id,
            questions=tuple(one.question for one in questions.get(row.id, ())),
            text=row.text,
            citations=tuple(_citation(one) for one in citations.get(row.id, ())),
            note=row.note,
            staff=row.staff,
            role=row.role,
            approved_at=row.approved_at,
            lapsed_at=row.lapsed_at,
            lapse_reason=row.lapse_reason,
            version=row.version,
        )
        for row in rows
    ]


def _parts(
    connection: Connection, table: Table, order: str, answer_id: int | None
) -> dict[int, list[Row[Any]]]:
    wanted = select(table).order_by(table.c.approved_id, table.c[order])
    if answer_id is not None:
        wanted = wanted.where(table.c.approved_id == answer_id)
    found: dict[int, list[Row[Any]]] = {}
    for row in connection.execute(wanted):
        found.setdefault(row.approved_id, []).append(row)
    return found


def _citation(row: Row[Any]) -> ApprovedCitation:
    return ApprovedCitation(
        number=row.number,
        document_id=row.document_id,
        title=row.title,
        start=row.start_at,
        end=row.end_at,
        quote=row.quote,
        fingerprint=row.fingerprint,
        was_expired=row.was_expired,
        was_superseded=row.was_superseded,
    )
