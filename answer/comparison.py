"""What several places or documents give, side by side, and by how much they differ."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from answer.calculation.rules import is_cap
from answer.calculation.topics import shared
from answer.figures import Figure, FigureKind, Modality, format_figure, parse_figures
from answer.figures.numbers import exact
from answer.finding import Finding, Sentence, Shape
from answer.levels import Level, level_of
from answer.understanding import Asked, Question
from answer.understanding.places import are_of_one_city
from answer.wording import VALIDITY_WORDS, inner_quotes
from answer.wording.plain import ABOUT_AS_SURE
from records import TextKind

_BOTH = 2
_ABOUT_MONEY = re.compile("补|奖|拿|给|额|钱|优惠|划算|力度|多少|[更高多]的?$|how much|more|higher")
_ASKS_RATE = re.compile("比例|百分|几成|rate|percent", re.IGNORECASE)
_ASKS_DIFFERENCE = re.compile(
    "差多少|相差|差距|差几|多多少|少多少|高多少|低多少|差别|不同|difference|比.*[高低多少]"
)
_ADDING_UP = re.compile("叠加|就高|不重复|不得重复|重复享受|配套|同时享受")


def compare(
    question: Question, by_subject: Mapping[str, Sequence[Finding]]
) -> tuple[list[Sentence], list[str]]:
    """The rows of a comparison with the lines below it, and the subjects of which nothing is said.

    `by_subject` gives the findings of each place or document, best first. Every subject with a
    finding gets one row: subject, rule, standing. Where two subjects have one comparable cap each,
    a worked line states the difference; a clause among the findings on adding up (叠加,
    就高不重复) follows as it stands. Amounts of different subjects are never added up.
    """
    found = {
        subject: _what_each_gets_first(question, findings)
        for subject, findings in by_subject.items()
        if findings
    }
    missing = [subject for subject in by_subject if subject not in found]
    sentences = [_row(question, subject, findings[0]) for subject, findings in found.items()]
    sentences += _differences(question, {name: some[0] for name, some in found.items()})
    if _overlap(found):
        sentences += _on_adding_up(found)
    return sentences, missing


def _what_each_gets_first(question: Question, findings: Sequence[Finding]) -> Sequence[Finding]:
    """`findings`, one with a rate or a cap first where money is compared and it is about as sure.

    “每年设立总额不低于1000万元的算力服务券” tells what there is, not what a company gets of it.
    """
    if not _ABOUT_MONEY.search(question.text):
        return findings
    near = (one for one in findings if one.certainty >= findings[0].certainty - ABOUT_AS_SURE)
    lead = next((one for one in near if _is_given(one.quote)), findings[0])
    return [lead, *(one for one in findings if one is not lead)]


def _is_given(quote: str) -> bool:
    return any(one.kind is FigureKind.RATE or is_cap(quote, one) for one in parse_figures(quote))


def _row(question: Question, subject: str, finding: Finding) -> Sentence:
    cells = (subject, inner_quotes(finding.quote), _standing(finding, english=question.is_english))
    return Sentence(text="", findings=(finding,), shape=Shape.ROW, cells=cells)


def _standing(finding: Finding, *, english: bool) -> str:
    """“现行有效，有效期至2027年3月18日”; a news report is named as one."""
    words = [VALIDITY_WORDS[finding.validity][english]]
    day = finding.document.valid_until
    if day is not None:
        until = f"{day:%Y-%m-%d}" if english else f"{day.year}年{day.month}月{day.day}日"
        words.append(f"valid until {until}" if english else f"有效期至{until}")
    if finding.document.text_kind is TextKind.NEWS:
        words.append("news report" if english else "新闻报道")
    return (", " if english else "，").join(words)


def _differences(question: Question, best: Mapping[str, Finding]) -> list[Sentence]:
    if len(best) != _BOTH or not _wants_difference(question):
        return []
    names = list(best)
    pairs = [(_amount, FigureKind.AMOUNT)]
    if _ASKS_RATE.search(question.text):
        pairs.insert(0, (_rate, FigureKind.RATE))
    lines = []
    for pick, kind in pairs:
        first, second = (pick(question, best[name]) for name in names)
        if first and second and first.unit == second.unit and first.modality is second.modality:
            lines.append(_difference(question, best, (first, second), kind))
    return lines


def _wants_difference(question: Question) -> bool:
    kinds = (question.asked, *question.also_asked)
    return Asked.COMPARISON in kinds or bool(_ASKS_DIFFERENCE.search(question.text))


def _amount(question: Question, finding: Finding) -> Figure | None:
    """The one cap on money in a finding, or of several the one the question names; else None."""
    quote = finding.quote
    caps = [one for one in parse_figures(quote) if is_cap(quote, one)]
    return _named(question, quote, caps)


def _rate(question: Question, finding: Finding) -> Figure | None:
    rates = [
        one
        for one in parse_figures(finding.quote)
        if one.kind is FigureKind.RATE and one.unit == "%" and one.upper is None
    ]
    return _named(question, finding.quote, rates)


def _named(question: Question, quote: str, figures: Sequence[Figure]) -> Figure | None:
    if len(figures) < _BOTH:
        return figures[0] if figures else None
    asked = f"{question.text} {question.standalone}"
    starts = [0, *(one.end for one in figures)]
    near = [
        shared(asked, quote[start : one.start]) for start, one in zip(starts, figures, strict=False)
    ]
    best = max(near)
    return figures[near.index(best)] if best and near.count(best) == 1 else None


def _difference(
    question: Question,
    best: Mapping[str, Finding],
    figures: tuple[Figure, Figure],
    kind: FigureKind,
) -> Sentence:
    english = question.is_english
    pairs = list(zip(best, figures, strict=True))
    findings = tuple(best.values())
    (low_name, low), (high_name, high) = sorted(pairs, key=lambda pair: _value(pair[1]))
    if _value(low) == _value(high):
        text = _same(high, kind, english=english)
    else:
        text = _apart(high, low, kind, english=english)
        text += f", {high_name} higher" if english else f"，{high_name}较高"
    notes = [_time(high_name, high, low, english), _time(low_name, low, high, english)]
    terms = (
        "the terms differ; each document's own conditions apply"
        if english
        else "两者适用条件不同，以各自规定为准"
    )
    joined = ("; " if english else "；").join(filter(None, (text, *notes, terms)))
    return Sentence(text=joined, findings=findings, worked=True)


def _apart(high: Figure, low: Figure, kind: FigureKind, *, english: bool) -> str:
    language = "en" if english else "zh"
    difference = replace(
        high,
        value=exact(_value(high) - _value(low)),
        modality=Modality.EXACT,
        cumulative=False,
        per=(),
    )
    if kind is FigureKind.RATE:
        difference = replace(difference, unit="百分点")
    said, more, less = (
        format_figure(_plain(one), "en") if language == "en" else format_figure(_plain(one))
        for one in (difference, high, low)
    )
    if english:
        matter = "rates" if kind is FigureKind.RATE else "caps"
        return f"The {matter} differ by {said} ({more} − {less} = {said})"
    matter = "比例" if kind is FigureKind.RATE else _matter(high, low)
    return f"{matter}相差{said}（{more}−{less}={said}）"


def _same(figure: Figure, kind: FigureKind, *, english: bool) -> str:
    if english:
        matter = "rates" if kind is FigureKind.RATE else "caps"
        return f"The {matter} are the same, {format_figure(_bound(figure), 'en')}"
    matter = "比例" if kind is FigureKind.RATE else _matter(figure, figure)
    return f"{matter}相同，都是{format_figure(_bound(figure))}"


def _matter(high: Figure, low: Figure) -> str:
    return "单企上限" if "个" in high.per and "个" in low.per else "上限"


def _time(name: str, figure: Figure, other: Figure, english: bool) -> str:
    """That one of the two holds for each year, or for all years, and the other does not say so."""
    if "年" in figure.per and "年" not in other.per:
        return f"that of {name} is for each year" if english else f"{name}的是每年的数额"
    if figure.cumulative and not other.cumulative:
        return f"that of {name} is for all years" if english else f"{name}的是累计数额"
    return ""


def _plain(figure: Figure) -> Figure:
    return replace(figure, modality=Modality.EXACT, cumulative=False, per=())


def _bound(figure: Figure) -> Figure:
    return replace(figure, cumulative=False, per=())


def _value(figure: Figure) -> Decimal:
    assert isinstance(figure.value, Decimal)
    return figure.value


def _overlap(found: Mapping[str, Sequence[Finding]]) -> bool:
    """Whether two of the subjects are of one city, or one lies in the other.

    What Hangzhou lets its companies add up is nothing to who compares it with Wuhan.
    """
    regions = [findings[0].document.region for findings in found.values()]
    return any(
        level_of(*pair) is not Level.ELSEWHERE or are_of_one_city(*pair)
        for pair in combinations(regions, 2)
    )


def _on_adding_up(found: Mapping[str, Sequence[Finding]]) -> list[Sentence]:
    """What the further findings say of adding up, as it stands; the rows say the rest."""
    lines: list[Sentence] = []
    for findings in found.values():
        for one in findings[1:]:
            is_rule = one.document.text_kind is not TextKind.NEWS and _ADDING_UP.search(one.quote)
            if is_rule and len(lines) < _BOTH:
                lines.append(Sentence(text=inner_quotes(one.quote), findings=(one,)))
    return lines
