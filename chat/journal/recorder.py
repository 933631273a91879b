"""Answers a question and writes it down."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from chat.database import DATABASE_ERRORS
from chat.journal.journal import Journal
from chat.journal.record import Asking
from records import Answer

logger = logging.getLogger(__name__)


class Answerer(Protocol):
    """What answers: the service itself, or one that puts approved answers first."""

    def answer(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        region: str | None = None,
        in_force_only: bool = False,
    ) -> Answer:
        """Answer one question. See `answer.service.Service.answer`."""
        ...


@dataclass(frozen=True, slots=True)
class Recorded:
    """An answer and the number of its record, None if it could not be written down."""

    answer: Answer
    record_id: int | None


class Recorder:
    """Every question that passes through here is in the journal, failures too."""

    def __init__(
        self,
        answerer: Answerer,
        journal: Journal,
        seconds: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._answerer = answerer
        self._journal = journal
        self._seconds = seconds

    def ask(self, asking: Asking, history: Sequence[str] = ()) -> Recorded:
        """Answer the question. Raises what the answerer raises, once that is written down.

        A database that is out of reach does not keep an answer from whoever waits for it: the
        log has the error then, and the answer has no record.
        """
        started = self._seconds()
        answer: Answer | None = None
        record_id: int | None = None
        try:
            answer = self._answerer.answer(
                asking.question,
                history=history,
                region=asking.region,
                in_force_only=asking.in_force_only,
            )
        finally:
            try:
                record_id = self._journal.write(asking, answer, (self._seconds() - started) * 1000)
            except DATABASE_ERRORS:
                logger.exception("a question was answered but not recorded")
        return Recorded(answer, record_id)
