"""Which questions a person should look at first."""

from __future__ import annotations

from eval.report.worst import badness, worst_questions
from tests.eval.runs import evaluation, many
from tests.eval.small_system import always_answers, always_refuses, one_digit_changed, quote_altered


def test_order_of_harm() -> None:
    harm = [
        badness(evaluation(quote_altered).run.results[0]),
        badness(evaluation(always_answers).run.results[2]),
        badness(evaluation(always_refuses).run.results[0]),
        badness(evaluation(one_digit_changed).run.results[0]),
        badness(evaluation().run.results[0]),
    ]
    assert harm == sorted(harm, reverse=True)
    assert len(set(harm)) == len(harm)


def test_at_most_twenty_and_none_without_a_fault() -> None:
    assert len(worst_questions(many(always_refuses))) == 20
    assert worst_questions(evaluation().run) == []
