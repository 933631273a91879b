"""By how much the caps or rates of two places or documents differ, as a worked line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from answer.asked_for.topics import shared
from answer.calculation.caps import is_cap
from answer.figures import Figure, FigureKind, Modality, format_figure, parse_figures
from answer.figures.numbers import exact
from answer.finding import Finding, Sentence
from answer.understanding import Asked, Question

_BOTH = 2
_ASKS_RATE = re.compile("比例|百分|几成|rate|percent", re.IGNORECASE)
_ASKS_DIFFERENCE = re.compile(
    "差多少|相差|差距|差几|多多少|少多少|高多少|低多少|差别|不同|difference|比.*[高低多少]"
)


def differences(question: Question, best: Mapping[str, Finding]) -> list[Sentence]:
    """A line on each kind of figure that both of two subjects have one of; `best` is the finding
    of each. Empty unless two are compared and the question wants it.
    """
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
    return Asked.COMPARISON in question.kinds or bool(_ASKS_DIFFERENCE.search(question.text))


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
