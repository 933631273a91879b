"""Keeps the headline figures from dropping: this run against the committed baseline.

The baseline holds each question's scores rather than means. So the comparison is paired, question
by question, and its noise is that of the change: a drop counts when the whole 95% interval of the
change lies on the worse side of zero.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from eval.metrics.catalogue import HEADLINE, Metric
from eval.run import ScoredRun
from eval.statistics import Difference, paired_difference

FOLDER = Path(__file__).parent / "gate"
# Sets with a committed baseline: name, and folder of the questions.
SETS: dict[str, Path] = {"questions": Path(__file__).parent / "questions"}
RECORD_COMMAND = "python -m eval --gate --record"
DIGITS = 4

Scores = dict[str, dict[str, float]]


class GateError(ValueError):
    """A baseline that is missing or does not fit the questions."""


@dataclass(frozen=True, slots=True)
class Check:
    """One headline figure against its baseline."""

    metric: Metric
    before: float
    after: float
    difference: Difference

    @property
    def dropped(self) -> bool:
        """Whether it became worse by more than chance."""
        if self.metric.higher_is_better:
            return self.difference.high < 0
        return self.difference.low > 0

    def described(self) -> str:
        """The figure, both values and the change, on one line."""
        change = self.difference
        return (
            f"{self.metric.chinese} {self.metric.english}: {self.before:.3f} → {self.after:.3f}, "
            f"change {change.mean:+.3f} [{change.low:+.3f}, {change.high:+.3f}] "
            f"on {change.count} questions"
        )


def headline_scores(run: ScoredRun) -> Scores:
    """The headline scores by measure and question id, rounded as a baseline holds them.

    Held against exact ones, many thirds that were rounded up would look like a drop.
    """
    return {
        metric.key: {key: round(value, DIGITS) for key, value in run.values(metric.key).items()}
        for metric in HEADLINE
    }


def write_baseline(path: Path, run: ScoredRun) -> None:
    """Record a run as the baseline, in an order that keeps differences readable."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [
        f"{json.dumps(name)}: {json.dumps(dict(sorted(scores.items())))}"
        for name, scores in headline_scores(run).items()
    ]
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


def read_baseline(path: Path) -> Scores:
    """What `write_baseline` wrote. Raises GateError when there is none."""
    try:
        baseline: Scores = json.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise GateError(f"no baseline at {path}; record it: {RECORD_COMMAND}") from error
    return baseline


def check(run: ScoredRun, baseline: Scores) -> list[Check]:
    """Every headline figure on the questions that it applied to both times.

    Raises GateError when the baseline lacks questions that the run has, or has others.
    """
    asked = {result.question.id for result in run.results}
    known = {key for scores in baseline.values() for key in scores}
    if asked != known:
        raise GateError(
            f"the baseline of {run.meta.dataset} has {len(known)} questions and the run "
            f"{len(asked)}; only one of them has {', '.join(sorted(asked ^ known)[:5])}. "
            f"Record the baseline anew: {RECORD_COMMAND}"
        )
    return list(_checks(headline_scores(run), baseline))


def _checks(scores: Scores, baseline: Scores) -> Iterable[Check]:
    for metric in HEADLINE:
        before, after = baseline.get(metric.key, {}), scores[metric.key]
        keys = [key for key in before if key in after]
        if keys:
            old, new = [before[key] for key in keys], [after[key] for key in keys]
            means = sum(old) / len(old), sum(new) / len(new)
            yield Check(metric, *means, paired_difference(old, new))
