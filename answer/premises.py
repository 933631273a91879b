"""Confirms or corrects what a question takes for granted, where a clause can be held against it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from answer.figures import (
    CalendarDate,
    Figure,
    FigureKind,
    Modality,
    parse_figures,
    same_value,
)
from answer.figures.compare import same_modality
from answer.finding import Finding, Sentence
from answer.matter import coverage
from answer.polarity import Verdict, verdict
from answer.understanding import Question
from answer.wording import inner_quotes
from index.validity import validity_on
from records import Validity

# A verdict needs a clause that is surely the one in question, and that names most of it.
LEAST_CERTAINTY = 0.5
LEAST_COVERAGE = 0.34

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
_CLAIM = re.compile(
    "(?:对吗|对吧|对不对|是吗|是吧|是不是|没错吧|真的吗|属实吗|吧)[?？。!！]?$|听说|据说|有人说|网上说"
    r"|\b(?:right|is it true|i heard|correct)\b"
)
# What people add to a grant that hangs on an assessment; a clause that says so must be quoted.
_UNCONDITIONAL = re.compile(
    "直接|人人|都(?:能|可以|给|发|有)|一律|白送|无条件|现金|一定|肯定|保证|自动|全部"
)
_CONDITIONAL = re.compile(
    "综合评定|评审|评定|评估|遴选|择优|审核|经认定|符合条件|符合要求|最高|不超过"
)
_DEPARTMENT = re.compile(
    "[\u4e00-\u9fff]{1,10}?(?:局|委员会|管委会|办公室|专班|厅|发改委|网信办|金融办|数据局|经科局|人社局)"
)
_IN_FORCE = re.compile("生效|施行|实施|执行|开始")
_STILL_VALID = re.compile(
    "(?:还|仍|依然|是否|现在)?有效(?!期(?:到|多|是|至))(?:吗|么|不|$)|还能用|还有效|现行"
)
_EXPIRED = re.compile("到期|过期|失效|作废|废止")


class Judgement(StrEnum):
    """How a clause stands to what the question states."""

    AGREES = "agrees"
    DIFFERS = "differs"
    OPEN = "open"


def premise(question: Question, findings: Sequence[Finding]) -> Sentence | None:
    """The leading finding with the word that confirms, corrects or answers; None without one.

    Figures of the line are those of the clause; what the asker stated is never repeated. “Yes”
    needs every figure, department and binding word to agree; “not accurate” needs a figure of the
    same kind, or a department, that differs; otherwise the clause must speak for itself.
    """
    if not findings or findings[0].certainty < LEAST_CERTAINTY:
        return None
    finding = findings[0]
    text = unicodedata.normalize("NFKC", question.standalone or question.text)
    if not question.is_english and coverage(question, finding) < LEAST_COVERAGE:
        return None
    if is_claim(question):
        judged = judge(text, finding)
        if judged is Judgement.OPEN:
            return _by_polarity(question, text, finding)
        return _sentence(question, finding, claim=True, agrees=judged is Judgement.AGREES)
    if (early := _begins_later(text, finding)) is not None:
        return _sentence(question, finding, claim=False, agrees=not early, past=True)
    return _by_polarity(question, text, finding)


def validity_verdict(
    question: Question, findings: Sequence[Finding], today: date
) -> Sentence | None:
    """“Still in force?”: the leading document's standing in words, with its clause.

    The dates themselves are on the citation; none is written that the clause does not hold.
    """
    if not findings or question.is_english:
        return None
    text, finding = question.standalone or question.text, findings[0]
    if not _STILL_VALID.search(text) and not _EXPIRED.search(text):
        return None
    words = {Validity.EXPIRED: "该文件已过有效期", Validity.IN_FORCE: "该文件现行有效"}
    said = words.get(validity_on(finding.document, today))
    if said is None:
        return None
    return Sentence(text=f"{said}：{inner_quotes(finding.quote)}。", findings=(finding,))


def is_claim(question: Question) -> bool:
    """Whether the question states something and asks to confirm it."""
    return bool(getattr(question, "claims", False) or _CLAIM.search(question.text.lower()))


def judge(claim: str, finding: Finding) -> Judgement:
    """Hold what is claimed against the clause of a finding."""
    clause = unicodedata.normalize("NFKC", finding.quote)
    judged = [
        _judge_figure(figure, clause)
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


def _judge_figure(figure: Figure, clause: str) -> Judgement:
    """A figure agrees with one of the clause of its value, binding and counting; it differs from
    the clause if that has figures of its kind and unit, none of which agrees."""
    others = [
        other
        for other in parse_figures(clause)
        if other.kind is figure.kind
        and (figure.kind is FigureKind.DATE or _comparable(figure, other))
    ]
    if not others:
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
    return same_value(figure, other) and same_modality(figure, other) and counted_alike


def _same_day(figure: Figure, other: Figure) -> bool:
    if not isinstance(figure.value, CalendarDate) or not isinstance(other.value, CalendarDate):
        return False
    pairs = zip(figure.value.parts(), other.value.parts(), strict=True)
    return all(said is None or said == given for said, given in pairs)


def _comparable(figure: Figure, other: Figure) -> bool:
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
    same = all(any(_same_body(one, other) for other in named) for one in stated)
    return Judgement.AGREES if same else Judgement.DIFFERS


def _bare(name: str) -> str:
    """The name without the words before it that belong to the sentence."""
    return re.sub(r".*(?:责任单位为?|由|是|归|向|找|到|和|与|、|或|市|省|区)(?=.{2,})", "", name)


def _same_body(first: str, second: str) -> bool:
    """Whether one name is the other, or its short form: each of its characters, in order."""
    short, long = sorted((first, second), key=len)
    rest = iter(long)
    return all(character in rest for character in short)


def _begins_later(text: str, finding: Finding) -> bool | None:
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


def _by_polarity(question: Question, text: str, finding: Finding) -> Sentence | None:
    said = verdict(text, unicodedata.normalize("NFKC", finding.quote))
    if said is None:
        return None
    return _sentence(question, finding, claim=False, agrees=said is Verdict.YES)


def _sentence(
    question: Question, finding: Finding, *, claim: bool, agrees: bool, past: bool = False
) -> Sentence:
    clause = inner_quotes(finding.quote)
    if question.is_english:
        opening = "Yes" if agrees else "That is not accurate" if claim else "No"
        return Sentence(text=f"{opening}. The document says: “{clause}”.", findings=(finding,))
    if claim:
        opening = "是的：" if agrees else "不准确："
    else:
        opening = _opening(question.standalone or question.text, agrees=agrees, past=past)
    return Sentence(text=f"{opening}{clause}。", findings=(finding,))


def _opening(text: str, *, agrees: bool, past: bool) -> str:
    """The short answer in the question's own verb: 会/不会, 需要/不需要, 可以/不能, 没有."""
    if past:
        return "是的：" if agrees else "没有。"
    if re.search("会不会|是否会|会.{0,12}(?:吗|么)", text):
        return "会。" if agrees else "不会。"
    if re.search("能不能|可不可以|能否|可否|是否(?:可以|能)|还能|可以|能.{0,30}(?:吗|么)", text):
        return "可以。" if agrees else "不能。"
    if re.search("要|须", text):
        return "需要。" if agrees else "不需要。"
    return "是的：" if agrees else "不是。"
