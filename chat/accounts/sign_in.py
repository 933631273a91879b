"""Signing in: a name and a password against a session's token."""

from __future__ import annotations

from sqlalchemy import Connection, Row, select

from chat.accounts.errors import WrongCredentials
from chat.accounts.lockout import Limits, count_attempt, forgive
from chat.accounts.passwords import Passwords
from chat.accounts.sessions import Sessions
from chat.accounts.staff import is_name, plain_name
from chat.clock import Clock, utc_now
from chat.database import Database
from chat.database.tables import STAFF

# The longest textual IPv6 address with a zone; anything longer is no address.
ADDRESS_CHARACTERS = 64


class SignIn:
    """Checks passwords and begins sessions, unless there have been too many failures."""

    def __init__(
        self,
        database: Database,
        sessions: Sessions,
        limits: Limits,
        passwords: Passwords | None = None,
        clock: Clock = utc_now,
    ) -> None:
        self._database = database
        self._sessions = sessions
        self._limits = limits
        self._passwords = passwords or Passwords()
        self._clock = clock

    def sign_in(self, name: str, password: str, address: str) -> str:
        """The token of a new session. `address` is where the request comes from.

        Raises WrongCredentials, or LockedOut, which names the end of it. A name of no account
        costs as much work as one with a wrong password, and is locked out alike.
        """
        plain = plain_name(name)
        # What can be no name is counted together: the database could not even store some of it.
        plain = plain if is_name(plain) else ""
        with self._database.writing() as connection:
            attempt = count_attempt(
                connection, plain, address[:ADDRESS_CHARACTERS], self._clock(), self._limits
            )
            row = _row(connection, plain)
        # Outside the transaction: hashing is slow on purpose, and nobody should wait for it.
        if not self._passwords.fits(password, row.password_hash if row else None):
            raise WrongCredentials
        with self._database.writing() as connection:
            now = _row(connection, plain)
            # The password may have been changed while it was checked.
            if row is None or now is None or now.password_hash != row.password_hash:
                raise WrongCredentials
            forgive(connection, plain, attempt)
            if self._passwords.is_outdated(now.password_hash):
                self._hash_anew(connection, now.id, password)
            return self._sessions.begin(connection, now.id)

    def _hash_anew(self, connection: Connection, staff_id: int, password: str) -> None:
        stronger = self._passwords.hash(password)
        connection.execute(
            STAFF.update().where(STAFF.c.id == staff_id).values(password_hash=stronger)
        )


def _row(connection: Connection, name: str) -> Row[int, str] | None:
    return connection.execute(
        select(STAFF.c.id, STAFF.c.password_hash).where(STAFF.c.name == name)
    ).one_or_none()
