"""The answering service with approved answers in front."""

from __future__ import annotations

import logging
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from answer.dates import BEIJING
from answer.known import Known
from answer.service import Overview, Service
from answer.understanding import Question, understand
from answer.wording import notes, spoken_text
from answer.wording.marks import without_markers
from answer.wording.ticket import ticket
from chat.approved.approvals import Approvals, State
from chat.approved.approved import ApprovedAnswer
from chat.approved.citing import citation
from chat.approved.standing import lapse_reason
from chat.database import DATABASE_ERRORS
from chat.likeness import Comparable, Likeness, best_match
from records import Answer, AnswerStatus, Citation, Document, Hit, Passage, Review, Validity

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Loaded:
    """The approved answers of one state, and their questions, read as they are needed."""

    state: State
    known: Known
    answers: dict[int, ApprovedAnswer]
    questions: tuple[tuple[int, str], ...]
    read: dict[str, Comparable]

    def comparable(self, question: str) -> Comparable:
        """An approved question as it is understood."""
        if question not in self.read:
            asked = understand(question, knowledge=self.known.knowledge)
            self.read[question] = Comparable(asked)
        return self.read[question]


class ReviewedService:
    """Answers like `Service`, but with what staff approved, where there is such an answer.

    An approved answer leads for its question in other words while its documents stand and the
    filters allow all of them. When one of them has changed, it lapses, and the service answers.
    """

    def __init__(self, service: Service, approvals: Approvals) -> None:
        self._service = service
        self._approvals = approvals
        self._likeness = Likeness(service.embedder)
        self._loaded = _Loaded((0, 0, 0), service.known, {}, (), {})

    def answer(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        region: str | None = None,
        in_force_only: bool = False,
        today: date | None = None,
        document_ids: Collection[str] | None = None,
    ) -> Answer:
        """As `Service.answer`; an approved answer has its `review` set.

        A database that is out of reach leaves the service's own answers, and the log says so.
        """
        started = time.perf_counter()
        day = today or self._service.today()
        if question.strip():
            try:
                approved = self._leading(question, history, day)
            except DATABASE_ERRORS:
                logger.exception("approved answers cannot be read")
                approved = None
            if approved is not None:
                asked, found, documents = approved
                if _allowed(documents, region, document_ids):
                    given = self._given(asked, found, documents, day)
                    in_force = all(one.validity is Validity.IN_FORCE for one in given.citations)
                    if in_force or not in_force_only:
                        return _timed(given, started)
        return self._service.answer(
            question,
            history=history,
            region=region,
            in_force_only=in_force_only,
            today=today,
            document_ids=document_ids,
        )

    def retrieve(
        self,
        question: str,
        k: int = 10,
        *,
        history: Sequence[str] = (),
        document_ids: Collection[str] | None = None,
    ) -> list[Hit]:
        """See `Service.retrieve`."""
        return self._service.retrieve(question, k, history=history, document_ids=document_ids)

    def document(self, document_id: str) -> Document:
        """See `Service.document`."""
        return self._service.document(document_id)

    def passages(self, document_id: str) -> list[Passage]:
        """See `Service.passages`."""
        return self._service.passages(document_id)

    def validity(self, document: Document) -> Validity:
        """See `Service.validity`."""
        return self._service.validity(document)

    def overview(self) -> Overview:
        """See `Service.overview`."""
        return self._service.overview()

    def _leading(
        self, question: str, history: Sequence[str], day: date
    ) -> tuple[Question, ApprovedAnswer, dict[str, Document]] | None:
        """The approved answer for the question and its documents, if there is one that stands."""
        loaded = self._current()
        if not loaded.questions:
            return None
        asked = understand(question, history=history, knowledge=loaded.known.knowledge, today=day)
        found = best_match(
            Comparable(asked),
            loaded.questions,
            loaded.comparable,
            self._likeness,
            loaded.known.home,
        )
        if found is None:
            return None
        approved = loaded.answers[found]
        # Another day may be asked about; only the real one lets an approval lapse.
        if reason := lapse_reason(approved, self._service, self._service.today()):
            self._approvals.lapse(approved.id, approved.version, reason)
            return None
        if lapse_reason(approved, self._service, day):
            return None
        try:
            documents = {
                one.document_id: self._service.document(one.document_id)
                for one in approved.citations
            }
        except KeyError:
            return None
        # Changed or withdrawn this very moment: the next question will let it lapse.
        is_whole = all(
            documents[one.document_id].text[one.start : one.end] == one.quote
            for one in approved.citations
        )
        return (asked, approved, documents) if is_whole else None

    def _current(self) -> _Loaded:
        """The approved answers as they are now, loaded again only when something has changed."""
        state, known, loaded = self._approvals.state(), self._service.known, self._loaded
        if loaded.state == state and loaded.known is known:
            return loaded
        leading = [one for one in self._approvals.all() if one.lapsed_at is None]
        questions = tuple((one.id, question) for one in leading for question in one.questions)
        # What the documents are called may have changed: the questions are read anew then.
        read = loaded.read if loaded.known is known else {}
        self._loaded = _Loaded(state, known, {one.id: one for one in leading}, questions, read)
        return self._loaded

    def _given(
        self,
        asked: Question,
        approved: ApprovedAnswer,
        documents: dict[str, Document],
        day: date,
    ) -> Answer:
        cited = tuple(
            citation(
                one.number, documents[one.document_id], one.start, one.end, one.quote,
                self._service, day,
            )
            for one in approved.citations
        )  # fmt: skip
        return Answer(
            question=asked.text,
            status=AnswerStatus.ANSWERED,
            text=approved.text,
            citations=cited,
            notes=tuple(notes(asked, cited)),
            confidence=1.0,
            read_aloud=spoken_text(asked, without_markers(approved.text)),
            ticket=_ticket(asked, approved, cited, day),
            understood=asked.shown,
            review=Review(approved.id, approved.staff, approved.role, approved.approved_at),
        )


def _ticket(asked: Question, approved: ApprovedAnswer, cited: Sequence[Citation], day: date) -> str:
    lines = [line for line in without_markers(approved.text).splitlines() if line.strip()]
    reviewed = approved.approved_at.astimezone(BEIJING)
    told = ticket(asked, lines, cited, day)
    return f"{told}\n人工审核：{_day(reviewed)}"


def _day(moment: datetime) -> str:
    return f"{moment.year}年{moment.month}月{moment.day}日"


def _allowed(
    documents: dict[str, Document], region: str | None, document_ids: Collection[str] | None
) -> bool:
    return all(
        (region is None or one.region == region)
        and (document_ids is None or one.id in document_ids)
        for one in documents.values()
    )


def _timed(answer: Answer, started: float) -> Answer:
    return replace(answer, elapsed_ms=(time.perf_counter() - started) * 1000)
