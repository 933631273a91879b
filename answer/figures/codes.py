"""Figures that are checked as they are written: document numbers, phones, times, ratios, 10+2."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from answer.figures.model import Figure, FigureKind, Value
from answer.figures.numerals import read_numeral
from answer.figures.units import unit_at

_DOC_NUMBER = re.compile(
    r"(?P<prefix>[\u4e00-\u9fff]{0,10})[〔\[(] ?(?P<year>(?:19|20)[0-9]{2}) ?[〕\])] ?第?"
    r"(?P<number>[0-9]{1,5}) ?号"
)
# Words that may stand right before a document number and are no part of it.
_BEFORE_DOC_NUMBER = re.compile(
    ".*(?:依据|根据|按照|依照|遵照|对照|文号|废止|落实|参照|执行|印发|关于|有关|同时|以及|通过|通知|出台|代替"
    "|[为按和与及由的见即是了]|^据)"
)
_ORDINAL = re.compile(
    "第(?P<number>[0-9]+|[零一二三四五六七八九十百]+)"
    "(?P<unit>年|个月|届|次(?!产业)|批次|批|期|名|轮|阶段|个五年规划|个五年)"
)
_PHONE = re.compile(
    r"(?<![0-9+\-.])(?:"
    r"\(?0[1-9][0-9]{1,2}\)?[- ]?[2-8][0-9]{6,7}|1[3-9][0-9]{9}|[48]00-?[0-9]{3}-?[0-9]{4}"
    r"|[2-8][0-9]{7}|12[0-9]{3}|(?<=热线)[0-9]{3,8}|(?<=电话)[0-9]{3,8}|(?<=拨打)[0-9]{3,8}"
    r")(?![0-9.%-][0-9]|[0-9+%])"
)
_SUM = re.compile(r"(?<![0-9A-Za-z.+])[0-9]{1,3}(?:\+[0-9]{1,3})+(?:\+[A-Z])?(?![0-9A-Za-z+%])")
_RATIO = re.compile(
    r"(?<![0-9.:/])[0-9]+(?:\.[0-9]+)?(?::[0-9]+(?:\.[0-9]+)?)+(?![0-9:])"
    r"|(?<![0-9.:/A-Za-z])[1-9][0-9]?/[1-9][0-9]?(?![0-9/.A-Za-z])"
)
# First and last hour that count from noon, by half of the day: 下午1点, but 晚上1点 is at night.
_FROM_NOON = {"中午": (0, 4), "下午": (0, 11), "晚上": (5, 12), "晚": (5, 12)}
_HALF_DAYS = ("上午", "早上", "凌晨", *_FROM_NOON)
_CLOCK = re.compile(
    rf"(?:(?P<half_day>{'|'.join(_HALF_DAYS)}) ?)?(?<![0-9:.])(?P<hour>2[0-4]|[01]?[0-9])(?:"
    r"(?P<mark>:)(?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9]))?(?![0-9:])"
    r"|(?P<han>[时点])(?![间期代评位击])(?:(?P<han_minute>[0-5]?[0-9])分(?![之钟])|(?P<half>半)|整)?)"
)
_BEFORE_CLOCK = re.compile("[日号天 \uffff至到-]$|^$")


def find_codes(text: str) -> Iterator[Figure]:
    """The document numbers of `text` (plain), then its sums, such as “10+2” and “1+3+N”."""
    for match in _DOC_NUMBER.finditer(text):
        prefix = match["prefix"]
        lead = _BEFORE_DOC_NUMBER.match(prefix)
        start = match.start() + (lead.end() if lead else 0)
        value = f"{prefix[start - match.start() :]}〔{match['year']}〕{int(match['number'])}号"
        yield _figure(text, start, match.end(), FigureKind.DOC_NUMBER, value)
    for match in _SUM.finditer(text):
        yield _figure(text, *match.span(), FigureKind.NUMBER, match.group())


def find_ordinals(text: str) -> Iterator[Figure]:
    """The ordinals of `text` (plain) that name a time or a turn: 第3年, 第二批, 第十五届."""
    for match in _ORDINAL.finditer(text):
        value = _order(match["number"])
        if value is not None:
            unit = match["unit"].removeprefix("个")
            yield _figure(text, *match.span(), FigureKind.ORDINAL, value, unit=unit)


def _order(number: str) -> Decimal | None:
    return Decimal(number) if number.isascii() else read_numeral(number)


def find_phones(text: str) -> Iterator[Figure]:
    """The phone numbers of `text` (plain, dates blanked): eight bare digits are one, too."""
    for match in _PHONE.finditer(text):
        scaled = text.startswith(("万", "亿", "千", "w"), match.end())
        if not scaled and unit_at(text, match.end()) is None:
            digits = re.sub(r"[^0-9]", "", match.group())
            yield _figure(text, *match.span(), FigureKind.PHONE, digits)


def find_times(text: str) -> Iterator[Figure]:
    """The times of day in `text` (plain, dates blanked): 17:30, 下午5点半, 17时."""
    for match in _CLOCK.finditer(text):
        half_day, hour = match["half_day"], int(match["hour"])
        # “1:1” and “按1:50” are ratios, “3点建议” counts: a time says 时, names its half of the
        # day, follows a date or has both its hour and its minutes in two digits.
        said = match["han"] == "时" or match["han_minute"]
        named = half_day or said or _BEFORE_CLOCK.search(text, 0, match.start())
        if not named and not (match["mark"] and len(match["hour"]) == 2):
            continue
        minute = int(match["minute"] or match["han_minute"] or (30 if match["half"] else 0))
        value = Decimal(
            3600 * _of_the_day(half_day, hour) + 60 * minute + int(match["second"] or 0)
        )
        yield _figure(text, *match.span(), FigureKind.TIME, value, unit="时刻")


def _of_the_day(half_day: str | None, hour: int) -> int:
    """The hour from 0 to 24: 中午1点 is 13, 凌晨12点 begins the day and 晚上12点 ends it."""
    if half_day == "凌晨" and hour == 12:
        return 0
    first, last = _FROM_NOON.get(half_day or "", (0, -1))
    return hour + 12 if first <= hour <= last else hour


def find_ratios(text: str) -> Iterator[Figure]:
    """The ratios of `text` (plain, times blanked): 1:1, 3:7, 1/3."""
    for match in _RATIO.finditer(text):
        yield _figure(text, *match.span(), FigureKind.RATIO, match.group())


def _figure(
    text: str, start: int, end: int, kind: FigureKind, value: Value, unit: str = ""
) -> Figure:
    return Figure(start=start, end=end, text=text[start:end], kind=kind, value=value, unit=unit)
