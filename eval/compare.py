"""Two saved runs side by side: what became better or worse, and whether that could be chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eval.metrics.catalogue import HEADLINE, METRICS, Metric
from eval.result import QuestionResult
from eval.run import ScoredRun
from eval.statistics import Difference, paired_difference

# Above this probability a difference is called the same.
SIGNIFICANCE = 0.05
# Changes of a score below this are wording, not substance.
NOTABLE = 0.1


@dataclass(frozen=True, slots=True)
class Compared:
    """A measure in both runs, over the questions where it applies in both."""

    metric: Metric
    before: float
    after: float
    difference: Difference
    better: int
    worse: int
    same: int

    @property
    def verdict(self) -> str:
        """“better”, “worse” or “same”: the last when chance explains the difference."""
        if self.difference.p_value >= SIGNIFICANCE:
            return "same"
        improved = (self.difference.mean > 0) == self.metric.higher_is_better
        return "better" if improved else "worse"


@dataclass(frozen=True, slots=True)
class ChangedQuestion:
    """A question whose headline scores changed notably: by measure, before and after."""

    before: QuestionResult
    after: QuestionResult
    changes: dict[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """`unmatched` are ids of questions that only one of the runs has; they are left out."""

    rows: tuple[Compared, ...]
    changed: tuple[ChangedQuestion, ...]
    unmatched: tuple[str, ...]


class NothingInCommonError(ValueError):
    """Two runs that share no question."""


def compare(before: ScoredRun, after: ScoredRun) -> Comparison:
    """Compare on the questions that both runs answered. Raises NothingInCommonError."""
    left = {result.question.id: result for result in before.results}
    right = {result.question.id: result for result in after.results}
    if not left.keys() & right.keys():
        raise NothingInCommonError(
            f"the runs share no question: one is on {before.meta.dataset}, "
            f"the other on {after.meta.dataset}. Compare two runs on the same data set."
        )
    rows = [_compared(metric, before, after) for metric in METRICS]
    pairs = [(left[key], right[key]) for key in left if key in right]
    return Comparison(
        rows=tuple(row for row in rows if row),
        changed=tuple(changed for pair in pairs if (changed := _changed(*pair)).changes),
        unmatched=tuple(sorted(left.keys() ^ right.keys())),
    )


def _compared(metric: Metric, before: ScoredRun, after: ScoredRun) -> Compared | None:
    old, new = before.values(metric.key), after.values(metric.key)
    keys = [key for key in old if key in new]
    if not keys:
        return None
    pairs = [(old[key], new[key]) for key in keys]
    rises = sum(b > a for a, b in pairs)
    falls = sum(b < a for a, b in pairs)
    better, worse = (rises, falls) if metric.higher_is_better else (falls, rises)
    return Compared(
        metric=metric,
        before=_mean([a for a, _ in pairs]),
        after=_mean([b for _, b in pairs]),
        difference=paired_difference([a for a, _ in pairs], [b for _, b in pairs]),
        better=better,
        worse=worse,
        same=len(pairs) - rises - falls,
    )


def _changed(before: QuestionResult, after: QuestionResult) -> ChangedQuestion:
    changes = {
        metric.key: (before.scores[metric.key], after.scores[metric.key])
        for metric in HEADLINE
        if metric.key in before.scores
        and metric.key in after.scores
        and abs(after.scores[metric.key] - before.scores[metric.key]) >= NOTABLE
    }
    return ChangedQuestion(before, after, changes)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
