from __future__ import annotations

from chat.audit import Actor, AuditEntry, AuditTrail, DatabaseAuditTrail
from chat.database import Database
from tests.chat.desk_clock import SetClock


def test_entries_come_back_newest_first_and_in_parts(database: Database) -> None:
    trail = DatabaseAuditTrail(database)
    as_any_room_sees_it: AuditTrail = trail
    clock = SetClock()
    added = []
    for number in range(5):
        clock.pass_(minutes=1)
        entry = AuditEntry(
            at=clock(),
            action="withdraw",
            subject=f"document-{number}",
            actor=Actor("li", "admin"),
            detail="过期",
        )
        as_any_room_sees_it.add(entry)
        added.append(entry)
    first = trail.entries(limit=2)
    rest = trail.entries(limit=10, before=first[-1][0])
    assert [entry for _, entry in [*first, *rest]] == added[::-1]
