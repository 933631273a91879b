"""What is measured: in the unit that is asked for, or like what the asker brings along."""

from __future__ import annotations

import re

from answer.asked_for.budgets import tells_only_a_demand
from answer.asked_for.wanted import says_none
from answer.figures import Figure, FigureKind, parse_figures
from answer.figures.units import Unit, unit_at, unit_named
from answer.finding import Finding, led_by
from answer.understanding import Asked, Question

# How much less sure than the best finding a clause may be that measures what the asker brings
# along: one of the same document, one of another.
LESS_SURE, LESS_SURE_ELSEWHERE = 0.3, 0.1
_MEASURES = frozenset({FigureKind.QUANTITY, FigureKind.PERIOD, FigureKind.RATE, FigureKind.AMOUNT})
_HOW_MANY = re.compile("多少个?|(?<!好)几")
_HOW_LARGE = re.compile("多大的?面积|面积(?:[是有要得]|要求)?多[大少]")
_AREA = "平方米"
_TIMES = frozenset({"倍"})
# “5000平米够卓越级吗”: whether what one has is enough.
_ENOUGH = re.compile("(?<!能)够|达标|达到|达不达|合格|(?<!计)算得?上")
_BYTES = frozenset({"EB", "PB", "TB", "GB", "MB"})


def of_own_measure(question: Question, findings: list[Finding]) -> list[Finding]:
    """The findings, one that measures the same first: “3500平够得上标准级吗” is for the area.

    Only where a yes or no is asked for.
    """
    brought = {_measured(one) for one in question.given_amounts} - {""}
    if Asked.YES_NO not in question.kinds or not brought or not findings:
        return findings
    lead = findings[0]
    if _measures(lead, brought):
        return findings
    for one in findings[1:]:
        is_same = one.document.id == lead.document.id
        least = lead.certainty - (LESS_SURE if is_same else LESS_SURE_ELSEWHERE)
        if one.certainty >= least and _measures(one, brought):
            return led_by(one, findings)
    return findings


def _measures(finding: Finding, brought: set[str]) -> bool:
    """Whether it measures what was brought; a sum that is granted is no measure of what one has."""
    figures = parse_figures(finding.quote)
    if not tells_only_a_demand(finding.quote):
        figures = [one for one in figures if one.kind is not FigureKind.AMOUNT]
    return any(_measured(one) in brought for one in figures)


def _measured(figure: Figure) -> str:
    """What a figure measures, "" if it is no measure; all counts are of one kind."""
    if figure.kind is FigureKind.COUNT:
        return FigureKind.COUNT
    if figure.kind not in _MEASURES:
        return ""
    return _dimension(unit_named(figure.unit, figure.kind))


def lacks_unit(question: Question, told: str) -> bool:
    """Whether it is asked how many of a unit of measure (多少TB) and `told` measures nothing so."""
    text = question.in_full
    asked = {
        _dimension(found[0])
        for match in _HOW_MANY.finditer(text)
        if (found := unit_at(text, match.end())) and _is_measure(found[0])
    }
    if _HOW_LARGE.search(text):
        asked.add(_dimension(unit_named(_AREA, FigureKind.QUANTITY)))
    if not asked or says_none(question.asked, told):
        return False
    told_units = (unit_named(one.unit, one.kind) for one in parse_figures(told))
    return all(_dimension(one) not in asked for one in told_units if _is_measure(one))


def lacks_own_measure(question: Question, told: str) -> bool:
    """Whether it is asked if what one has is enough (5000平米) and `told` measures nothing so.

    Counts and sums do not count: clauses rule on them in too many words.
    """
    asks = Asked.YES_NO in question.kinds and _ENOUGH.search(question.in_full)
    if not asks or question.is_english:
        return False
    brought = [one for one in question.given_amounts if _measured(one)]
    if not any(one.kind is FigureKind.QUANTITY for one in brought):
        return False
    if says_none(question.asked, told):
        return False
    # “2500平,在孵25家,够不够”: either will do.
    alike = {_measured(one) for one in brought}
    return all(_measured(one) not in alike for one in parse_figures(told))


def _is_measure(unit: Unit) -> bool:
    return unit.kind is FigureKind.QUANTITY or unit.name in _TIMES


def _dimension(unit: Unit) -> str:
    """What a unit measures, by the name of its base; all amounts of data are of one kind."""
    return "B" if unit.base in _BYTES else unit.base
