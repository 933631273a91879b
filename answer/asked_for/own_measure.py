"""Whether one fits is told by the clause that measures what the asker brings along."""

from __future__ import annotations

from answer.figures import Figure, FigureKind, parse_figures
from answer.figures.units import unit_named
from answer.finding import Finding
from answer.understanding import Asked, Question

# How much less sure such a clause may be than the best finding: one of its document, one of another.
LESS_SURE, LESS_SURE_ELSEWHERE = 0.3, 0.1
_MEASURES = frozenset({FigureKind.QUANTITY, FigureKind.PERIOD, FigureKind.RATE, FigureKind.AMOUNT})


def of_own_measure(question: Question, findings: list[Finding]) -> list[Finding]:
    """The findings, one that measures the same first: “3500平够得上标准级吗” is for the area.

    Only where a yes or no is asked for.
    """
    brought = {_dimension(one) for one in question.given_amounts} - {""}
    if Asked.YES_NO not in question.kinds or not brought or not findings:
        return findings
    lead = findings[0]
    if _measures(lead, brought):
        return findings
    for one in findings[1:]:
        is_same = one.document.id == lead.document.id
        least = lead.certainty - (LESS_SURE if is_same else LESS_SURE_ELSEWHERE)
        if one.certainty >= least and _measures(one, brought):
            return [one.as_sure_as(lead), *(other for other in findings if other is not one)]
    return findings


def _measures(finding: Finding, brought: set[str]) -> bool:
    return any(_dimension(one) in brought for one in parse_figures(finding.quote))


def _dimension(figure: Figure) -> str:
    """What a figure measures: the name of its base unit; all counts are of one kind."""
    if figure.kind is FigureKind.COUNT:
        return FigureKind.COUNT
    if figure.kind not in _MEASURES:
        return ""
    return unit_named(figure.unit, figure.kind).base
