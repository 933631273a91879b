"""Every measure by name: what it is called, how it reads, and which direction is better."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

CUTOFFS = (1, 5, 10)
# Searches go this deep: the last cutoff, and the end of the hit@k curve.
DEPTH = max(CUTOFFS)


class Group(StrEnum):
    """What a measure looks at."""

    RETRIEVAL = "retrieval"
    ANSWER = "answer"
    CITATION = "citation"
    REFUSAL = "refusal"


@dataclass(frozen=True, slots=True)
class Metric:
    """A measure of one question, in 0..1, whose mean over the questions is reported.

    `headline` measures stand in the first table and are what the gate watches.
    """

    key: str
    chinese: str
    english: str
    group: Group
    headline: bool = False
    higher_is_better: bool = True


def _retrieval() -> tuple[Metric, ...]:
    found = []
    for prefix, chinese, english in (
        ("evidence", "依据", "Evidence"),
        ("document", "文件", "Document"),
    ):
        for k in CUTOFFS:
            name = f"{prefix}_hit@{k}"
            found.append(
                Metric(name, f"{chinese}命中@{k}", f"{english} hit@{k}", Group.RETRIEVAL, True)
            )
        first = prefix == "evidence"
        found += [
            Metric(
                f"{prefix}_mrr",
                f"{chinese}首个命中倒数排名",
                f"{english} MRR@{DEPTH}",
                Group.RETRIEVAL,
                first,
            ),
            Metric(
                f"{prefix}_ndcg@{DEPTH}",
                f"{chinese} nDCG@{DEPTH}",
                f"{english} nDCG@{DEPTH}",
                Group.RETRIEVAL,
            ),
        ]
        found += [
            Metric(
                f"{prefix}_recall@{k}",
                f"{chinese}召回率@{k}",
                f"{english} recall@{k}",
                Group.RETRIEVAL,
            )
            for k in CUTOFFS
        ]
    return tuple(found)


METRICS: tuple[Metric, ...] = (
    *_retrieval(),
    Metric("exact_match", "完全一致", "Exact match", Group.ANSWER),
    Metric("char_f1", "字符 F1", "Character F1", Group.ANSWER, True),
    Metric("rouge_l", "字符 ROUGE-L", "Character ROUGE-L", Group.ANSWER, True),
    Metric("figure_recall", "标准数值答出率", "Gold figures stated", Group.ANSWER, True),
    Metric("figure_support", "所答数值有据率", "Stated figures backed", Group.ANSWER, True),
    Metric("citation_precision", "引用准确率", "Citation precision", Group.CITATION, True),
    Metric("citation_recall", "引用覆盖率", "Citation recall", Group.CITATION, True),
    Metric("quote_exact", "引文逐字一致", "Quotes exact", Group.CITATION, True),
    Metric("wrong_answer", "该拒未拒", "Answered, should refuse", Group.REFUSAL, True, False),
    Metric("wrong_refusal", "该答未答", "Refused, should answer", Group.REFUSAL, True, False),
)

METRIC_BY_KEY = {metric.key: metric for metric in METRICS}
HEADLINE = tuple(metric for metric in METRICS if metric.headline)
