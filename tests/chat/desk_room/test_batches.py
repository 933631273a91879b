"""Batches over a restart of the server: a result is kept, what was cut off is told."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from chat.accounts import Accounts
from chat.batch_files.stored import SILENT_SECONDS, BatchState, StoredBatches
from chat.database import Database
from chat.desk_room.batches import Batches, BatchRunning
from records import Answer
from tests.chat.busy_database import keep_busy
from tests.chat.conftest import PATIENCE_SECONDS
from tests.chat.desk_clock import SetClock
from tests.chat.journal.samples import answered

FILE = "问题\n我是13800138000，算力券最高补多少？\n最多几年？\n".encode()


class Held:
    """Answers a question only once it is let go on."""

    def __init__(self) -> None:
        self.questions: list[str] = []
        self.asked = threading.Event()
        self.go_on = threading.Event()

    def __call__(self, question: str) -> Answer:
        self.questions.append(question)
        self.asked.set()
        assert self.go_on.wait(PATIENCE_SECONDS)
        return answered()


@pytest.fixture
def held() -> Iterator[Held]:
    one = Held()
    yield one
    one.go_on.set()


@pytest.fixture
def wang(database: Database) -> int:
    return Accounts(database).add("wang", "a long password").id


def ended() -> None:
    """Wait for every batch."""
    for thread in threading.enumerate():
        if thread.name == "batch":
            thread.join(PATIENCE_SECONDS)


def test_a_result_outlives_the_server_without_personal_data(database: Database, wang: int) -> None:
    stored = StoredBatches(database)
    first = Batches(lambda _: answered(), stored)
    first.start(wang, "a.csv", FILE)
    ended()
    here = first.finished(wang)
    assert here is not None
    assert (here.is_restored, b"13800138000" in here.result) == (False, True)

    after = Batches(lambda _: answered(), stored).finished(wang)
    assert after is not None
    assert (after.name, after.is_restored) == ("a.csv", True)
    assert "最高20万元" in after.result.decode("utf-8-sig")
    assert "[手机号]" in after.result.decode("utf-8-sig")
    assert "13800138000" not in after.result.decode("utf-8-sig")


def test_a_batch_that_the_server_left_is_told_and_another_may_begin(
    database: Database, wang: int, held: Held
) -> None:
    clock = SetClock()
    stored = StoredBatches(database, clock)
    Batches(held, stored).start(wang, "a.csv", FILE)
    assert held.asked.wait(PATIENCE_SECONDS)
    after = Batches(lambda _: answered(), stored)
    running = after.of(wang)
    assert running is not None
    assert (running.state, running.total) == (BatchState.RUNNING, 2)
    with pytest.raises(BatchRunning):
        after.start(wang, "b.csv", FILE)
    clock.pass_(seconds=SILENT_SECONDS + 1)
    left = after.of(wang)
    assert left is not None
    assert (left.state, left.done, left.total) == (BatchState.INTERRUPTED, 0, 2)
    after.start(wang, "b.csv", FILE)


def test_a_batch_ends_when_no_connection_comes_free(
    database: Database, wang: int, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    batches = Batches(held, StoredBatches(database))
    batch = batches.start(wang, "a.csv", FILE)
    assert held.asked.wait(PATIENCE_SECONDS)
    with monkeypatch.context() as patched:
        keep_busy(database, patched)
        held.go_on.set()
        ended()
    assert batch.state is BatchState.DONE
    batches.start(wang, "b.csv", FILE)
    ended()


def test_a_refused_file_costs_no_result(database: Database, wang: int) -> None:
    batches = Batches(lambda _: answered(), StoredBatches(database))
    batches.start(wang, "a.csv", FILE)
    ended()
    batches.start(wang, "b.csv", b"x,y\n1,2\n")
    ended()
    last, finished = batches.of(wang), batches.finished(wang)
    assert last is not None
    assert finished is not None
    assert (last.state, finished.name) == (BatchState.REFUSED, "a.csv")


def test_a_batch_is_stopped_from_another_process(database: Database, wang: int, held: Held) -> None:
    working = Batches(held, StoredBatches(database), tell_seconds=0)
    other = Batches(lambda _: answered(), StoredBatches(database))
    other.start(wang, "before.csv", FILE)
    ended()
    working.start(wang, "a.csv", FILE + "还有吗？\n".encode() * 20)
    assert held.asked.wait(PATIENCE_SECONDS)
    with pytest.raises(BatchRunning):
        other.start(wang, "b.csv", FILE)
    other.stop(wang)
    seen = other.of(wang)
    assert seen is not None
    assert (seen.name, seen.state) == ("a.csv", BatchState.STOPPING)
    with pytest.raises(BatchRunning):
        other.start(wang, "b.csv", FILE)

    held.go_on.set()
    ended()
    assert len(held.questions) == 1
    for batches in (working, other):
        last, finished = batches.of(wang), batches.finished(wang)
        assert last is not None
        assert finished is not None
        assert (last.state, last.done, last.total) == (BatchState.STOPPED, 1, 22)
        assert finished.name == "before.csv"
    other.start(wang, "b.csv", FILE)


def test_a_batch_is_stopped_at_once_where_it_runs(
    database: Database, wang: int, held: Held
) -> None:
    batches = Batches(held, StoredBatches(database))
    batches.start(wang, "a.csv", FILE)
    assert held.asked.wait(PATIENCE_SECONDS)
    batches.stop(wang)
    held.go_on.set()
    ended()
    last = batches.of(wang)
    assert last is not None
    assert (last.state, last.done) == (BatchState.STOPPED, 1)


def test_stopping_touches_nothing_that_is_over_and_nobody_else(
    database: Database, wang: int, held: Held
) -> None:
    li = Accounts(database).add("li", "a long password").id
    batches = Batches(lambda _: answered(), StoredBatches(database))
    batches.start(wang, "a.csv", FILE)
    ended()
    Batches(held, StoredBatches(database)).start(li, "b.csv", FILE)
    batches.stop(wang)
    mine, others = batches.of(wang), batches.of(li)
    assert mine is not None
    assert others is not None
    assert (mine.state, others.state.is_running) == (BatchState.DONE, True)
    assert others.state is not BatchState.STOPPING


def test_a_batch_whose_server_is_gone_does_not_stay_stopping(database: Database, wang: int) -> None:
    clock = SetClock()
    stored = StoredBatches(database, clock)
    stored.begin("left", wang, "a.csv")
    clock.pass_(seconds=SILENT_SECONDS)
    batches = Batches(lambda _: answered(), stored)
    batches.stop(wang)
    clock.pass_(seconds=1)
    left = batches.of(wang)
    assert left is not None
    assert left.state is BatchState.INTERRUPTED
