"""The accounts of staff in the desk's database."""

from __future__ import annotations

from sqlalchemy import Connection, Row, select

from chat.accounts.errors import AccountExists, AccountMissing
from chat.accounts.passwords import Passwords
from chat.accounts.staff import Role, Staff, new_name, plain_name
from chat.audit import Actor, AuditEntry, add_entry
from chat.clock import Clock, utc_now
from chat.database import Database
from chat.database.tables import SESSIONS, STAFF

# Who has the command line has the machine.
OPERATOR = Actor("", "operator")


class Accounts:
    """Adds, lists, changes and removes accounts; every change is in the audit list."""

    def __init__(
        self, database: Database, passwords: Passwords | None = None, clock: Clock = utc_now
    ) -> None:
        self._database = database
        self._passwords = passwords or Passwords()
        self._clock = clock

    def add(self, name: str, password: str, role: Role = Role.STAFF) -> Staff:
        """A new account. Raises an AccountError for a bad name or password or a name in use."""
        plain, hashed, now = new_name(name), self._passwords.hash(password), self._clock()
        with self._database.writing() as connection:
            if _row(connection, plain) is not None:
                raise AccountExists(plain)
            connection.execute(
                STAFF.insert().values(
                    name=plain,
                    role=role.value,
                    password_hash=hashed,
                    created_at=now,
                    password_set_at=now,
                )
            )
            self._note(connection, "add-staff", plain, role.value)
            return _staff(_existing(connection, plain))

    def remove(self, name: str) -> None:
        """Remove the account and end its sessions. Raises AccountMissing."""
        with self._database.writing() as connection:
            row = _existing(connection, name)
            connection.execute(STAFF.delete().where(STAFF.c.id == row.id))
            self._note(connection, "remove-staff", row.name, row.role)

    def set_password(self, name: str, password: str) -> None:
        """Change the password and end every session of the account. Raises an AccountError."""
        hashed, now = self._passwords.hash(password), self._clock()
        with self._database.writing() as connection:
            row = _existing(connection, name)
            connection.execute(
                STAFF.update()
                .where(STAFF.c.id == row.id)
                .values(password_hash=hashed, password_set_at=now)
            )
            connection.execute(SESSIONS.delete().where(SESSIONS.c.staff_id == row.id))
            self._note(connection, "reset-password", row.name, row.role)

    def all(self) -> list[Staff]:
        """Every account, by name."""
        with self._database.reading() as connection:
            rows = connection.execute(select(STAFF).order_by(STAFF.c.name)).all()
        return [_staff(row) for row in rows]

    def _note(self, connection: Connection, action: str, subject: str, detail: str) -> None:
        add_entry(
            connection,
            AuditEntry(
                at=self._clock(), action=action, subject=subject, actor=OPERATOR, detail=detail
            ),
        )


def _row(connection: Connection, name: str) -> Row[tuple[object, ...]] | None:
    return connection.execute(select(STAFF).where(STAFF.c.name == plain_name(name))).one_or_none()


def _existing(connection: Connection, name: str) -> Row[tuple[object, ...]]:
    row = _row(connection, name)
    if row is None:
        raise AccountMissing(name)
    return row


def _staff(row: Row[tuple[object, ...]]) -> Staff:
    return Staff(row.id, row.name, Role(row.role), row.created_at)
