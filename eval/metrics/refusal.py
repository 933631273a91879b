"""Answering what should be refused and refusing what should be answered, and the trade-off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

STEPS = 50


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of one question: should it be answered, was it, and how sure was the system."""

    answerable: bool
    answered: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class RefusalPoint:
    """Shares at one threshold; None where the set has no question of that kind."""

    threshold: float
    wrong_answers: float | None
    wrong_refusals: float | None


def refusal_scores(decision: Decision) -> dict[str, float]:
    """1.0 for a fault, 0.0 for none, under the name of the fault that was possible."""
    if decision.answerable:
        return {"wrong_refusal": float(not decision.answered)}
    return {"wrong_answer": float(decision.answered)}


def refusal_curve(
    decisions: Sequence[Decision], product_threshold: float | None
) -> list[RefusalPoint]:
    """Both shares at thresholds 0, 0.02 … 1.

    A question that the system refused for another reason than low confidence (it was sure enough,
    and still refused) stays refused at every threshold.
    """
    return [_point(decisions, step / STEPS, product_threshold) for step in range(STEPS + 1)]


def _point(
    decisions: Sequence[Decision], threshold: float, product_threshold: float | None
) -> RefusalPoint:
    def answers(decision: Decision) -> bool:
        unsure = product_threshold is not None and decision.confidence < product_threshold
        return decision.confidence >= threshold and (decision.answered or unsure)

    wrong_answers = [answers(d) for d in decisions if not d.answerable]
    wrong_refusals = [not answers(d) for d in decisions if d.answerable]
    return RefusalPoint(threshold, _share(wrong_answers), _share(wrong_refusals))


def _share(faults: Sequence[bool]) -> float | None:
    return sum(faults) / len(faults) if faults else None
