"""Figures out of numbers: ranges, lists that share a unit, amounts of money without one."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from answer.figures.model import Figure, FigureKind, Modality
from answer.figures.numbers import Number, exact, find_numbers
from answer.figures.units import Unit, unit_named
from answer.figures.words import states_figure

_TO = re.compile(r"(?:\(不?含\))? ?(?:-{1,2}|~|至|到) ?| to ")
_AND = re.compile(" and ")
_BETWEEN = re.compile("(?i:between) $")
_LIST = re.compile(" ?(?:、|或者?|和|及|与|/) ?| (?:or|and) |, ")
_MONEY = re.compile(
    "补|奖|助|资|贷|费|款|券|额|钱|花|投|租|付|给|拿|领|发|报销|成本|营收|收入|销售|规模|估值|现金|中了"
    "|合同|最高|上限|封顶|累计|[≤≥%]"
)
_PAID_PART = re.compile("的?部分|的?[^,。;:!?的]{0,6}(?:费|补贴|补助|租金|房租|合同|采购|贷款)")
_CLAUSE = re.compile("[^,。;:!?\n]*$")
# What may follow an amount whose 元 is left out; any other Chinese character would be its noun.
_NO_NOUN = re.compile(
    "$|[^\u4e00-\u9fff]|现金|资金|[以之左上的能可是吗呢吧封起为和或怎多够还就也都行不补奖贷到至]"
    "|的?[^,。;:!?的]{0,6}(?:费|补贴|补助|租金|房租|合同|采购|贷款)"
    "|的?(?:创业)?(?:资助|奖金)"
)
# Spoken questions tell at once what the money went into: 投入800万做模型, 花了30万的算力.
_SPENT = re.compile("(?:投入?|投资|花费?|支出|砸|付|年薪|月薪|营收|收入|融资)[了过到]?$")
_SPENT_ON = re.compile("的|[做搞建弄买租研开招去来在给养]|用(?!户)")
_COUNTED_NOUN = re.compile(r" (?!(?:and|for|from|with|the|per|are)\b)[A-Za-z]{3}")


def find_quantities(text: str) -> list[Figure]:
    """The amounts, rates, periods, counts, quantities and plain numbers of `text`.

    `text` is plain, with names, dates and whatever else was found blanked.
    """
    numbers = _ranges(text, _sums(find_numbers(text)))
    numbers = _share_forward(text, _share_backward(text, numbers))
    return [
        _figure(text, number)
        for number in numbers
        if not number.spoken or states_figure(text, number)
    ]


def _sums(numbers: list[Number]) -> list[Number]:
    """`numbers` with those written in steps, such as 1亿2000万元, made one."""
    joined: list[Number] = []
    for number in numbers:
        head = joined[-1] if joined else None
        if head and head.end == number.start and not head.unit and head.scale > number.value > 0:
            value = head.value + number.value
            number = replace(number, start=head.start, coefficient=value, scale=1)
            joined.pop()
        joined.append(number)
    return joined


def _ranges(text: str, numbers: list[Number]) -> list[Number]:
    """`numbers` with each pair that forms a range made one: 5万—100万元, 20%至30%, 1—10人."""
    joined: list[Number] = []
    for number in numbers:
        span = _range(text, joined[-1], number) if joined else None
        if span:
            joined[-1] = span
        else:
            joined.append(number)
    return joined


def _range(text: str, low: Number, high: Number) -> Number | None:
    between = _BETWEEN.search(text, 0, low.start) and _AND.fullmatch(text, low.end, high.start)
    if low.upper is not None or not (between or _TO.fullmatch(text, low.end, high.start)):
        return None
    scale = low.scale
    shares_scale = not high.unit_leads and (low.unit is None or low.unit_leads)
    if shares_scale and low.scale == 1 < high.scale and low.coefficient < high.coefficient:
        scale = high.scale
    if high.unit is None and low.unit_leads:
        high = replace(high, unit=low.unit)
    lower, unit = low.coefficient * scale, low.unit or high.unit
    upper = _converted(high, unit)
    if upper is None or lower >= upper:
        return None
    return replace(
        low, end=high.end, coefficient=lower, scale=1, unit=unit, upper=upper, vague=False
    )


def _converted(number: Number, unit: Unit | None) -> Decimal | None:
    """The value of `number` in `unit`, or None if they do not measure the same thing."""
    if number.unit == unit:
        return number.value
    if number.unit is None or unit is None or number.unit.base != unit.base:
        return None
    converted = Fraction(number.value) * number.unit.factor / unit.factor
    return exact(Decimal(converted.numerator) / converted.denominator)


def _share_backward(text: str, numbers: list[Number]) -> list[Number]:
    """`numbers` with the unit of a list given to all its members: 20万、50万、100万元."""
    shared = list(numbers)
    for position in range(len(shared) - 2, -1, -1):
        number, following = shared[position], shared[position + 1]
        unit = following.unit
        if number.unit or unit is None or following.unit_leads:
            continue
        if not _LIST.fullmatch(text, number.end, following.start):
            continue
        if number.scale > 1 or number.value >= 10**4:
            shared[position] = replace(number, unit=unit)
        elif not number.spoken:
            shared[position] = replace(number, unit=unit, scale=following.scale)
    return shared


def _share_forward(text: str, numbers: list[Number]) -> list[Number]:
    """`numbers` with 元 given to amounts that leave it out: 100万元、50万; 花了30万."""
    shared = list(numbers)
    yuan = unit_named("元", FigureKind.AMOUNT)
    for position, number in enumerate(shared):
        if number.unit or number.value < 10**4 or not _is_large(text, number):
            continue
        before = shared[position - 1] if position else None
        listed = before and before.unit is yuan and _LIST.fullmatch(text, before.end, number.start)
        if listed or _is_money(text, number):
            shared[position] = replace(number, unit=yuan)
    return shared


def _is_large(text: str, number: Number) -> bool:
    return any(character in "万亿wW" for character in text[number.start : number.end])


def _is_money(text: str, number: Number) -> bool:
    clause = _CLAUSE.search(text, 0, number.start)
    before = clause.group() if clause else ""
    if _SPENT.search(before) and _SPENT_ON.match(text, number.end):
        return True
    cue = (
        _MONEY.search(before)
        or _MONEY.match(text, number.end)
        or _PAID_PART.match(text, number.end)
    )
    return bool(cue and _NO_NOUN.match(text, number.end))


def _figure(text: str, number: Number) -> Figure:
    unit = number.unit or Unit("", _bare_kind(text, number))
    if unit.base == "%" and unit.name in ("成", "‰"):
        number, unit = _in_percent(number, unit), unit_named("%", FigureKind.RATE)
    return Figure(
        start=number.start,
        end=number.end,
        text=text[number.start : number.end],
        kind=unit.kind,
        value=number.value,
        unit=unit.name,
        upper=number.upper,
        modality=Modality.ABOUT if number.vague else Modality.EXACT,
    )


def _in_percent(number: Number, unit: Unit) -> Number:
    factor = Decimal(unit.factor.numerator) / unit.factor.denominator
    upper = None if number.upper is None else exact(number.upper * factor)
    return replace(number, coefficient=number.value * factor, scale=1, upper=upper)


def _bare_kind(text: str, number: Number) -> FigureKind:
    """A number before an English noun counts it; there are no units to tell by."""
    return FigureKind.COUNT if _COUNTED_NOUN.match(text, number.end) else FigureKind.NUMBER
