"""Refusals and their curve."""

from __future__ import annotations

from eval.metrics.refusal import Decision, refusal_curve, refusal_scores

DECISIONS = [
    Decision(answerable=True, answered=True, confidence=0.9),
    Decision(answerable=True, answered=False, confidence=0.3),
    Decision(answerable=False, answered=True, confidence=0.6),
    Decision(answerable=False, answered=False, confidence=0.1),
]


def test_only_the_fault_that_was_possible_is_scored() -> None:
    assert [refusal_scores(decision) for decision in DECISIONS] == [
        {"wrong_refusal": 0.0},
        {"wrong_refusal": 1.0},
        {"wrong_answer": 1.0},
        {"wrong_answer": 0.0},
    ]


def test_curve_trades_wrong_answers_for_wrong_refusals() -> None:
    curve = {point.threshold: point for point in refusal_curve(DECISIONS, 0.5)}
    assert (curve[0.0].wrong_answers, curve[0.0].wrong_refusals) == (1.0, 0.0)
    assert (curve[0.5].wrong_answers, curve[0.5].wrong_refusals) == (0.5, 0.5)
    assert (curve[0.7].wrong_answers, curve[0.7].wrong_refusals) == (0.0, 0.5)
    assert (curve[1.0].wrong_answers, curve[1.0].wrong_refusals) == (0.0, 1.0)


def test_at_the_product_threshold_the_curve_meets_what_happened() -> None:
    point = next(point for point in refusal_curve(DECISIONS, 0.5) if point.threshold == 0.5)
    assert point.wrong_answers == 0.5
    assert point.wrong_refusals == 0.5


def test_refused_for_another_reason_stays_refused() -> None:
    sure = [Decision(answerable=True, answered=False, confidence=0.8)]
    assert {point.wrong_refusals for point in refusal_curve(sure, 0.5)} == {1.0}


def test_a_set_without_unanswerable_questions_has_no_wrong_answers() -> None:
    assert refusal_curve(DECISIONS[:2], 0.5)[0].wrong_answers is None
