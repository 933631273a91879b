"""An entry of the audit list, and what a room needs to write one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did it: the name of an account and its role then."""

    name: str
    role: str


# What the program does by itself, such as letting an approval lapse.
SYSTEM = Actor("", "system")


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One thing that was done. `at` is aware; `action` is a word of the room's own (“withdraw”).

    `subject` names what it was done to (a document id, a question), `detail` says the rest.
    """

    at: datetime
    action: str
    subject: str
    actor: Actor
    detail: str = ""


class AuditTrail(Protocol):
    """Where entries go."""

    def add(self, entry: AuditEntry) -> None:
        """Keep the entry; it is stored when this returns."""
        ...
