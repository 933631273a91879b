"""Figures in Chinese."""

from __future__ import annotations

from decimal import Decimal

from answer.figures.model import CalendarDate, Figure, FigureKind, Modality, Value
from answer.figures.numbers import exact
from answer.figures.numerals import write_numeral

_BOUNDS = {
    Modality.EXACT: "",
    Modality.AT_LEAST: "不低于",
    Modality.AT_MOST: "最高",
    Modality.MORE_THAN: "超过",
    Modality.LESS_THAN: "低于",
    Modality.ABOUT: "约",
}
_OF_COUNTS = {Modality.AT_LEAST: "不少于", Modality.AT_MOST: "不超过", Modality.LESS_THAN: "少于"}
_OF_PERIODS = {Modality.AT_LEAST: "不少于", Modality.AT_MOST: "最长"}
_WITH_MEASURE_WORD = frozenset({"季度", "工作日", "百分点", "基点", "学期", "学年", "五年规划"})
_DATES = frozenset({FigureKind.DATE, FigureKind.TIME})


def in_chinese(figure: Figure) -> str:
    """`figure` as Chinese text: 每年累计最高500万元, 5万—100万元, 自2025年3月19日起."""
    if figure.kind in _DATES:
        return _bound_date(figure)
    per = "".join(f"每{name}" for name in figure.per)
    cumulative = "累计" if figure.cumulative else ""
    return per + cumulative + _bound(figure) + _ends(figure)


def _bound(figure: Figure) -> str:
    special: dict[Modality, str] = {}
    if figure.kind in (FigureKind.COUNT, FigureKind.QUANTITY):
        special = _OF_COUNTS
    elif figure.kind is FigureKind.PERIOD:
        special = _OF_PERIODS
    return special.get(figure.modality) or _BOUNDS[figure.modality]


def _bound_date(figure: Figure) -> str:
    text = chinese_date(figure.value)
    if figure.upper is not None:
        return f"{text}至{chinese_date(figure.upper)}"
    if figure.modality is Modality.AT_LEAST:
        return f"自{text}起"
    if figure.modality is Modality.AT_MOST:
        return f"至{text}"
    return f"{text}前后" if figure.modality is Modality.ABOUT else text


def chinese_date(value: Value) -> str:
    """A date as 2025年3月19日, a time in seconds since midnight as 17:30."""
    if isinstance(value, Decimal):
        return clock(value)
    assert isinstance(value, CalendarDate)
    year = "" if value.year is None else f"{value.year}年"
    month = "" if value.month is None else f"{value.month}月"
    day = "" if value.day is None else f"{value.day}日"
    return year + month + day + value.part


def clock(seconds: Decimal) -> str:
    """A time of day as 17:30, or 17:30:05 if it has seconds."""
    minutes, second = divmod(int(seconds), 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour:02}:{minute:02}" + (f":{second:02}" if second else "")


def _ends(figure: Figure) -> str:
    if not isinstance(figure.value, Decimal):
        return str(figure.value)
    if figure.unit.startswith("1/"):
        return f"{write_numeral(int(figure.unit[2:]))}分之{write_numeral(int(figure.value))}"
    if figure.kind is FigureKind.ORDINAL:
        return f"第{figure.value}{_measure_word(figure.unit)}"
    unit = _measure_word(figure.unit)
    lower = _number(figure, figure.value)
    if not isinstance(figure.upper, Decimal):
        return _half_year(lower + unit)
    upper = _number(figure, figure.upper)
    # “1—2万元” means 10,000 to 20,000: a lower end without its own 万 keeps its unit.
    shared = unit != "%" and (lower[-1] in "万亿" or upper[-1] not in "万亿")
    return f"{lower}{'' if shared else unit}—{upper}{unit}"


def _half_year(text: str) -> str:
    return "半年" if text == "0.5年" else text


def _measure_word(unit: str) -> str:
    if unit == "日":
        return "天"  # 5日 is also the fifth
    return f"个{unit}" if unit in _WITH_MEASURE_WORD else unit


def _number(figure: Figure, value: Decimal) -> str:
    """`value` with 万 or 亿 where that is shorter; plain numbers with separators instead."""
    if figure.kind is FigureKind.NUMBER:
        return f"{value:,f}" if value >= 10_000 else f"{value:f}"
    if figure.kind is not FigureKind.RATE:
        for name, scale in (("亿", 8), ("万", 4)):
            scaled = exact(value.scaleb(-scale))
            exponent = scaled.as_tuple().exponent
            if scaled >= 1 and isinstance(exponent, int) and exponent >= -2:
                return f"{scaled:f}{name}"
    return f"{value:f}"
