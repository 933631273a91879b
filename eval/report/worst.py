"""Picks the questions that a person should look at first."""

from __future__ import annotations

from eval.result import QuestionResult
from eval.run import ScoredRun

COUNT = 20
# How much each kind of fault weighs. A broken promise and an invented answer do the most harm, a
# refusal less; a worse wording only orders what is left.
BROKEN_PROMISE = 10.0
WRONG_ANSWER = 8.0
WRONG_REFUSAL = 3.0
# Measures of an answer that was given: how much the distance from 1 weighs.
SHORTFALLS = {
    "figure_support": 4.0,
    "citation_recall": 2.0,
    "figure_recall": 2.0,
    "evidence_hit@5": 1.5,
    "citation_precision": 1.0,
    "evidence_hit@1": 0.5,
    "rouge_l": 0.5,
}


def badness(result: QuestionResult) -> float:
    """0 for a flawless result; higher is worse."""
    scores = result.scores
    return (
        BROKEN_PROMISE * len(result.faults)
        + WRONG_ANSWER * scores.get("wrong_answer", 0.0)
        + WRONG_REFUSAL * scores.get("wrong_refusal", 0.0)
        + sum(weight * (1 - scores.get(key, 1.0)) for key, weight in SHORTFALLS.items())
    )


def worst_questions(run: ScoredRun) -> list[QuestionResult]:
    """At most COUNT results, the worst first; those without any fault are left out."""
    faulty = [result for result in run.results if badness(result) > SHORTFALLS["rouge_l"]]
    return sorted(faulty, key=badness, reverse=True)[:COUNT]
