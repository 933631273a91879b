"""A sum that the home region's rule gives goes before a clause of elsewhere that gives none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from answer.calculation.calculate import calculate
from answer.calculation.verify import equations
from answer.finding import Finding
from answer.matter import coverage
from answer.understanding import Asked, Question

# How much of the question the rule must name, in units of `matter.coverage`.
LEAST_COVERAGE = 0.3


def worked_at_home(
    question: Question, kept: Sequence[Finding], findings: Sequence[Finding], home: str
) -> list[Finding]:
    """The findings of home, as sure as those kept, if they give a sum; else empty.

    Who brings an amount and names no place asks what home gives for it, however much closer in its
    words a district's clause is. Empty too where home leads already.
    """
    if Asked.CALCULATION not in question.kinds or question.places or not kept or not home:
        return []
    if kept[0].document.region == home:
        return []
    own = [
        replace(one, certainty=max(one.certainty, kept[0].certainty))
        for one in findings
        if one.document.region == home and coverage(question, one) >= LEAST_COVERAGE
    ]
    return own if any(equations(one.text) for one in calculate(question, own)) else []
