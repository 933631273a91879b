"""Batches in a real database, with a clock that is set."""

from __future__ import annotations

import pytest

from chat.accounts import Accounts
from chat.batch_files.stored import SILENT_SECONDS, BatchState, StoredBatches
from chat.database import Database
from chat.journal import Retention
from records import Message
from tests.chat.desk_clock import SetClock

PASSWORD = "a long password"


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def stored(database: Database, clock: SetClock) -> StoredBatches:
    return StoredBatches(database, clock)


def account(database: Database, name: str) -> int:
    return Accounts(database).add(name, PASSWORD).id


def test_a_result_is_found_again_by_its_own_account_alone(
    database: Database, stored: StoredBatches
) -> None:
    wang, li = account(database, "wang"), account(database, "li")
    stored.begin("a", wang, "回访13800138000.csv")
    stored.tell("a", BatchState.DONE, 3, 3, result=b"answers")
    found = StoredBatches(database).newest(wang)
    assert found is not None
    assert (found.name, found.state, found.total) == ("回访[手机号].csv", BatchState.DONE, 3)
    assert stored.result(found.id) == b"answers"
    assert stored.newest(li) is None


def test_a_batch_that_nobody_is_heard_of_was_interrupted(
    database: Database, stored: StoredBatches, clock: SetClock
) -> None:
    wang = account(database, "wang")
    stored.begin("a", wang, "a.csv")
    stored.tell("a", BatchState.RUNNING, 2, 9)
    clock.pass_(seconds=SILENT_SECONDS)
    assert stored.newest(wang).state is BatchState.RUNNING  # type: ignore[union-attr]
    clock.pass_(seconds=1)
    found = stored.newest(wang)
    assert found is not None
    assert (found.state, found.done, found.total) == (BatchState.INTERRUPTED, 2, 9)


def test_a_result_stays_until_the_next_one_is_done(
    database: Database, stored: StoredBatches, clock: SetClock
) -> None:
    wang = account(database, "wang")
    stored.begin("a", wang, "a.csv")
    stored.tell("a", BatchState.DONE, 1, 1, result=b"first")
    clock.pass_(seconds=1)
    stored.begin("b", wang, "b.csv")
    stored.tell("b", BatchState.REFUSED, 0, 0, Message("没有“问题”列", "No column"))
    assert stored.newest(wang).id == "b"  # type: ignore[union-attr]
    assert stored.newest(wang).message == Message("没有“问题”列", "No column")  # type: ignore[union-attr]
    assert stored.newest(wang, BatchState.DONE).id == "a"  # type: ignore[union-attr]
    clock.pass_(seconds=1)
    stored.begin("c", wang, "c.csv")
    stored.tell("c", BatchState.DONE, 1, 1, result=b"second")
    assert (stored.result("a"), stored.result("c")) == (b"", b"second")


def test_batches_grow_old_and_leave_with_their_account(
    database: Database, stored: StoredBatches, clock: SetClock
) -> None:
    wang, li = account(database, "wang"), account(database, "li")
    stored.begin("a", wang, "a.csv")
    stored.begin("b", li, "b.csv")
    Accounts(database).remove("li")
    assert stored.newest(li) is None
    clock.pass_(days=30)
    assert Retention(database, 30, clock).sweep().batches == 0
    clock.pass_(seconds=1)
    assert Retention(database, 30, clock).sweep().batches == 1
    assert stored.newest(wang) is None
