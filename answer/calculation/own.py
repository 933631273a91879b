"""The amounts and numbers of things that an asker states as his own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from answer.figures import Figure, FigureKind, Modality
from answer.understanding import Asked, Question
from answer.understanding.stated import GIVING, TO_US, stated_figures

_CLAUSE = re.compile(r"[，。；;：？?！!、\n]|,(?!\d{3})|\. ")
_HOW_MUCH = re.compile(
    # “项目能报不” asks whether to apply.
    "多少|几万|几千|几块|怎么算|算一?下|[能可](?:以)?[补拿领抵奖减免]"
    "|(?<!项目)(?<!专项)(?<!计划)(?<!认定)[能可](?:以)?报(?!名)|how much"
    "|what .{0,30}(?:get|receive)",
    re.IGNORECASE,
)
_CONFIRMS = re.compile(
    "对吗|对吧|是吗|是吧|是不是|对不对|听说|据说|真的|有没有搞错|right\\?", re.IGNORECASE
)
# “30多万” and “几十万” have no value to reckon with.
_VAGUE = re.compile("[多余来几]")
_RECEIVED = re.compile(
    "(?:[领拿获得收]到?了?|得到|到账|[补发批奖]了|资助了|"
    f"{GIVING}了?{TO_US}|{TO_US}{GIVING}[了到]|received?|got) ?$"
)
# “想拿那1000万”: what is aimed at, neither spent nor got.
_AIMED_AT = re.compile("(?:(?:想|要|为了|才[能可])[拿领得]到?|[拿领补][满足])[那这]?(?:个|笔)?$")
_RECEIVED_NOUN = re.compile("[^，,。]{0,8}(?:补贴|补助|资助|奖励|grant|subsid)")
_REACHES_TO_NOUN = 6
# Not the last digit of a year's name: 2025年, 25年, 二〇二五年.
_YEARS = re.compile(
    "(?<![0-9])[2-9]年|(?<!二[〇零][一二三四五])[两二三四五六七八九十]年"
    "|多年|years|in total|合计|一共|累计"
)
_ONE_YEAR = re.compile("一年|每年|[去今上全当]年|年度|a year|per year|last year|annual")
_PER_MONTH = re.compile("每个?月|一个月|月租|monthly|per month|a month")


@dataclass(frozen=True, slots=True)
class Own:
    """A figure of the asker's own.

    `around` is the part of the question it stands in, `received` tells a grant already got from
    money spent; `several_years`, `one_year` and `monthly` tell the time it was spent over.
    """

    figure: Figure
    around: str
    received: bool = False
    several_years: bool = False
    one_year: bool = False
    monthly: bool = False


def wants_result(question: Question) -> bool:
    """Whether a question may ask what a figure of the asker's comes to."""
    if question.claims or _CONFIRMS.search(question.text):
        return False
    return Asked.CALCULATION in question.kinds or bool(_HOW_MUCH.search(question.text))


def own_figures(text: str) -> list[Own]:
    """The exact amounts, counts and areas that a question states, in order.

    Figures with a bound (最高100万, 超过20万) are the rule's and not the asker's.
    """
    return [
        own
        for own in _owned(text)
        if own.figure.modality in (Modality.EXACT, Modality.ABOUT) and own.figure.upper is None
    ]


def _owned(text: str) -> Iterator[Own]:
    for figure in stated_figures(text):
        lead = text[: figure.start]
        kinds = (FigureKind.AMOUNT, FigureKind.COUNT, FigureKind.QUANTITY)
        if figure.kind not in kinds or not isinstance(figure.value, Decimal) or not figure.value:
            continue
        if _VAGUE.search(figure.text) or _AIMED_AT.search(lead):
            continue
        around = _part(text, figure)
        received = bool(_RECEIVED.search(lead)) or bool(
            re.search("[领拿获收发批补到]", lead[-_REACHES_TO_NOUN:])
            and _RECEIVED_NOUN.match(text, figure.end)
        )
        yield Own(
            figure=figure,
            around=around,
            received=received and figure.kind is FigureKind.AMOUNT,
            several_years=bool(_YEARS.search(text)),
            one_year=bool(_ONE_YEAR.search(text)) and not _YEARS.search(text),
            monthly=bool(_PER_MONTH.search(around)) or "月" in figure.per,
        )


def _part(text: str, figure: Figure) -> str:
    """The part of the text between commas that the figure stands in."""
    start = max((m.end() for m in _CLAUSE.finditer(text, 0, figure.start)), default=0)
    end = _CLAUSE.search(text, figure.end)
    return text[start : end.start() if end else len(text)]
