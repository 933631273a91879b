"""Counts failed sign-ins, and says when there have been too many."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, select

from chat.accounts.errors import LockedOut
from chat.database.tables import SIGN_IN_ATTEMPTS


@dataclass(frozen=True, slots=True)
class Limits:
    """How many failures within `minutes` are borne, for one account and from one address."""

    of_account: int
    of_address: int
    minutes: int


def count_attempt(
    connection: Connection, name: str, address: str, now: datetime, limits: Limits
) -> int:
    """Count an attempt as failed before its password is looked at. Returns its number.

    Counted first, guesses that are sent at once cannot slip through between look and count.
    Raises LockedOut, for names of no account too.
    """
    since = now - timedelta(minutes=limits.minutes)
    _refuse(connection, SIGN_IN_ATTEMPTS.c.name == name, limits.of_account, since, limits)
    _refuse(connection, SIGN_IN_ATTEMPTS.c.address == address, limits.of_address, since, limits)
    added = connection.execute(
        SIGN_IN_ATTEMPTS.insert().values(name=name, address=address, at=now)
    ).inserted_primary_key
    assert added is not None
    return int(added[0])


def forgive(connection: Connection, name: str, attempt: int) -> None:
    """After a success: the attempt was none, and the account's failures are forgotten."""
    connection.execute(
        SIGN_IN_ATTEMPTS.delete().where(
            (SIGN_IN_ATTEMPTS.c.id == attempt) | (SIGN_IN_ATTEMPTS.c.name == name)
        )
    )


def _refuse(
    connection: Connection,
    whose: ColumnElement[bool],
    limit: int,
    since: datetime,
    limits: Limits,
) -> None:
    latest = (
        select(SIGN_IN_ATTEMPTS.c.at)
        .where(whose, SIGN_IN_ATTEMPTS.c.at > since)
        .order_by(SIGN_IN_ATTEMPTS.c.at.desc())
        .limit(limit)
    )
    moments: list[datetime] = list(connection.execute(latest).scalars())
    if len(moments) >= limit:
        raise LockedOut(moments[-1] + timedelta(minutes=limits.minutes))
