"""A sum that the home region's rule gives goes before a clause of elsewhere that gives none."""

from __future__ import annotations

from collections.abc import Sequence

from answer.asked_for.special import is_for_others
from answer.calculation.calculate import LESS_SURE, calculate
from answer.calculation.verify import equations
from answer.finding import Finding
from answer.matter import coverage
from answer.understanding import Asked, Question
from records import NOT_IN_FORCE

# How much of the question the rule must name, in units of `matter.coverage`.
LEAST_COVERAGE = 0.3
# How sure a rule is at least that is for what was spent and gives a sum: rate, cap, matter and what
# is counted all fit, which the reader does not see in a question of how much comes of an amount.
WORKED = 0.4


def worked_at_home(
    question: Question, kept: Sequence[Finding], findings: Sequence[Finding], home: str
) -> list[Finding]:
    """The findings of home, as sure as those kept and as `WORKED`, if they give a sum; else empty.

    Who brings an amount and names no place asks what home gives for it, however much closer in its
    words a district's clause is.
    """
    if Asked.CALCULATION not in question.kinds or question.places or not kept or not home:
        return []
    lead = kept[0]
    is_home = lead.document.region == home
    least = lead.certainty - LESS_SURE if is_home else 0.0
    own = [
        one.as_sure_as(lead).at_least(WORKED)
        for one in (kept if is_home else findings)
        if one.document.region == home
        and not (lead.validity in NOT_IN_FORCE and is_for_others(question, one.document.title))
        and one.certainty >= least
        and coverage(question, one) >= LEAST_COVERAGE
    ]
    return own if any(equations(one.text) for one in calculate(question, own)) else []
