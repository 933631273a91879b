"""Holds what somebody states against a clause: figures, departments, dates, unconditional words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from answer.figures import CalendarDate, Figure, FigureKind, Modality, parse_figures, same_value
from answer.figures.compare import same_modality
from answer.finding import Finding
from answer.understanding.offices import same_office

_COMPARED = frozenset(
    {
        FigureKind.AMOUNT,
        FigureKind.RATE,
        FigureKind.DATE,
        FigureKind.PERIOD,
        FigureKind.COUNT,
        FigureKind.QUANTITY,
    }
)
# What turns a statement into a question; “20万对吗” speaks of no pairs.
_ASKING = re.compile(
    "(?:对|是)?(?:不对|不是)?(?:对吗|对吧|对不对|是吗|是吧|是不是|没错吧|吗|吧)[?？。!！]*$"
)
_FROM_BELOW = frozenset({Modality.AT_LEAST, Modality.MORE_THAN})
# What people add to a grant; a clause that makes it hang on an assessment contradicts that.
_UNCONDITIONAL = re.compile(
    "直接|人人|都(?:能|可以|给|发|有)|一律|白送|无条件|现金|一定|肯定|保证|自动|全部"
)
_CONDITIONAL = re.compile("综合评定|评审|评定|评估|遴选|择优|审核|经认定|符合条件|符合要求")
# A figure behind these is the asker's own, not one of the policy.
_OWN_FIGURE = re.compile(
    "(?:花了?|投了?|投入了?|成本|营收|收入|租金|房租|费用?|买了?|注册了?|成立了?|我们?有|公司有|总共|一共)[^,，。]{0,4}$"
)
_DEPARTMENT = re.compile(
    "[\u4e00-\u9fff]{1,10}?(?:(?<![布格全结大])局|委员会|管委会|办公室|专班|厅|发改委|网信办|金融办)"
)
_IN_FORCE = re.compile("生效|施行|实施|执行|开始")


class Judgement(StrEnum):
    """How a clause stands to what the question states."""

    AGREES = "agrees"
    DIFFERS = "differs"
    OPEN = "open"


def judge(claim: str, finding: Finding) -> Judgement:
    """Hold what is claimed against the clause of a finding."""
    claim = _ASKING.sub(" ", claim)
    clause = unicodedata.normalize("NFKC", finding.quote)
    judged = [
        _judge_figure(figure, clause, claim)
        for figure in parse_figures(claim)
        if figure.kind in _COMPARED and not _names_the_document(figure, claim, finding)
    ]
    if (department := _judge_department(claim, clause)) is not None:
        judged.append(department)
    if Judgement.DIFFERS in judged:
        return Judgement.DIFFERS
    if not judged or Judgement.OPEN in judged:
        return Judgement.OPEN
    if _UNCONDITIONAL.search(claim):
        return Judgement.DIFFERS if _CONDITIONAL.search(clause) else Judgement.OPEN
    return Judgement.AGREES


def _judge_figure(figure: Figure, clause: str, claim: str) -> Judgement:
    """A figure agrees with one of the clause of its value, binding and counting; it differs from
    the clause if that has figures of its kind and unit, none of which agrees."""
    others = [
        other
        for other in parse_figures(clause)
        if other.kind is figure.kind and _comparable(figure, other)
    ]
    if figure.kind is FigureKind.DATE and _IN_FORCE.search(claim):
        others = [other for other in others if other.modality is Modality.AT_LEAST]
    if not others or _OWN_FIGURE.search(claim[: figure.start]):
        return Judgement.OPEN
    if any(_agrees(figure, other) for other in others):
        return Judgement.AGREES
    return Judgement.DIFFERS


def _agrees(figure: Figure, other: Figure) -> bool:
    if figure.kind is FigureKind.DATE:
        return _same_day(figure, other)
    counted_alike = set(figure.per) <= set(other.per)
    if other.upper is not None and figure.upper is None:
        return False
    if figure.cumulative and not other.cumulative:
        return False
    return same_value(figure, other) and same_modality(figure, other) and counted_alike


def _same_day(figure: Figure, other: Figure) -> bool:
    if not isinstance(figure.value, CalendarDate) or not isinstance(other.value, CalendarDate):
        return False
    pairs = zip(figure.value.parts(), other.value.parts(), strict=True)
    return all(said is None or said == given for said, given in pairs)


def _comparable(figure: Figure, other: Figure) -> bool:
    """Whether the two could state the same thing. A total that is only bounded from below
    (总额不低于1000万元) says nothing of what one applicant gets."""
    if figure.kind is FigureKind.DATE:
        return True
    if figure.modality is not other.modality and other.modality in _FROM_BELOW:
        return same_value(figure, other)
    return figure.unit == other.unit or figure.kind in (FigureKind.AMOUNT, FigureKind.PERIOD)


def _names_the_document(figure: Figure, claim: str, finding: Finding) -> bool:
    """Whether a date or count of the claim is part of a name: “10条”, “2025年的措施”."""
    if figure.unit == "条":
        return True
    behind = claim[figure.end : figure.end + 1]
    return (
        figure.kind is FigureKind.DATE
        and behind in ("的", "版")
        and (
            figure.text in finding.document.title
            or str(finding.document.published or "")[:4] in figure.text
        )
    )


def _judge_department(claim: str, clause: str) -> Judgement | None:
    """None if the claim names no department; open if the clause names none."""
    stated = {_bare(name) for name in _DEPARTMENT.findall(claim)}
    if not stated:
        return None
    named = {_bare(name) for name in _DEPARTMENT.findall(clause)}
    if not named:
        return Judgement.OPEN
    same = all(any(same_office(one, other) for other in named) for one in stated)
    return Judgement.AGREES if same else Judgement.DIFFERS


def unsupported_departments(text: str, sources: Iterable[str]) -> list[str]:
    """The departments that `text` names and none of the sources does, short or in full."""
    known = {_bare(name) for source in sources for name in _DEPARTMENT.findall(source)}
    named = dict.fromkeys(_bare(name) for name in _DEPARTMENT.findall(text))
    return [one for one in named if not any(same_office(one, other) for other in known)]


def _bare(name: str) -> str:
    """The name without the words of the sentence and the place before it: 市经信局 is 经信局."""
    alone = re.sub(r".*(?:责任单位为?|由|是|归|向|找|到|、|[和与或](?=[省市区]))", "", name)
    return re.sub(r"^.*[省市区](?=.{2,})", "", alone)


def begins_later(text: str, finding: Finding) -> bool | None:
    """Whether the clause sets a later beginning than the day that the question asks about.

    None if the question names no day to begin on, or the clause none to hold against it.
    """
    if not _IN_FORCE.search(text) or not re.search("吗|是不是|是否", text):
        return None
    asked = [one for one in parse_figures(text) if one.kind is FigureKind.DATE]
    starts = [
        one
        for one in parse_figures(finding.quote)
        if one.kind is FigureKind.DATE and one.modality is Modality.AT_LEAST
    ]
    if not asked or len(starts) != 1:
        return None
    if any(_same_day(one, starts[0]) for one in asked):
        return False
    start, said = starts[0].value, asked[-1].value
    if not isinstance(start, CalendarDate) or not isinstance(said, CalendarDate):
        return None
    if said.year is None:
        published = finding.document.published
        year = published.year if published else None
        said = CalendarDate(year, said.month, said.day)
    day, first = _calendar_day(said), _calendar_day(start)
    return True if day and first and day < first else None


def _calendar_day(day: CalendarDate) -> date | None:
    if day.year is None or day.month is None or day.day is None:
        return None
    try:
        return date(day.year, day.month, day.day)
    except ValueError:
        return None
