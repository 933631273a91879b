"""Puts together the record of an answer, of a refusal, and of a question given back."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from answer.checks import UnsupportedSpeech, check_answer
from answer.clarification import clarification_text
from answer.composed import Composed
from answer.finding import Finding, backing
from answer.refusing.refusal import Refusal
from answer.understanding import Question
from answer.wording import notes, plain_ticket, read_as_written, spoken_text, word
from records import Answer, AnswerStatus

logger = logging.getLogger(__name__)


def given(question: Question, composed: Composed, today: date) -> Answer:
    """The answer in words, with its citations."""
    worded = word(question, composed.sentences, today, composed.caveats)
    return Answer(
        question=question.text,
        status=AnswerStatus.ANSWERED,
        text=worded.text,
        citations=worded.citations,
        notes=(*composed.notes, *notes(question, worded.citations)),
        confidence=composed.confidence,
        understood=question.shown,
        read_aloud=worded.read_aloud,
        ticket=worded.ticket,
    )


def checked(question: Question, composed: Composed, day: date) -> Answer:
    """The answer if it holds. Where only its spoken form does not, it is read out as written.

    Raises UnsupportedAnswer when something in it is not backed by what it cites.
    """
    answer = given(question, composed, day)
    documents = {one.document.id: one.document for one in backing(composed.sentences)}
    try:
        check_answer(answer, documents)
    except UnsupportedSpeech as fault:
        logger.warning("read out as written: %s", fault)
        answer = replace(answer, read_aloud=read_as_written(answer.text))
        check_answer(answer, documents)
    return answer


def declined(
    question: Question,
    refusal: Refusal,
    today: date,
    confidence: float = 0.0,
    findings: Sequence[Finding] = (),
) -> Answer:
    """A refusal. `findings` are quoted in its notes: what the documents say on the matter."""
    quoted = tuple(f"《{one.document.title}》：“{one.quote}”" for one in findings)
    return Answer(
        question=question.text,
        status=AnswerStatus.NO_ANSWER,
        text=refusal.text,
        notes=(*quoted, *refusal.notes),
        confidence=confidence,
        understood=question.shown,
        read_aloud=spoken_text(question, refusal.text),
        ticket=plain_ticket(question, refusal.text, today),
    )


def asked_back(question: Question, choices: Sequence[str], today: date) -> Answer:
    """The question given back with the things that it may mean."""
    text = clarification_text(question)
    return Answer(
        question=question.text,
        status=AnswerStatus.CLARIFY,
        text=text,
        choices=tuple(choices),
        understood=question.shown,
        read_aloud=spoken_text(question, text),
        ticket=plain_ticket(question, text, today),
    )
