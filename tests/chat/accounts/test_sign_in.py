from __future__ import annotations

import multiprocessing
import threading
from datetime import timedelta
from typing import Literal

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select

from chat.accounts import Accounts, LockedOut, Role, Sessions, SignIn, WrongCredentials
from chat.accounts.passwords import Passwords
from chat.database import open_database
from chat.database.tables import SESSIONS, STAFF
from tests.chat.accounts.conftest import HOURS, LIMITS, PASSWORD, Desk

HERE, THERE = "10.0.0.1", "10.0.0.2"


def fail(desk: Desk, name: str = "wang", address: str = HERE, times: int = 1) -> None:
    for _ in range(times):
        with pytest.raises(WrongCredentials):
            desk.door.sign_in(name, "not the password", address)


def test_a_session_is_the_accounts(desk: Desk) -> None:
    staff = desk.sessions.staff(desk.door.sign_in("Wang ", PASSWORD, HERE))
    assert staff is not None
    assert (staff.name, staff.role) == ("wang", Role.STAFF)


def test_the_token_itself_is_not_stored(desk: Desk) -> None:
    token = desk.door.sign_in("wang", PASSWORD, HERE)
    with desk.database.reading() as connection:
        stored = connection.execute(select(SESSIONS)).one()
    assert token not in [str(value) for value in stored]
    assert len(token) >= 43
    assert desk.sessions.staff(stored.token_hash) is None


@pytest.mark.parametrize("token", ["", "x", "a\0b", "\ud800"])
def test_no_other_token_opens_a_session(desk: Desk, token: str) -> None:
    desk.door.sign_in("wang", PASSWORD, HERE)
    assert desk.sessions.staff(token) is None


def test_sessions_expire(desk: Desk) -> None:
    token = desk.door.sign_in("wang", PASSWORD, HERE)
    desk.clock.pass_(hours=HOURS, seconds=-1)
    assert desk.sessions.staff(token) is not None
    desk.clock.pass_(seconds=1)
    assert desk.sessions.staff(token) is None


def test_signing_out_ends_one_session(desk: Desk) -> None:
    one, other = (desk.door.sign_in("wang", PASSWORD, HERE) for _ in range(2))
    desk.sessions.end(one)
    desk.sessions.end(one)
    assert desk.sessions.staff(one) is None
    assert desk.sessions.staff(other) is not None


def test_a_new_password_ends_every_session(desk: Desk) -> None:
    tokens = [desk.door.sign_in("wang", PASSWORD, HERE) for _ in range(2)]
    desk.accounts.set_password("wang", "another password")
    assert [desk.sessions.staff(token) for token in tokens] == [None, None]
    fail(desk)
    assert desk.sessions.staff(desk.door.sign_in("wang", "another password", HERE))


def test_a_removed_account_is_out_at_once(desk: Desk) -> None:
    token = desk.door.sign_in("wang", PASSWORD, HERE)
    desk.accounts.remove("wang")
    assert desk.sessions.staff(token) is None
    with pytest.raises(WrongCredentials):
        desk.door.sign_in("wang", PASSWORD, HERE)


def test_a_changed_role_holds_at_once(desk: Desk) -> None:
    token = desk.door.sign_in("wang", PASSWORD, HERE)
    with desk.database.writing() as connection:
        connection.execute(STAFF.update().values(role=Role.ADMIN.value))
    staff = desk.sessions.staff(token)
    assert staff is not None
    assert staff.role is Role.ADMIN


def test_failures_lock_the_account_for_a_time(desk: Desk) -> None:
    fail(desk, times=LIMITS.of_account)
    with pytest.raises(LockedOut) as raised:
        desk.door.sign_in("wang", PASSWORD, THERE)
    assert raised.value.until == desk.clock.now + timedelta(minutes=LIMITS.minutes)
    desk.clock.pass_(minutes=LIMITS.minutes)
    assert desk.door.sign_in("wang", PASSWORD, HERE)


def test_a_name_of_no_account_is_locked_alike(desk: Desk) -> None:
    fail(desk, "nobody", times=LIMITS.of_account)
    with pytest.raises(LockedOut):
        desk.door.sign_in("nobody", PASSWORD, HERE)


