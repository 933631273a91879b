"""Keeps what was uploaded for as long as its session lasts: a page that is loaded again has it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from chat.library_room.intake import Intake

# How often it is looked for sessions that have ended.
SWEEP_SECONDS = 60.0


class Intakes:
    """The intake of each session, by the session's token. Safe between threads.

    Nobody has the token but who signed in, so nobody else gets at the intake.
    """

    def __init__(
        self,
        lasts: Callable[[str], bool],
        discard: Callable[[str], None],
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        """`lasts` says of a token whether its session does; `discard` forgets a staged document."""
        self._lasts = lasts
        self._discard = discard
        self._seconds = seconds
        self._held: dict[str, Intake] = {}
        self._swept = seconds()
        self._lock = threading.Lock()

    def of(self, token: str) -> Intake:
        """The intake of a session; a new one is empty. Those of ended sessions are dropped."""
        with self._lock:
            if self._seconds() - self._swept >= SWEEP_SECONDS:
                self._swept = self._seconds()
                self._sweep()
            return self._held.setdefault(token, Intake())

    def _sweep(self) -> None:
        for token in [one for one in self._held if not self._lasts(one)]:
            for row in self._held.pop(token).rows:
                for item in row.items:
                    self._discard(item.token)
