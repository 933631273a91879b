"""A deliberately broken answerer is caught by the measure meant for it, and by that only."""

from __future__ import annotations

import pytest

from eval.ask import ask_all
from eval.metrics.catalogue import METRIC_BY_KEY
from eval.result import QuestionResult
from eval.score import score_all
from tests.eval.small_system import (
    QUESTIONS,
    Change,
    SmallSystem,
    always_answers,
    always_refuses,
    citations_swapped,
    one_digit_changed,
    quote_altered,
)

Means = dict[str, float]


def results(change: Change = lambda answer: answer) -> list[QuestionResult]:
    system = SmallSystem(change)
    return score_all(ask_all(system, QUESTIONS, "test", progress=False), system)


def means(change: Change = lambda answer: answer) -> Means:
    columns: dict[str, list[float]] = {}
    for result in results(change):
        for key, value in result.scores.items():
            columns.setdefault(key, []).append(value)
    return {key: sum(values) / len(values) for key, values in columns.items()}


def test_sound_answerer_has_nothing_to_be_caught_at() -> None:
    scores = means()
    for key in (
        "evidence_hit@1",
        "document_hit@1",
        "figure_recall",
        "figure_support",
        "citation_precision",
        "citation_recall",
        "quote_exact",
    ):
        assert scores[key] == 1.0, key
    assert scores["wrong_answer"] == scores["wrong_refusal"] == 0.0
    assert [result.faults for result in results()] == [(), (), ()]


def test_changed_digit_lowers_both_figure_measures() -> None:
    scores = means(one_digit_changed)
    # One of the two gold figures of one of two questions is no longer stated …
    assert scores["figure_recall"] == pytest.approx((0.5 + 1.0) / 2)
    # … and one of the three figures that its answer states stands in no cited passage.
    assert scores["figure_support"] == pytest.approx((2 / 3 + 1.0) / 2)
    assert scores["quote_exact"] == 1.0


def test_wrong_citation_numbers_lower_citation_precision_and_recall() -> None:
    scores = means(citations_swapped)
    assert scores["citation_precision"] == 0.0
    assert scores["citation_recall"] == 0.0
    assert scores["quote_exact"] == scores["figure_recall"] == 1.0


def test_always_answering_counts_as_wrong_answers() -> None:
    scores = means(always_answers)
    assert scores["wrong_answer"] == 1.0
    assert scores["wrong_refusal"] == 0.0
    assert scores["citation_precision"] == 1.0


def test_always_refusing_counts_as_wrong_refusals() -> None:
    scores = means(always_refuses)
    assert scores["wrong_refusal"] == 1.0
    assert scores["wrong_answer"] == 0.0
    assert scores["char_f1"] == scores["figure_recall"] == 0.0
    assert "citation_precision" not in scores


def test_altered_quote_is_a_fault() -> None:
    broken = results(quote_altered)
    assert broken[0].scores["quote_exact"] == 0.5
    assert len(broken[0].faults) == 1
    assert "补贴" in broken[0].faults[0]


def test_every_score_has_an_entry_in_the_catalogue_or_belongs_to_the_hit_curve() -> None:
    for key in means():
        assert key in METRIC_BY_KEY or "_hit@" in key


def test_the_first_question_is_asked_once_more_before_the_clock_runs() -> None:
    system = SmallSystem()
    ask_all(system, QUESTIONS, "test", progress=False)
    assert system.asked == [QUESTIONS[0].text, *(question.text for question in QUESTIONS)]
