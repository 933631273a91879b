"""Evaluating a system: order, speed, and what is recorded about it."""

from __future__ import annotations

from eval.console import run_table
from eval.metrics.catalogue import METRIC_BY_KEY
from eval.summary import as_json, by_type, summarise
from tests.eval.runs import evaluation
from tests.eval.small_system import QUESTIONS, always_answers


def test_results_keep_the_order_and_hold_what_was_given() -> None:
    run = evaluation().run
    assert [result.question for result in run.results] == list(QUESTIONS)
    first = run.results[0]
    assert first.citations[0].quote == "算力服务券按算力费用的50%补助,最高20万元"
    assert first.passages[0].relevant
    assert not first.passages[1].relevant
    assert first.passages[3].text == ""


def test_speed_and_settings_are_recorded() -> None:
    meta = evaluation().run.meta
    assert meta.speed.passages_per_second == 2.0
    assert meta.speed.answer.p50 <= meta.speed.answer.p99
    assert meta.documents == 2
    assert "ir-measures" in meta.versions


def test_summary_leaves_out_measures_that_apply_to_no_question() -> None:
    measured = {row.metric.key: row.interval for row in summarise(evaluation().run)}
    assert measured["evidence_hit@1"].count == 2
    assert measured["wrong_answer"].count == 1
    values = as_json(evaluation().run)
    assert values["questions"] == 3
    assert values["faults"] == []


def test_types_come_largest_first_with_their_own_means() -> None:
    rows = by_type(evaluation(always_answers).run, [METRIC_BY_KEY["wrong_answer"]])
    assert [(row.type, row.questions) for row in rows] == [
        ("amount", 1),
        ("multi-doc", 1),
        ("out-of-scope", 1),
    ]
    assert [row.means["wrong_answer"] for row in rows] == [None, None, 1.0]


def test_the_table_has_a_column_for_each_system() -> None:
    table = run_table([evaluation().run, evaluation(always_answers, "bm25").run])
    (line,) = [line for line in table.splitlines() if "Answered, should refuse" in line]
    assert "0.000" in line
    assert "1.000" in line
    assert "3 题" in table
