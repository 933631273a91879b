"""The audit list in the desk's database."""

from __future__ import annotations

from sqlalchemy import Connection, select

from chat.audit.entry import Actor, AuditEntry
from chat.database import Database
from chat.database.tables import AUDIT


class DatabaseAuditTrail:
    """Writes and reads the list. An `AuditTrail`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, entry: AuditEntry) -> None:
        """Store the entry in a transaction of its own."""
        with self._database.writing() as connection:
            add_entry(connection, entry)

    def entries(self, limit: int = 100, before: int | None = None) -> list[tuple[int, AuditEntry]]:
        """The newest entries with their numbers, newest first; `before` a number for more."""
        newest = select(AUDIT).order_by(AUDIT.c.id.desc()).limit(limit)
        if before is not None:
            newest = newest.where(AUDIT.c.id < before)
        with self._database.reading() as connection:
            rows = connection.execute(newest).all()
        return [
            (
                row.id,
                AuditEntry(
                    at=row.at,
                    action=row.action,
                    subject=row.subject,
                    actor=Actor(row.staff, row.role),
                    detail=row.detail,
                ),
            )
            for row in rows
        ]


def add_entry(connection: Connection, entry: AuditEntry) -> None:
    """Store the entry together with the change that it tells of."""
    connection.execute(
        AUDIT.insert().values(
            at=entry.at,
            action=entry.action,
            subject=entry.subject,
            staff=entry.actor.name,
            role=entry.actor.role,
            detail=entry.detail,
        )
    )