def test_failures_lock_the_address_but_no_other(desk: Desk) -> None:
    for number in range(LIMITS.of_address):
        fail(desk, f"guess{number}")
    with pytest.raises(LockedOut):
        desk.door.sign_in("wang", PASSWORD, HERE)
    assert desk.door.sign_in("wang", PASSWORD, THERE)


def test_a_success_forgets_the_failures_before_it(desk: Desk) -> None:
    for _ in range(3):
        fail(desk, times=LIMITS.of_account - 1)
        desk.door.sign_in("wang", PASSWORD, HERE)


def test_while_locked_no_password_is_looked_at(desk: Desk) -> None:
    fail(desk, times=LIMITS.of_account)
    for _ in range(5):
        with pytest.raises(LockedOut):
            desk.door.sign_in("wang", "still wrong", HERE)
    desk.clock.pass_(minutes=LIMITS.minutes)
    fail(desk, times=LIMITS.of_account)


@pytest.mark.parametrize("name", ["", "a\0b", "\ud800", "x" * 1000, "'; DROP TABLE staff; --"])
@pytest.mark.parametrize("password", ["", "a\0b", "\ud800", "x" * 100_000])
def test_whatever_is_typed_is_merely_wrong(desk: Desk, name: str, password: str) -> None:
    with pytest.raises(WrongCredentials):
        desk.door.sign_in(name, password, HERE)
    assert desk.accounts.all()


class CountingHasher(PasswordHasher):
    def __init__(self) -> None:
        super().__init__(time_cost=1, memory_cost=8, parallelism=1)
        self.verified = 0

    def verify(self, *given: str | bytes) -> Literal[True]:
        self.verified += 1
        return super().verify(*given)


def test_an_unknown_name_costs_a_check_like_a_known_one(desk: Desk) -> None:
    hasher = CountingHasher()
    door = SignIn(desk.database, desk.sessions, LIMITS, Passwords(hasher), desk.clock)
    for name in ("wang", "nobody"):
        with pytest.raises(WrongCredentials):
            door.sign_in(name, "not the password", HERE)
    assert hasher.verified == 2


def test_a_hash_with_old_parameters_is_made_anew(desk: Desk) -> None:
    stronger = Passwords(PasswordHasher(time_cost=2, memory_cost=16, parallelism=1))
    door = SignIn(desk.database, desk.sessions, LIMITS, stronger, desk.clock)
    door.sign_in("wang", PASSWORD, HERE)
    with desk.database.reading() as connection:
        assert "m=16,t=2" in connection.execute(select(STAFF.c.password_hash)).scalar_one()
    assert desk.sessions.staff(door.sign_in("wang", PASSWORD, HERE))


def test_guesses_at_once_are_all_counted(desk: Desk) -> None:
    """Twelve threads, three failures allowed: no more than three passwords are looked at."""
    looked_at: list[str] = []
    ready = threading.Barrier(12)

    def guess() -> None:
        ready.wait()
        try:
            desk.door.sign_in("wang", "guess", HERE)
        except WrongCredentials:
            looked_at.append("wrong")
        except LockedOut:
            pass

    threads = [threading.Thread(target=guess) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(looked_at) == LIMITS.of_account


def guess_in_a_process(address: str, times: int, wrong: multiprocessing.Queue[int]) -> None:
    database = open_database(address)
    door = SignIn(database, Sessions(database, HOURS), LIMITS)
    count = 0
    for _ in range(times):
        try:
            door.sign_in("zhao", "guess", HERE)
        except WrongCredentials:
            count += 1
        except LockedOut:
            pass
    wrong.put(count)
    database.close()


def test_processes_share_the_count(database_url: str) -> None:
    database = open_database(database_url)
    Accounts(database).add("zhao", PASSWORD)
    context = multiprocessing.get_context("spawn")
    wrong = context.Queue()
    workers = [
        context.Process(target=guess_in_a_process, args=(database_url, 3, wrong)) for _ in range(2)
    ]
    for worker in workers:
        worker.start()
    counts = [wrong.get(timeout=120) for _ in workers]
    for worker in workers:
        worker.join()
    assert sum(counts) == LIMITS.of_account
    database.close()
