"""Files of questions that are being answered: one at a time for each account."""

from __future__ import annotations

import logging
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePath

from chat.batch_files import BatchCancelled, BatchFileError, answer_file
from chat.batch_files.stored import BatchState, StoredBatches
from chat.database import DATABASE_ERRORS
from records import Answer, Message

# How often the database hears of a batch that goes on, and says whether it is to be stopped.
TELL_SECONDS = 5.0

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Batch:
    """One uploaded file. `message` says why it was refused; `result` is the file when done.

    `is_restored`: it was begun before the server was started; then its result is masked.
    """

    id: str
    name: str
    state: BatchState = BatchState.READING
    done: int = 0
    total: int = 0
    message: Message | None = None
    result: bytes = b""
    is_restored: bool = False
    cancel: threading.Event = field(default_factory=threading.Event)


class BatchRunning(RuntimeError):
    """The account has a batch that is not done yet."""


class Batches:
    """Starts, finds and stops batches. The last one that an account finished is kept.

    Several processes may share a database: each finds and stops the batches of the others. Memory
    has the file as it was uploaded, with the answers, until the server stops; the database
    has a masked copy.
    """

    def __init__(
        self,
        ask: Callable[[str], Answer],
        stored: StoredBatches,
        *,
        tell_seconds: float = TELL_SECONDS,
    ) -> None:
        """`ask` answers and records one question."""
        self._tell_seconds = tell_seconds
        self._ask = ask
        self._stored = stored
        self._lock = threading.Lock()
        self._here: dict[int, list[Batch]] = {}

    def start(self, staff_id: int, name: str, data: bytes) -> Batch:
        """Answer a file in the background. Raises BatchRunning."""
        with self._lock:
            before = self.of(staff_id)
            if before is not None and before.state.is_running:
                raise BatchRunning(before.id)
            batch = Batch(secrets.token_urlsafe(16), PurePath(name).name)
            self._stored.begin(batch.id, staff_id, batch.name)
            done = [one for one in self._here.get(staff_id, ()) if one.result]
            self._here[staff_id] = [*done[-1:], batch]
        threading.Thread(target=self._run, args=(batch, data), name="batch", daemon=True).start()
        return batch

    def of(self, staff_id: int) -> Batch | None:
        """The last batch of the account."""
        return self._found(staff_id, None)

    def stop(self, staff_id: int) -> None:
        """Stop the account's batch: at its next question here, in another process once that one
        tells the database of it."""
        for batch in self._here.get(staff_id, ()):
            batch.cancel.set()
            if batch.state.is_running:
                batch.state = BatchState.STOPPING
        self._stored.stop(staff_id)

    def finished(self, staff_id: int) -> Batch | None:
        """The last batch of the account that was done, with its result."""
        found = self._found(staff_id, None)
        if found is None or found.state is not BatchState.DONE:
            found = self._found(staff_id, BatchState.DONE)
        if found is not None and found.is_restored:
            found.result = self._stored.result(found.id)
        return found

    def _found(self, staff_id: int, state: BatchState | None) -> Batch | None:
        here = [one for one in self._here.get(staff_id, ()) if state in {None, one.state}]
        kept = self._stored.newest(staff_id, state)
        if kept is None:
            return here[-1] if here else None
        for batch in here:
            if batch.id == kept.id:
                return batch
        return Batch(
            kept.id, kept.name, kept.state, kept.done, kept.total, kept.message, is_restored=True
        )

    def _run(self, batch: Batch, data: bytes) -> None:
        told_at = time.monotonic()

        def progress(done: int, total: int) -> None:
            nonlocal told_at
            batch.done, batch.total = done, total
            if not batch.cancel.is_set():
                batch.state = BatchState.RUNNING
            if time.monotonic() - told_at >= self._tell_seconds or not done:
                told_at = time.monotonic()
                if self._tell(batch):
                    batch.cancel.set()

        masked: bytes | None = None
        try:
            answered = answer_file(
                batch.name, data, self._ask, progress=progress, is_cancelled=batch.cancel.is_set
            )
            masked, batch.result, state = answered.masked, answered.file, BatchState.DONE
        except BatchCancelled:
            state = BatchState.STOPPED
        except BatchFileError as error:
            batch.message, state = error.message, BatchState.REFUSED
        except Exception:  # the outermost edge of this thread: the page says that it failed
            logger.exception("a batch of %d bytes failed", len(data))
            state = BatchState.FAILED
        try:
            self._tell(batch, state, masked)
        finally:  # whatever happens: as long as it counts as running, the account gets no other
            batch.state = state

    def _tell(
        self, batch: Batch, state: BatchState = BatchState.RUNNING, masked: bytes | None = None
    ) -> bool:
        """Tell the database, and hear whether the batch is to be stopped.

        A database that is out of reach does not end the batch.
        """
        try:
            return self._stored.tell(
                batch.id, state, batch.done, batch.total, batch.message, masked
            )
        except DATABASE_ERRORS:
            logger.exception("a batch goes on, but it would be lost at a restart")
            return False
