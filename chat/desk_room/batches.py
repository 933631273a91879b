"""Files of questions that are being answered, in memory: one at a time for each account."""

from __future__ import annotations

import logging
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePath

from chat.batch_files import BatchCancelled, BatchFileError, answer_file
from records import Answer

logger = logging.getLogger(__name__)


class BatchState(StrEnum):
    """How far a batch is."""

    READING = "reading"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(slots=True)
class Batch:
    """One uploaded file. `message` says why it was refused; `result` is the file when done."""

    id: str
    name: str
    state: BatchState = BatchState.READING
    done: int = 0
    total: int = 0
    message: str = ""
    result: bytes = b""
    cancel: threading.Event = field(default_factory=threading.Event)

    @property
    def is_running(self) -> bool:
        """Whether it still works."""
        return self.state in {BatchState.READING, BatchState.RUNNING}


class BatchRunning(RuntimeError):
    """The account has a batch that is not done yet."""


class Batches:
    """Starts, finds and stops batches. The last one of an account is kept until its next."""

    def __init__(self, ask: Callable[[str], Answer]) -> None:
        """`ask` answers and records one question."""
        self._ask = ask
        self._lock = threading.Lock()
        self._of: dict[int, Batch] = {}

    def start(self, staff_id: int, name: str, data: bytes) -> Batch:
        """Answer a file in the background. Raises BatchRunning."""
        batch = Batch(secrets.token_urlsafe(16), PurePath(name).name)
        with self._lock:
            before = self._of.get(staff_id)
            if before is not None and before.is_running:
                raise BatchRunning(before.id)
            self._of[staff_id] = batch
        threading.Thread(target=self._run, args=(batch, data), name="batch", daemon=True).start()
        return batch

    def of(self, staff_id: int) -> Batch | None:
        """The last batch of the account."""
        with self._lock:
            return self._of.get(staff_id)

    def _run(self, batch: Batch, data: bytes) -> None:
        def progress(done: int, total: int) -> None:
            batch.done, batch.total = done, total
            batch.state = BatchState.RUNNING

        try:
            batch.result = answer_file(
                batch.name, data, self._ask, progress=progress, is_cancelled=batch.cancel.is_set
            )
            batch.state = BatchState.DONE
        except BatchCancelled:
            batch.state = BatchState.STOPPED
        except BatchFileError as error:
            batch.message, batch.state = str(error), BatchState.REFUSED
        except Exception:  # the outermost edge of this thread: the page says that it failed
            logger.exception("a batch of %d bytes failed", len(data))
            batch.state = BatchState.FAILED
