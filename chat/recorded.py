"""The desk's answers for the public chat: approved ones lead, and every question is recorded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from answer.service import Overview
from chat.desk import Desk
from chat.journal import Asking, Channel, RecordMissing, Thumb, new_conversation
from records import Answer, Document, Passage, Validity


class RecordedBackend:
    """A `chat.backend.Backend` and `chat.backend.Feedback` on the desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def new_conversation(self) -> str:
        """See `Feedback.new_conversation`."""
        return new_conversation()

    def ask(
        self,
        question: str,
        *,
        conversation: str,
        history: Sequence[str] = (),
        region: str | None = None,
        in_force_only: bool = False,
    ) -> tuple[Answer, str]:
        """See `Feedback.ask`."""
        asking = Asking(
            question=question,
            channel=Channel.PUBLIC,
            conversation=conversation,
            region=region,
            in_force_only=in_force_only,
        )
        recorded = self._desk.recorder.ask(asking, history)
        number = recorded.record_id
        return _for_the_public(
            recorded.answer
        ), "" if number is None else f"{number}.{conversation}"

    def rate(self, record_id: str, up: bool, reason: str = "") -> None:
        """See `Feedback.rate`."""
        number, _, conversation = record_id.partition(".")
        if not number.isdecimal() or not number.isascii() or len(number) > 18:
            raise RecordMissing(record_id)
        self._desk.journal.thumb(int(number), conversation, Thumb.UP if up else Thumb.DOWN, reason)

    def answer(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        region: str | None = None,
        in_force_only: bool = False,
    ) -> Answer:
        """Answer and record, in no conversation."""
        answer, _ = self.ask(
            question,
            conversation="",
            history=history,
            region=region,
            in_force_only=in_force_only,
        )
        return answer

    def document(self, document_id: str) -> Document:
        """See `Service.document`."""
        return self._desk.answering.document(document_id)

    def passages(self, document_id: str) -> list[Passage]:
        """See `Service.passages`."""
        return self._desk.answering.passages(document_id)

    def overview(self) -> Overview:
        """See `Service.overview`."""
        return self._desk.answering.overview()

    def validity(self, document: Document) -> Validity:
        """See `Service.validity`."""
        return self._desk.answering.validity(document)


def _for_the_public(answer: Answer) -> Answer:
    """Without the account of who approved it: the public is told the role."""
    if answer.review is None:
        return answer
    return replace(answer, review=replace(answer.review, staff=""))
