"""The fake backend with a memory for thumbs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count

from records import Answer
from tests.chat.fake_backend import FakeBackend


@dataclass
class FakeFeedbackBackend(FakeBackend):
    """Satisfies `chat.backend.Feedback` too. `rated` holds the thumbs by the question's record.

    With `forgetful`, no thumb is taken.
    """

    rated: list[tuple[str, bool, str]] = field(default_factory=list)
    recorded: dict[str, str] = field(default_factory=dict)
    forgetful: bool = False
    _numbers: count[int] = field(default_factory=lambda: count(1))

    def new_conversation(self) -> str:
        """A name like no other."""
        return f"conversation-{next(self._numbers)}"

    def ask(
        self,
        question: str,
        *,
        conversation: str,
        history: Sequence[str] = (),
        region: str | None = None,
        in_force_only: bool = False,
    ) -> tuple[Answer, str]:
        """The canned answer and a record of its own."""
        answer = self.answer(question, history=history, region=region, in_force_only=in_force_only)
        record_id = f"{next(self._numbers)}.{conversation}"
        self.recorded[record_id] = question
        return answer, record_id

    def rate(self, record_id: str, up: bool, reason: str = "") -> None:
        """Raises KeyError for no such record."""
        if self.forgetful:
            raise KeyError(record_id)
        self.rated.append((self.recorded[record_id], up, reason))
