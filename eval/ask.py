"""Puts every question of a set to a system, and times it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from time import perf_counter

from tqdm import tqdm

from eval.metrics.catalogue import DEPTH
from eval.question import Question
from eval.system import System
from records import Answer, Hit


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a system gave for one question, and how many milliseconds it took."""

    question: Question
    hits: tuple[Hit, ...]
    answer: Answer
    retrieval_ms: float
    answer_ms: float


def ask_all(
    system: System, questions: Sequence[Question], name: str, *, progress: bool = True
) -> list[Outcome]:
    """The outcomes in the order of the questions.

    The first question is asked once more beforehand: what a system loads on first use is part of
    starting it, and would stand out among the times of the questions.
    """
    _ask(system, questions[0])
    # None: a bar on a terminal, none in a log.
    silent = None if progress else True
    bar: Iterable[Question] = tqdm(questions, desc=name, unit="question", disable=silent)
    return [_ask(system, question) for question in bar]


def _ask(system: System, question: Question) -> Outcome:
    candidates = question.candidates or None
    started = perf_counter()
    hits = system.retrieve(question.text, DEPTH, history=question.history, document_ids=candidates)
    retrieved = perf_counter()
    answer = system.answer(
        question.text, history=question.history, today=question.today, document_ids=candidates
    )
    answered = perf_counter()
    return Outcome(
        question=question,
        hits=tuple(hits[:DEPTH]),
        answer=answer,
        retrieval_ms=(retrieved - started) * 1000,
        answer_ms=(answered - retrieved) * 1000,
    )
