"""Means, intervals and breakdowns of a scored run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from eval.metrics.catalogue import METRICS, Metric
from eval.run import ScoredRun
from eval.statistics import Interval, mean_interval


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure and its mean with interval."""

    metric: Metric
    interval: Interval


@dataclass(frozen=True, slots=True)
class TypeRow:
    """The means of one type of question, by measure; None where none applies."""

    type: str
    questions: int
    means: dict[str, float | None]


def summarise(run: ScoredRun) -> list[Measured]:
    """Every measure that applies to a question of the run, in the catalogue's order."""
    return [
        Measured(metric, mean_interval(list(values.values())))
        for metric in METRICS
        if (values := run.values(metric.key))
    ]


def by_type(run: ScoredRun, metrics: Sequence[Metric]) -> list[TypeRow]:
    """A row for each type, the largest first."""
    types: dict[str, list[dict[str, float]]] = {}
    for result in run.results:
        types.setdefault(result.question.type, []).append(dict(result.scores))
    rows = [
        TypeRow(name, len(scores), {metric.key: _mean(metric.key, scores) for metric in metrics})
        for name, scores in types.items()
    ]
    return sorted(rows, key=lambda row: (-row.questions, row.type))


def as_json(run: ScoredRun) -> dict[str, object]:
    """The summary as plain values: what `--json` prints."""
    return {
        "dataset": run.meta.dataset,
        "system": run.meta.system,
        "created": run.meta.created,
        "questions": len(run.results),
        "documents": run.meta.documents,
        "threshold": run.meta.threshold,
        "metrics": {row.metric.key: asdict(row.interval) for row in summarise(run)},
        "types": {row.type: asdict(row) for row in by_type(run, METRICS)},
        "speed": asdict(run.meta.speed),
        "faults": run.faults,
        "settings": dict(run.meta.settings),
        "versions": dict(run.meta.versions),
    }


def _mean(key: str, scores: Sequence[dict[str, float]]) -> float | None:
    values = [score[key] for score in scores if key in score]
    return sum(values) / len(values) if values else None
