"""What one question led to: the record that reports, comparisons and saved runs are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from eval.question import Question
from records import AnswerStatus

# Passages further down keep their place but not their text: nobody reads them in a report.
PASSAGES_WITH_TEXT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPassage:
    """A passage as found. `relevant`: it holds gold evidence."""

    document_id: str
    passage_id: str
    title: str
    relevant: bool
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenCitation:
    """A citation as given."""

    number: int
    document_id: str
    title: str
    clause: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionResult:
    """A question, what was given for it, and its score by measure (see metrics/catalogue.py).

    A measure that does not apply is left out, so that means are taken over the questions it
    applies to. Times are in milliseconds. `faults` are broken promises, in words.
    """

    question: Question
    status: AnswerStatus
    answer: str
    citations: tuple[GivenCitation, ...]
    notes: tuple[str, ...]
    confidence: float
    passages: tuple[FoundPassage, ...]
    retrieval_ms: float
    answer_ms: float
    scores: Mapping[str, float] = field(default_factory=dict)
    faults: tuple[str, ...] = ()

    @property
    def answered(self) -> bool:
        """Whether an answer was given, rather than a refusal or a question back."""
        return self.status is AnswerStatus.ANSWERED
