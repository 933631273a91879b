"""Work in steps is done to its end, whether or not anybody still looks."""

from __future__ import annotations

import threading

from chat.library.staged import OnProgress, Progress
from chat.library_room.progress import in_steps

STEP = Progress(name="场地.md", file=1, files=1)


def test_who_leaves_does_not_stop_the_work_nor_wait_for_it() -> None:
    left, done = threading.Event(), threading.Event()

    def work(told: OnProgress) -> str:
        told(STEP)
        left.wait(10)
        done.set()
        return "read"

    steps = in_steps(work)
    assert next(steps) == STEP
    steps.close()  # type: ignore[attr-defined]
    assert not done.is_set()
    left.set()
    assert done.wait(10)


def test_the_result_comes_last() -> None:
    def work(told: OnProgress) -> str:
        told(STEP)
        return "read"

    assert list(in_steps(work))[-1] == "read"
