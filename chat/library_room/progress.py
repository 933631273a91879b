"""Work that tells of its progress, as a generator: what Gradio shows step by step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from typing import TypeVar

from chat.library.staged import OnProgress, Progress

_Result = TypeVar("_Result")


def in_steps(work: Callable[[OnProgress], _Result]) -> Iterator[Progress | _Result]:
    """Do the work in another thread; yields its progress and at last its result.

    Steps that come faster than they are taken are skipped but for the newest. What the work raises
    is raised here. Who stops asking for steps does not stop the work.
    """
    heard: SimpleQueue[Progress | None] = SimpleQueue()
    pool = ThreadPoolExecutor(1, "library-intake")
    future = pool.submit(work, heard.put)
    future.add_done_callback(lambda _: heard.put(None))
    pool.shutdown(wait=False)
    while (step := heard.get()) is not None:
        while step is not None and not heard.empty():
            newer = heard.get()
            if newer is None:
                heard.put(None)
                break
            step = newer
        yield step
    yield future.result()
