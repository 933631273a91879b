"""Questions as they are understood by what is stored now, each read once."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable

from answer.known import Known
from answer.understanding import understand
from chat.likeness import Comparable

REMEMBERED = 2000


class QuestionReader:
    """Reads questions by themselves. What it read is forgotten when the documents change.

    Safe between threads.
    """

    def __init__(self, known: Callable[[], Known]) -> None:
        """`known` gives what is known of the stored documents, another object when they change."""
        self._known_now = known
        self._known: Known | None = None
        self._read: OrderedDict[str, Comparable] = OrderedDict()
        self._lock = threading.Lock()

    @property
    def home(self) -> str:
        """The place that is meant where none is named."""
        return self._known_now().home

    def comparable(self, question: str) -> Comparable:
        """The question with what is compared of it; reading it takes milliseconds."""
        known = self._known_now()
        with self._lock:
            if known is not self._known:
                self._known, self._read = known, OrderedDict()
            if question in self._read:
                self._read.move_to_end(question)
                return self._read[question]
        found = Comparable(understand(question, knowledge=known.knowledge))
        with self._lock:
            if known is self._known:
                self._read[question] = found
                while len(self._read) > REMEMBERED:
                    self._read.popitem(last=False)
        return found
