"""Retrieval measures by ir-measures (trec_eval underneath), and its qrels and runs as files.

ir-measures weighs 4 MB and starts in 0.2 s; ranx computes the same, but brings numba, pandas and
matplotlib (450 MB) and compiles for most of a minute before its first figure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import ir_measures
from ir_measures import RR, R, Success, nDCG

from eval.metrics.catalogue import CUTOFFS, DEPTH
from eval.metrics.relevance import (
    Judged,
    Qrels,
    Run,
    judge_documents,
    judge_evidence,
    qrels_of,
    run_of,
)
from eval.question import Question
from records import Passage

Ranked = Sequence[tuple[Question, Sequence[Passage]]]
LEVELS = {"evidence": judge_evidence, "document": judge_documents}


def retrieval_scores(ranked: Ranked) -> dict[str, dict[str, float]]:
    """Scores by question id and measure; questions without evidence have none.

    hit@1 … hit@10 (trec_eval's success), MRR and nDCG to depth 10, and recall, each by evidence
    and by document. Evidence recall is the share of gold spans that were found.
    """
    scores: dict[str, dict[str, float]] = {
        question.id: {} for question, _ in ranked if question.evidence
    }
    for level in LEVELS:
        judged = judge(level, ranked)
        for key, values in _measured(qrels_of(judged), run_of(judged)).items():
            scores[key] |= {f"{level}_{name}": value for name, value in values.items()}
    return scores


def judge(level: str, ranked: Ranked) -> dict[str, Judged]:
    """Gold labels and rankings at a level of LEVELS, by question id."""
    judge_one = LEVELS[level]
    return {
        question.id: judge_one(question, passages)
        for question, passages in ranked
        if question.evidence
    }


def write_trec(folder: Path, level: str, judged: Mapping[str, Judged], tag: str) -> None:
    """Write `{level}.qrels` and `{level}.run`, readable by trec_eval and its kin."""
    with (folder / f"{level}.qrels").open("w", encoding="utf-8") as lines:
        for key, labels in qrels_of(judged).items():
            lines.writelines(f"{key} 0 {label} {grade}\n" for label, grade in labels.items())
    with (folder / f"{level}.run").open("w", encoding="utf-8") as lines:
        for key, scored in run_of(judged).items():
            lines.writelines(
                f"{key} Q0 {name} {rank} {score:.6f} {tag}\n"
                for rank, (name, score) in enumerate(scored.items(), start=1)
            )


def _measured(qrels: Qrels, run: Run) -> dict[str, dict[str, float]]:
    measures = {
        **{f"hit@{k}": Success @ k for k in range(1, DEPTH + 1)},
        "mrr": RR @ DEPTH,
        f"ndcg@{DEPTH}": nDCG @ DEPTH,
        **{f"recall@{k}": R @ k for k in CUTOFFS},
    }
    names = {str(measure): name for name, measure in measures.items()}
    scores: dict[str, dict[str, float]] = {key: {} for key in qrels}
    if qrels:
        for found in ir_measures.iter_calc(list(measures.values()), qrels, run):
            scores[found.query_id][names[str(found.measure)]] = float(found.value)
    return scores
