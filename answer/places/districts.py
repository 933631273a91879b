"""The districts' own rules side by side, where a question asks which districts have any."""

from __future__ import annotations

from collections.abc import Sequence

from answer.finding import Finding
from answer.matter import coverage
from answer.places.levels import Level, asks_for_districts, level_of
from answer.understanding import Question

# How much of the question a district's rule must name, in units of `matter.coverage`.
LEAST_COVERAGE = 0.3


def of_districts(question: Question, findings: Sequence[Finding], home: str) -> list[Finding]:
    """The best finding of each district of `home` that is to the point, best first.

    Empty unless districts are asked for and more than one has a rule: then no single finding is
    the answer, but all of them together are.
    """
    if not home or not asks_for_districts(question):
        return []
    best: dict[str, Finding] = {}
    for one in findings:
        if (
            level_of(one.document.region, home) is Level.BELOW
            and coverage(question, one) >= LEAST_COVERAGE
        ):
            best.setdefault(one.document.region, one)
    return list(best.values()) if len(best) > 1 else []
