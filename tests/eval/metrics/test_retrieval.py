"""Retrieval measures on rankings small enough to work out by hand."""

from __future__ import annotations

from math import log2
from pathlib import Path

import ir_measures
import pytest

from eval.metrics.retrieval import judge, retrieval_scores, write_trec
from eval.question import Evidence, Question
from records import Passage


def passage(name: str) -> Passage:
    return Passage(document_id=name, title="", start=0, end=len(name), text=f"{name}的内容")


RANKED = [
    (
        Question(
            id="late",
            text="?",
            answers=("x",),
            evidence=(Evidence("c", "c的内容"), Evidence("z", "z的内容")),
        ),
        [passage(name) for name in "abcdef"],
    ),
    (
        Question(id="missed", text="?", answers=("x",), evidence=(Evidence("z"),)),
        [passage("a")],
    ),
    (Question(id="empty", text="?", answers=("x",), evidence=(Evidence("z"),)), []),
    (Question(id="refuse", text="?", answerable=False), [passage("a")]),
]


def test_values_by_hand() -> None:
    scores = retrieval_scores(RANKED)["late"]
    assert [scores[f"evidence_hit@{k}"] for k in (1, 2, 3, 10)] == [0, 0, 1, 1]
    assert scores["evidence_mrr"] == pytest.approx(1 / 3)
    # One of two gold spans, found third; the ideal ranking has both on top.
    assert scores["evidence_ndcg@10"] == pytest.approx((1 / log2(4)) / (1 + 1 / log2(3)))
    assert scores["evidence_recall@1"] == 0
    assert scores["evidence_recall@5"] == scores["document_recall@10"] == 0.5


def test_a_question_without_hits_scores_zero_and_one_without_evidence_not_at_all() -> None:
    scores = retrieval_scores(RANKED)
    assert set(scores["missed"].values()) == {0.0}
    assert scores["empty"] == scores["missed"]
    assert "refuse" not in scores


def test_trec_files_give_the_same_figures_again(tmp_path: Path) -> None:
    write_trec(tmp_path, "evidence", judge("evidence", RANKED), "product")
    qrels = list(ir_measures.read_trec_qrels(str(tmp_path / "evidence.qrels")))  # type: ignore[no-untyped-call]
    run = list(ir_measures.read_trec_run(str(tmp_path / "evidence.run")))  # type: ignore[no-untyped-call]
    found = ir_measures.calc_aggregate([ir_measures.parse_measure("RR@10")], qrels, run)
    # Three questions have evidence; only one of them was found, third.
    assert list(found.values()) == [pytest.approx(1 / 9)]


def test_nothing_with_evidence_gives_nothing() -> None:
    assert retrieval_scores(RANKED[-1:]) == {}
