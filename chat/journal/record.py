"""One question in the journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from records import Answer, AnswerStatus, Validity


class Channel(StrEnum):
    """Where a question was asked."""

    PUBLIC = "public"
    DESK = "desk"
    BATCH = "batch"


class Outcome(StrEnum):
    """What came of a question.

    One that was given back with choices is `CLARIFYING` until the same conversation goes on
    (`CLARIFIED`) or does not (`ABANDONED`). `FAILED`: the program could not answer.
    """

    ANSWERED = "answered"
    APPROVED = "approved"
    REFUSED = "refused"
    CLARIFYING = "clarifying"
    CLARIFIED = "clarified"
    ABANDONED = "abandoned"
    FAILED = "failed"


class Thumb(IntEnum):
    """What the asker thought of the answer."""

    DOWN = -1
    NONE = 0
    UP = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A question as it comes in. `conversation` tells which questions belong together, no more."""

    question: str
    channel: Channel
    conversation: str = ""
    region: str | None = None
    in_force_only: bool = False


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """A document that an answer cited, and what it was worth then."""

    id: str
    title: str
    validity: Validity


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A question in the journal: masked, with what was answered.

    `understood` is the question as it was read, where that does not go without saying. `asked_at`
    is in UTC, `latency_ms` in milliseconds, `region` empty for all regions, `status` None when the
    program failed. `group_id` is that of the queue, None if it is not there.
    """

    id: int
    asked_at: datetime
    latency_ms: float
    question: str
    understood: str
    status: AnswerStatus | None
    answer: str
    confidence: float
    region: str
    in_force_only: bool
    channel: Channel
    conversation: str
    outcome: Outcome
    documents: tuple[CitedDocument, ...]
    thumb: Thumb
    thumb_reason: str
    group_id: int | None


def outcome_of(answer: Answer | None) -> Outcome:
    """What came of a question that was just answered; None if the program failed."""
    if answer is None:
        return Outcome.FAILED
    if answer.status is AnswerStatus.CLARIFY:
        return Outcome.CLARIFYING
    if answer.status is AnswerStatus.NO_ANSWER:
        return Outcome.REFUSED
    return Outcome.APPROVED if answer.review else Outcome.ANSWERED


def documents_of(answer: Answer) -> tuple[CitedDocument, ...]:
    """The documents that the answer cites, each once, in order."""
    found = {
        one.document_id: CitedDocument(one.document_id, one.title, one.validity)
        for one in answer.citations
    }
    return tuple(found.values())
