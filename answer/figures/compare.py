"""When two figures say the same."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from answer.figures.model import Figure, FigureKind, Modality, Value
from answer.figures.units import unit_named

_DOC_NUMBER = re.compile("(?P<prefix>.*)(?P<rest>〔.*)")
_DATED = frozenset({FigureKind.DATE, FigureKind.TIME})
_DIRECTED = frozenset({Modality.AT_LEAST, Modality.AT_MOST})
_LOCAL_NUMBER = 7  # digits of the shortest phone number that an area code may stand before


def same_value(first: Figure, second: Figure) -> bool:
    """Whether both state the same value of the same thing, whatever the words around them.

    Values compare exactly and in a common unit: 2000万元 = 2千万元 = RMB 20 million, 30% =
    百分之三十, 1年 = 12个月, 4.5EFLOPS = 4500PFLOPS, 10名 = 10人; but 365天 ≠ 1年 and 5个 ≠ 5家. An
    English count has no measure word and equals any count of that number. Of document and phone
    numbers, one may lack what stands in front: the words before 〔, the area code.
    """
    if first.kind is not second.kind or (first.upper is None) != (second.upper is None):
        return False
    ends = [(first.value, second.value)]
    if first.upper is not None and second.upper is not None:
        ends.append((first.upper, second.upper))
    return all(_equal(first, a, second, b) for a, b in ends)


def _equal(first: Figure, value: Value, second: Figure, other: Value) -> bool:
    if first.kind is FigureKind.DOC_NUMBER:
        return _same_doc_number(str(value), str(other))
    if first.kind is FigureKind.PHONE:
        return _same_phone(str(value), str(other))
    if isinstance(value, Decimal) and isinstance(other, Decimal):
        if first.kind is FigureKind.COUNT and "" in (first.unit, second.unit):
            return value == other
        return measure(first, value) == measure(second, other)
    return value == other


def measure(figure: Figure, value: Decimal) -> tuple[str, Fraction]:
    """`value` of the figure's unit as a base unit and how many of it."""
    unit = unit_named(figure.unit, figure.kind)
    return unit.base, Fraction(value) * unit.factor


def _same_doc_number(first: str, second: str) -> bool:
    a, b = _DOC_NUMBER.fullmatch(first), _DOC_NUMBER.fullmatch(second)
    if not a or not b or a["rest"] != b["rest"]:
        return False
    return a["prefix"].endswith(b["prefix"]) or b["prefix"].endswith(a["prefix"])


def _same_phone(first: str, second: str) -> bool:
    short, long = sorted((first, second), key=len)
    area_code = long[: len(long) - len(short)]
    return long.endswith(short) and (not area_code or _is_area_code(area_code, short))


def _is_area_code(code: str, number: str) -> bool:
    return code.startswith("0") and 3 <= len(code) <= 4 and len(number) >= _LOCAL_NUMBER


def same_modality(first: Figure, second: Figure) -> bool:
    """Whether both bind their value alike: 最高 = 不超过, 不低于 = 以上, but 最高 ≠ 不低于 ≠ 超过.

    A date without a direction agrees with one that begins or ends there (3月19日施行, 自3月19日起);
    “from” and “until” never agree.
    """
    if first.modality is second.modality:
        return True
    pair = {first.modality, second.modality}
    dated = first.kind in _DATED and second.kind in _DATED
    return dated and Modality.EXACT in pair and bool(pair & _DIRECTED)


def same_meaning(first: Figure, second: Figure) -> bool:
    """Whether both state the same value, bind it alike, and count it by the same things.

    That is `same_value` and `same_modality`, both cumulative or neither, and the same `per`: a cap
    (最高500万元) is not what each company gets (每家500万元), and 累计500万元 not 每年500万元.
    """
    return (
        same_value(first, second)
        and same_modality(first, second)
        and first.cumulative == second.cumulative
        and first.per == second.per
    )
