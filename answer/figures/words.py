"""Tells numerals that state a figure from those in words such as 一定, 三方, 统一, 千方百计."""

from __future__ import annotations

import re

from answer.figures.model import FigureKind
from answer.figures.numbers import Number

_IDIOM = re.compile(
    "一人公司|一人企业|一人一|一户一|一企一|一年一度|一日游|一次性|一天天|一时间|一成不变|一周岁以下"
    "|一大|一日三餐|三支一扶|三位一体|五位一体|四个自信|四个意识|两个维护|两个一百年|三天两|二次元"
    "|三轮车|三折|两部制|四处|四周(?!年)|五处|十字(?=[路会架军街嘴绣])|八字|十[八九]大|二十大"
)
_SINGLE_SCALES = frozenset("百千万亿")
_BEFORE_SINGLE_SCALE = re.compile("[超近逾破过约达]$")
_BEFORE_NO_NUMERAL = re.compile("[第数几若]$")
_BEFORE_WORD_ONE = re.compile("[同某这那每上下统唯专另首任逐十单新]$")
_BOUND = re.compile("(?:至少|不少于|不低于|不超过|最多|最少|超过|多于|少于|仅|[≥≤])$")
_ONE_COUNTS = frozenset({"次", "人", "人次", "岁"})
_MEASURED = frozenset({FigureKind.PERIOD, FigureKind.AMOUNT, FigureKind.RATE})


def states_figure(text: str, number: Number) -> bool:
    """Whether the Chinese numeral `number` of `text` counts something with its unit.

    一个, 一项, 一批 are determiners and count only behind a bound (不少于一个); single 百, 千, 万
    and 亿 only behind 超, 近 and the like (超万平方米); 百亿 and larger stand without a unit.
    """
    numeral = text[number.start : number.end]
    before = text[max(0, number.start - 4) : number.start]
    if number.unit_leads or numeral[0].isascii() or numeral[0] == "半":
        return number.unit is not None
    digits = re.match("[零一二两三四五六七八九十百千万亿点]+", numeral)
    bare = digits.group() if digits else numeral
    if _BEFORE_NO_NUMERAL.search(before) or _IDIOM.match(text, number.start):
        return False
    if number.unit is None:
        return len(bare) > 1 and bare[-1] == "亿" and set(bare) <= {*"十百千万亿"}
    if bare in _SINGLE_SCALES:
        return number.vague or bool(_BEFORE_SINGLE_SCALE.search(before))
    if bare in ("一", "二"):
        return _small_states_figure(number, bare, before)
    return True


def _small_states_figure(number: Number, bare: str, before: str) -> bool:
    """Whether 一 or 二 with a unit is a count: 一年 and 一次 are, 一个 and 二次开发 are not."""
    if _BOUND.search(before):
        return True
    if bare == "一" and _BEFORE_WORD_ONE.search(before):
        return False
    if number.unit is None:
        return False
    return number.unit.kind in _MEASURED or (bare == "一" and number.unit.name in _ONE_COUNTS)
