"""A scored run: all results of one system on one set, with what is needed to repeat it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from eval.metrics.refusal import Decision
from eval.metrics.speed import Speed
from eval.result import QuestionResult


@dataclass(frozen=True, slots=True, kw_only=True)
class RunMeta:
    """Where a run comes from. `created` is an ISO time with zone; `settings` are shown as they are.

    `threshold` is the confidence from which the system answers, None if it has none.
    """

    dataset: str
    system: str
    created: str
    documents: int
    threshold: float | None
    speed: Speed
    settings: Mapping[str, str]
    versions: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredRun:
    """Results in the order of the questions."""

    meta: RunMeta
    results: tuple[QuestionResult, ...]

    @property
    def faults(self) -> list[str]:
        """Broken promises, each with its question's id."""
        return [f"{r.question.id}: {fault}" for r in self.results for fault in r.faults]

    @property
    def decisions(self) -> list[Decision]:
        """What the refusal curve is drawn from."""
        return [
            Decision(result.question.answerable, result.answered, result.confidence)
            for result in self.results
        ]

    def values(self, metric: str) -> dict[str, float]:
        """A measure by question id, where it applies."""
        return {
            result.question.id: result.scores[metric]
            for result in self.results
            if metric in result.scores
        }
