"""Comparing two runs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eval.compare import Compared, NothingInCommonError, compare
from eval.console import comparison_table
from tests.eval.runs import many
from tests.eval.small_system import Change, always_refuses, one_digit_changed


def rows(before: Change, after: Change) -> dict[str, Compared]:
    return {row.metric.key: row for row in compare(many(before), many(after)).rows}


def same(answer):  # type: ignore[no-untyped-def]
    return answer


def test_a_worse_run_is_called_worse_and_the_other_way_round_better() -> None:
    worse = rows(same, one_digit_changed)["figure_recall"]
    assert (worse.better, worse.worse, worse.same) == (0, 20, 20)
    assert worse.verdict == "worse"
    assert rows(one_digit_changed, same)["figure_recall"].verdict == "better"


def test_where_lower_is_better_a_fall_is_better() -> None:
    refusing = rows(always_refuses, same)["wrong_refusal"]
    assert refusing.difference.mean == -1.0
    assert refusing.better == 40
    assert refusing.verdict == "better"


def test_few_changes_are_chance() -> None:
    after = many()
    first = after.results[0]
    changed = replace(first, scores={**first.scores, "rouge_l": 0.0})
    comparison = compare(many(), replace(after, results=(changed, *after.results[1:])))
    row = next(row for row in comparison.rows if row.metric.key == "rouge_l")
    assert row.verdict == "same"
    assert [one.after.question.id for one in comparison.changed] == [first.question.id]


def test_questions_of_one_run_only_are_named_and_left_out() -> None:
    shorter = replace(many(), results=many().results[:-1])
    comparison = compare(many(), shorter)
    assert comparison.unmatched == ("none-19",)
    assert "1" in comparison_table(comparison, ("a", "b")).splitlines()[-1]


def test_runs_without_a_common_question_cannot_be_compared() -> None:
    with pytest.raises(NothingInCommonError, match="same data set"):
        compare(many(), replace(many(), results=()))
