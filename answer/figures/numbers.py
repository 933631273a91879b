"""Numbers with their units, as they are written: 2000万元, 二十多个, 百分之三十, RMB 10 million."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from answer.figures.model import FigureKind
from answer.figures.names import CURRENCY_BEHIND, blank
from answer.figures.numerals import read_numeral
from answer.figures.units import CURRENCY_CODE, CURRENCY_CODES, Unit, unit_at, unit_named

_SCALES = {"万亿": 10**12, "千亿": 10**11, "百亿": 10**10, "十亿": 10**9, "亿": 10**8,
           "千万": 10**7, "百万": 10**6, "十万": 10**5, "万": 10**4, "千": 10**3, "百": 10**2,
           "w": 10**4, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
           "mn": 10**6, "bn": 10**9, "m": 10**6, "k": 10**3}  # fmt: skip
_CURRENCIES = {code: name for name, code in CURRENCY_CODES.items()} | {
    "CNY": "元", "¥": "元", "HK$": "港元", "US$": "美元", "$": "美元", "€": "欧元", "£": "英镑",
}  # fmt: skip
WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
         "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
         "nineteen", "twenty")  # fmt: skip

_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
_HAN = "[零一二两三四五六七八九十百千万亿]+(?:点[零一二三四五六七八九]+[十百千]?[万亿]*)?"
_SHARE = re.compile(rf"(?P<whole>{_DIGITS}|{_HAN})分之(?P<part>{_DIGITS}|{_HAN})|一半")
_ARABIC = re.compile(rf"(?<![0-9.]){_DIGITS}")
_NUMERAL = re.compile(_HAN)
_HALF = re.compile("(?<![一两上下每大前后多过对夜年])半(?=年|个月|天|个?小时)")
_WORD = re.compile(
    rf"(?<![A-Za-z-])(?i:{'|'.join(sorted(WORDS, key=len, reverse=True))})(?=[ -][A-Za-z])"
)
_SCALE = re.compile(
    r" ?(万亿|千亿|百亿|十亿|亿|千万|百万|十万|万(?![科兆])|千(?![米瓦克])|百(?!分)"
    r"|[wW](?![A-Za-z])|(?i:thousand|million|billion|trillion|bn|mn)\b)"
)
_SHORT_SCALE = re.compile(r"([kKmM])\b")  # only beside a currency: “3m” alone is no three million
_SPOKEN_SCALE = re.compile("个(亿)(?!元?级|吨|人)")  # 一个亿, 两个亿
_VAGUE = re.compile("[余多来]")
_CURRENCY = re.compile(rf"({CURRENCY_CODE}|HK\$|US\$|[¥$€£]) ?$")
_MIDDLE = re.compile("个([半多])(月|小时|工作日)")


def exact(value: Decimal) -> Decimal:
    """`value` without trailing zeros or an exponent: 1.50 → 1.5, 2E+7 → 20000000."""
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()


@dataclass(frozen=True, slots=True)
class Number:
    """A number and its unit; its value is `coefficient * scale`.

    `spoken` numbers are written in words (三, three), `vague` ones carry 余, 多 or 来. With
    `unit_leads` the unit stands in front (RMB 20, 百分之三). `upper` is the other end of a range.
    """

    start: int
    end: int
    coefficient: Decimal
    scale: int = 1
    unit: Unit | None = None
    vague: bool = False
    spoken: bool = False
    unit_leads: bool = False
    upper: Decimal | None = None

    @property
    def value(self) -> Decimal:
        """The number that is meant."""
        return exact(self.coefficient * self.scale)


def find_numbers(text: str) -> list[Number]:
    """Every number in `text` (plain, names and dates blanked), in order."""
    found = list(_shares(text))
    for pattern, spoken in ((_ARABIC, False), (_NUMERAL, True), (_HALF, True), (_WORD, True)):
        left = blank(text, [(number.start, number.end) for number in found])
        for match in pattern.finditer(left):
            value = _value(match.group())
            if value is not None:
                found.append(_extended(left, Number(*match.span(), value, spoken=spoken)))
    return sorted(found, key=lambda number: number.start)


def _value(written: str) -> Decimal | None:
    if written[0].isdigit() and written.isascii():
        return Decimal(written.replace(",", ""))
    if written == "半":
        return Decimal("0.5")
    if written.isascii():
        return Decimal(WORDS.index(written.lower()) + 1)
    return read_numeral(written)


def _shares(text: str) -> Iterator[Number]:
    """百分之三十, 千分之五, 十分之一, 一半, each in percent where that is exact."""
    for match in _SHARE.finditer(text):
        part, whole = (_value(match[name]) if match[name] else None for name in ("part", "whole"))
        if match.group() == "一半":
            part, whole = Decimal(1), Decimal(2)
        if not part or not whole:
            continue
        percent = Fraction(part) * 100 / Fraction(whole)
        exact = Decimal(percent.numerator) / percent.denominator
        if Fraction(exact) == percent:
            unit = unit_named("%", FigureKind.RATE)
            yield Number(*match.span(), exact, unit=unit, unit_leads=True)
        else:
            unit = unit_named(f"1/{whole}", FigureKind.RATE)
            yield Number(*match.span(), part, unit=unit, unit_leads=True)


def _extended(text: str, number: Number) -> Number:
    """`number` with the currency before it and the multiplier and the unit behind it."""
    currency = _CURRENCY.search(text, max(0, number.start - 4), number.start)
    if currency:
        unit = unit_named(_CURRENCIES[currency[1]], FigureKind.AMOUNT)
        number = replace(number, start=currency.start(), unit=unit, unit_leads=True)
    number = _scaled(text, _made_vague(text, number))
    return _with_unit(text, _made_vague(text, number))


def _made_vague(text: str, number: Number) -> Number:
    """`number` with the 余, 多 or 来 behind it, if a multiplier or a unit follows that."""
    follows = number.end + 1
    if not _VAGUE.match(text, number.end):
        return number
    if _SCALE.match(text, follows) or _unit_behind(text, follows):
        return replace(number, end=follows, vague=True)
    return number


def _scaled(text: str, number: Number) -> Number:
    spoken = _SPOKEN_SCALE.match(text, number.end)
    if spoken:
        return replace(number, end=spoken.end(), scale=_SCALES[spoken[1]])
    # The multipliers of a spoken number belong to it, unless 余 or 多 stands between.
    if number.spoken and not number.vague and not text[number.start].isascii():
        return number
    scale = _SCALE.match(text, number.end)
    if scale is None and (number.unit_leads or CURRENCY_BEHIND.match(text, number.end + 1)):
        scale = _SHORT_SCALE.match(text, number.end)
    if scale is None:
        return number
    return replace(number, end=scale.end(), scale=_SCALES[scale[1].lower()])


def _with_unit(text: str, number: Number) -> Number:
    middle = _MIDDLE.match(text, number.end)
    if middle:
        unit = unit_named("个月" if middle[2] == "月" else middle[2], FigureKind.PERIOD)
        number = replace(number, end=middle.end(), unit=unit)
        return replace(number, vague=True) if middle[1] == "多" else _and_a_half(number)
    found = _unit_behind(text, number.end)
    if found is None or (number.spoken and found[0].arabic):
        return number
    unit, end = found
    if number.unit_leads and unit is not number.unit:
        return number
    if unit.name == "年" and text[end : end + 1] == "半":
        return _and_a_half(replace(number, end=end + 1, unit=unit))
    return replace(number, end=end, unit=unit)


def _and_a_half(number: Number) -> Number:
    return replace(number, coefficient=number.coefficient + Decimal("0.5"))


def _unit_behind(text: str, position: int) -> tuple[Unit, int] | None:
    """The unit at `position`, or behind the one space or, for a Latin one, hyphen there."""
    if text[position : position + 1] == " " or re.match("-[A-Za-z]", text[position : position + 2]):
        position += 1
    return unit_at(text, position)
