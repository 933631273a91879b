"""Figures in English."""

from __future__ import annotations

from decimal import Decimal

from answer.figures.dates import MONTHS
from answer.figures.model import CalendarDate, Figure, FigureKind, Modality, Value
from answer.figures.numbers import exact
from answer.figures.scope import EACH, PER_NAMES
from answer.figures.units import CURRENCY_CODES
from answer.figures.write_chinese import clock, in_chinese

_BOUNDS = {
    Modality.EXACT: "",
    Modality.AT_LEAST: "at least ",
    Modality.AT_MOST: "up to ",
    Modality.MORE_THAN: "more than ",
    Modality.LESS_THAN: "less than ",
    Modality.ABOUT: "about ",
}
_DATE_BOUNDS = {Modality.AT_LEAST: "from ", Modality.AT_MOST: "until ", Modality.ABOUT: "around "}
# Singular and plural; a count has no unit in English, whatever its measure word.
_UNITS = {
    "年": ("year", "years"),
    "个月": ("month", "months"),
    "季度": ("quarter", "quarters"),
    "周": ("week", "weeks"),
    "日": ("day", "days"),
    "工作日": ("working day", "working days"),
    "小时": ("hour", "hours"),
    "分钟": ("minute", "minutes"),
    "秒": ("second", "seconds"),
    "毫秒": ("millisecond", "milliseconds"),
    "百分点": ("percentage point", "percentage points"),
    "基点": ("basis point", "basis points"),
    "人": ("person", "people"),
    "卡时": ("card-hour", "card-hours"),
    "公里": ("km", "km"),
    "米": ("metre", "metres"),
    "平方米": ("square metre", "square metres"),
    "平方公里": ("square kilometre", "square kilometres"),
    "公顷": ("hectare", "hectares"),
    "亩": ("mu", "mu"),
    "度": ("kWh", "kWh"),
    "吨": ("tonne", "tonnes"),
    "公斤": ("kg", "kg"),
    "参数": ("parameter", "parameters"),
    "词元": ("token", "tokens"),
    **dict.fromkeys(("PFLOPS", "EFLOPS", "TFLOPS", "EB", "PB", "TB", "GB", "MB"), ("", "")),
}
_PEOPLE = frozenset({"名", "位", "人"})
_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))


def in_english(figure: Figure) -> str:
    """`figure` as English text: up to RMB 10 million in total per year; else as Chinese text."""
    if figure.kind in (FigureKind.DATE, FigureKind.TIME):
        return _bound_date(figure)
    numeric = isinstance(figure.value, Decimal) and figure.kind is not FigureKind.ORDINAL
    text = _ends(figure) if numeric else None
    if text is None:
        return in_chinese(figure)
    total = " in total" if figure.cumulative else ""
    per = "".join(" each" if name == EACH else f" per {PER_NAMES[name][1]}" for name in figure.per)
    return _BOUNDS[figure.modality] + text + total + per


def _bound_date(figure: Figure) -> str:
    lower = _date(figure.value)
    upper = _date(figure.upper) if figure.upper is not None else ""
    if lower is None or upper is None:
        return in_chinese(figure)
    if upper:
        return f"{lower} to {upper}"
    return _DATE_BOUNDS.get(figure.modality, "") + lower


def _date(value: Value) -> str | None:
    """A date in English, or None if its parts have no name there."""
    if isinstance(value, Decimal):
        return clock(value)
    if not isinstance(value, CalendarDate):
        return None
    if value.part == "底" and value.year and not value.month:
        return f"end of {value.year}"
    if value.part or (value.month is None and value.day is not None):
        return None
    if value.month is None:
        return f"the year {value.year}"
    month = MONTHS[value.month - 1]
    if value.day is None:
        return f"{month} {value.year}" if value.year else None
    return f"{month} {value.day}" + (f", {value.year}" if value.year else "")


def _ends(figure: Figure) -> str | None:
    assert isinstance(figure.value, Decimal)
    lower = _measured(figure, figure.value)
    if lower is None or not isinstance(figure.upper, Decimal):
        return lower
    upper = _measured(figure, figure.upper)
    if figure.kind in (FigureKind.AMOUNT, FigureKind.RATE):
        return f"{lower} to {upper}"
    number = _number(figure, figure.value)
    if number.replace(",", "").replace(".", "").isdigit():
        # “1 to 2 million” means one million: an end without the word takes it from the other.
        upper = _measured(figure, figure.upper, in_words=False)
    return f"{number} to {upper}"


def _measured(figure: Figure, value: Decimal, in_words: bool = True) -> str | None:
    """`value` with the figure's unit, or None if English has no name for that."""
    number = _number(figure, value) if in_words else f"{value:,f}"
    if figure.kind is FigureKind.AMOUNT:
        code = CURRENCY_CODES.get(figure.unit)
        return f"{code} {number}" if code else None
    if figure.unit == "%":
        return f"{value:f}%"
    if figure.unit == "倍":
        return f"{value:f}-fold"
    unit = "人" if figure.unit in _PEOPLE else figure.unit
    if unit in _UNITS:
        singular, plural = _UNITS[unit]
        name = singular if value == 1 else plural
        return f"{number} {name or unit}"
    bare = figure.kind is FigureKind.COUNT or not figure.unit
    return number if bare else None


def _number(figure: Figure, value: Decimal) -> str:
    for exponent, name in _SCALES:
        scaled = exact(value.scaleb(-exponent))
        places = scaled.as_tuple().exponent
        if scaled >= 1 and isinstance(places, int) and places >= -3:
            return f"{scaled:f} {name}"
    # A plain 2024 is more often a year or a name than two thousand things.
    grouped = value >= (10_000 if figure.kind is FigureKind.NUMBER else 1000)
    return f"{value:,f}" if grouped else f"{value:f}"
