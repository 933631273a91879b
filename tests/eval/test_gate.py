"""The gate lets noise through and stops drops, naming the figure."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from eval.gate import Check, GateError, check, headline_scores, read_baseline, write_baseline
from eval.run import ScoredRun
from tests.eval.runs import many
from tests.eval.small_system import always_answers, always_refuses, one_digit_changed


def dropped(run: ScoredRun) -> set[str]:
    baseline = headline_scores(many())
    return {one.metric.key for one in check(run, baseline) if one.dropped}


def test_the_same_run_passes() -> None:
    assert dropped(many()) == set()


def test_a_changed_digit_is_named() -> None:
    found = dropped(many(one_digit_changed))
    assert {"figure_recall", "figure_support"} <= found
    assert "wrong_answer" not in found


def test_a_rise_of_wrong_answers_is_a_drop() -> None:
    assert dropped(many(always_answers)) == {"wrong_answer"}


def test_refusing_everything_does_not_hide_behind_missing_answers() -> None:
    assert {"wrong_refusal", "rouge_l"} <= dropped(many(always_refuses))


def test_a_single_question_is_noise() -> None:
    run = many()
    first = run.results[0]
    worse = replace(first, scores={**first.scores, "evidence_hit@1": 0.0})
    assert dropped(replace(run, results=(worse, *run.results[1:]))) == set()


def test_other_questions_need_a_new_baseline() -> None:
    with pytest.raises(GateError, match="--gate --record"):
        check(many(times=19), headline_scores(many()))


def test_baseline_file_round_trip(tmp_path: Path) -> None:
    path = tmp_path / "gate" / "small.json"
    write_baseline(path, many())
    checks = check(many(one_digit_changed), read_baseline(path))
    (line,) = [one.described() for one in checks if one.metric.key == "figure_recall"]
    assert "1.000 → 0.750" in line
    assert isinstance(checks[0], Check)
    with pytest.raises(GateError, match="no baseline"):
        read_baseline(tmp_path / "none.json")


def test_what_a_baseline_rounds_is_no_drop(tmp_path: Path) -> None:
    run = many()
    two_thirds = replace(
        run,
        results=tuple(
            replace(one, scores={**one.scores, "citation_recall": 2 / 3}) for one in run.results
        ),
    )
    path = tmp_path / "small.json"
    write_baseline(path, two_thirds)
    assert [one for one in check(two_thirds, read_baseline(path)) if one.dropped] == []
