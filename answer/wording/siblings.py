"""Clauses that stand beside the best one and give the same kind of figure for another case."""

from __future__ import annotations

from collections.abc import Sequence

from answer.asked_for.wanted import FIGURES
from answer.clause_numbers import without_number
from answer.figures import parse_figures
from answer.finding import Finding
from answer.matter import matter
from answer.understanding import Asked, Question

# A sibling is at most so much less sure than the best finding, and at least so sure by itself.
ABOUT_THE_SAME = 0.15
SURE = 0.4
# More cases than this are no answer but a table of their own.
MOST = 5
_GIVEN = frozenset({Asked.AMOUNT, Asked.RATE})


def siblings(question: Question, best: Finding, findings: Sequence[Finding]) -> list[Finding]:
    """The findings under the same heading of the same document that answer as well as the best.

    “研发专项给多少” has two answers where there is one sum for tools and one for products.
    Left out is what gives the same figures as another, which is nothing new, and every case where
    the question names what sets one apart and not the other. The title's words set nothing apart.
    """
    if question.asked not in _GIVEN or not (label := without_number(best.heading)):
        return []
    about = matter(question.in_full) - matter(best.document.title)
    told, given = [best], [_figures(question.asked, best)]
    beside = (
        one
        for one in findings
        if one.document.id == best.document.id
        and one.certainty >= max(best.certainty - ABOUT_THE_SAME, SURE)
        and without_number(one.heading) == label
    )
    for one in beside:
        figures = _figures(question.asked, one)
        names_alike = bool(_apart(one, best) & about) is bool(_apart(best, one) & about)
        if figures and figures not in given and names_alike:
            told.append(one)
            given.append(figures)
    return told[1:MOST]


def _apart(finding: Finding, other: Finding) -> frozenset[str]:
    """What the one is about and the other is not."""
    return matter(finding.quote) - matter(other.quote)


def _figures(asked: Asked, finding: Finding) -> frozenset[str]:
    return frozenset(
        str((one.kind, one.value, one.unit))
        for one in parse_figures(finding.quote)
        if one.kind in FIGURES[asked]
    )
