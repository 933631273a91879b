"""Sessions: a random token in the browser, its hash in the database."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from sqlalchemy import Connection, select

from chat.accounts.staff import Role, Staff
from chat.clock import Clock, utc_now
from chat.database import Database
from chat.database.tables import SESSIONS, STAFF

TOKEN_BYTES = 32


class Sessions:
    """Begins, finds and ends sessions. A session lasts `hours` from its beginning."""

    def __init__(self, database: Database, hours: int, clock: Clock = utc_now) -> None:
        self._database = database
        self._length = timedelta(hours=hours)
        self._clock = clock

    def begin(self, connection: Connection, staff_id: int) -> str:
        """The token of a new session, within the transaction that checked the account."""
        token, now = secrets.token_urlsafe(TOKEN_BYTES), self._clock()
        connection.execute(
            SESSIONS.insert().values(
                token_hash=_hash(token),
                staff_id=staff_id,
                started_at=now,
                expires_at=now + self._length,
            )
        )
        return token

    def staff(self, token: str) -> Staff | None:
        """Whose session it is; None for an unknown, ended or expired one. Role as it is now."""
        if not token:
            return None
        found = (
            select(STAFF.c.id, STAFF.c.name, STAFF.c.role, STAFF.c.created_at)
            .join(SESSIONS, SESSIONS.c.staff_id == STAFF.c.id)
            .where(SESSIONS.c.token_hash == _hash(token), SESSIONS.c.expires_at > self._clock())
        )
        with self._database.reading() as connection:
            row = connection.execute(found).one_or_none()
        return None if row is None else Staff(row.id, row.name, Role(row.role), row.created_at)

    def end(self, token: str) -> None:
        """Sign out. An unknown token is no error: it is gone already."""
        with self._database.writing() as connection:
            connection.execute(SESSIONS.delete().where(SESSIONS.c.token_hash == _hash(token)))


def _hash(token: str) -> str:
    """SHA-256, in hex. The token is random enough to need no salt and no slow hash."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
