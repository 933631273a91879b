"""Accounts with a hash that costs little, so that a test may check many passwords."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from argon2 import PasswordHasher

from chat.accounts import Accounts, Sessions, SignIn
from chat.accounts.lockout import Limits
from chat.accounts.passwords import Passwords
from chat.database import Database
from tests.chat.desk_clock import SetClock

LIMITS = Limits(of_account=3, of_address=6, minutes=15)
HOURS = 8
PASSWORD = "correct horse battery"


@dataclass
class Desk:
    database: Database
    clock: SetClock
    accounts: Accounts
    sessions: Sessions
    door: SignIn


@pytest.fixture
def passwords() -> Passwords:
    return Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture
def desk(database: Database, passwords: Passwords) -> Desk:
    """A desk with one account, “wang”."""
    clock = SetClock()
    accounts = Accounts(database, passwords, clock)
    accounts.add("wang", PASSWORD)
    sessions = Sessions(database, HOURS, clock)
    door = SignIn(database, sessions, LIMITS, passwords, clock)
    return Desk(database, clock, accounts, sessions, door)
