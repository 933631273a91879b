"""Dates: 2025年3月19日, 2025-03-19, 2025年底, 3月25日至4月14日, 2023—2025年, March 19, 2025."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from answer.figures.model import CalendarDate, Figure, FigureKind, Value
from answer.figures.names import blank
from answer.figures.numerals import read_numeral

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")  # fmt: skip
_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, 1)}
_PARTS = {"年底": "底", "年末": "底", "末": "底", "End of": "底", "end of": "底", "年初": "初"} | {
    f"{ordinal}{written}季度": f"{canonical}季度"
    for canonical, written in zip("一二三四" * 2, "一二三四1234", strict=True)
    for ordinal in ("", "第")
}
TO = r" ?(?:-{1,2}|~|至|到) ?"

_YEAR = r"(?<![0-9.])(?P<year>(?:19|20)[0-9]{2})(?![0-9])"
_MONTH = r"(?<![0-9.])(?P<month>1[0-2]|0?[1-9])(?![0-9])"
_DAY = r"(?<![0-9.])(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9])"
_WITH_YEAR = rf"{_YEAR} ?年度? ?"
_DAY_WORD = "[日号](?![线楼])"
_AFTER_MONTH = "份?(?![亮球饼薪租息费均度嫂子])"
_DIGIT = "一二三四五六七八九"
_HAN_YEAR = rf"(?P<year>[一二][零九][零{_DIGIT}]{{2}})年度?"
_HAN_MONTH = rf"(?<![{_DIGIT}十零百几数])(?P<month>十[一二]?|[{_DIGIT}])月"
_HAN_DAY = rf"(?P<day>三十一?|二?十[{_DIGIT}]?|[{_DIGIT}])[日号]"
_YEAR_PART = "(?P<part>年?[底末初]|上半年|下半年|第?[一二三四1-4]季度)?"
_MONTH_PART = "(?P<part>[上中下]旬|[底末初](?![步级]))?"
_NAME = "(?P<name>" + "|".join(rf"\b{month}|\b{month[:3]}\b\.?" for month in MONTHS) + ")"
_LATIN_DAY = r"(?P<day>3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9])"
_LATIN_YEAR = r"(?P<year>(?:19|20)[0-9]{2})(?![0-9]|[,.][0-9])"

# An earlier form takes its characters before a later one looks at them.
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_YEAR}(?P<sep>[-/.])(?P<month>1[0-2]|0?[1-9])(?P=sep)"
        r"(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9])",
        r"(?<![0-9.])(?P<year>(?:19|20)[0-9]{2})(?P<month>0[1-9]|1[0-2])"
        r"(?P<day>0[1-9]|[12][0-9]|3[01])(?! ?[0-9元万亿%个家人名])",
        # The first end of a range that names the unit once: 2023—2025年, 3—5月, 3月10—15日.
        rf"{_YEAR}(?={TO}(?:19|20)[0-9]{{2}} ?(?:年|级?届))",
        rf"(?:{_WITH_YEAR})?{_MONTH}(?={TO}(?:1[0-2]|[1-9]) ?月)",
        rf"(?:{_WITH_YEAR})?{_MONTH} ?月 ?{_DAY}(?={TO}[1-3]?[0-9] ?[日号])",
        rf"{_WITH_YEAR}{_MONTH} ?月份? ?{_DAY} ?{_DAY_WORD}",
        rf"{_WITH_YEAR}{_MONTH} ?月{_AFTER_MONTH}{_MONTH_PART}",
        rf"{_YEAR} ?年(?!代|级)度?{_YEAR_PART}",
        rf"{_HAN_YEAR}{_HAN_MONTH}{_HAN_DAY}",
        rf"{_HAN_YEAR}{_HAN_MONTH}{_MONTH_PART}",
        rf"{_HAN_YEAR}{_YEAR_PART}",
        rf"{_YEAR}级?届",
        "(?P<part>第?[一二三四1-4]季度)",
        rf"{_MONTH} ?月份? ?{_DAY} ?{_DAY_WORD}",
        rf"{_MONTH} ?月{_AFTER_MONTH}{_MONTH_PART}",
        rf"{_HAN_MONTH}{_HAN_DAY}",
        rf"{_HAN_MONTH}{_AFTER_MONTH}{_MONTH_PART}",
        rf"{_NAME} {_LATIN_DAY},? {_LATIN_YEAR}",
        rf"\b{_LATIN_DAY} {_NAME},? {_LATIN_YEAR}",
        rf"{_NAME},? {_LATIN_YEAR}",
        rf"{_NAME} {_LATIN_DAY}",
        rf"(?P<part>\b[Ee]nd of) {_LATIN_YEAR}",
        *(
            rf"(?<=\b{word} ){_LATIN_YEAR}"
            for word in ("[Yy]ear", "[Ii]n", "[Bb]y", "[Ss]ince", "[Uu]ntil")
        ),
        rf"{_YEAR}-(?P<month>1[0-2]|0[1-9])(?![0-9\-])",
        rf"(?<!月){_DAY}日(?![常报均本期志元内的]|以内|之内|以上|以下|后)",
    )
)
_DAY_ALONE = _FORMS[-1]
# Behind these words “5日” is five days; elsewhere it is the fifth.
_LASTING = re.compile(
    "(?:少于|低于|超过|至少|最[长多]|公示期?|满|提前|连续|累计|期限为?|每|共|逾期|约) ?$"
)
_BETWEEN = re.compile(rf" ?起?{TO}| (?:to|until|through) (?:the year )?")


def find_dates(text: str) -> list[Figure]:
    """The dates of `text` (plain, names blanked), in order; a stretch of time is one figure."""
    found: list[Figure] = []
    left = text
    for form in _FORMS:
        matches = [match for match in form.finditer(left) if not _lasts(text, form, match)]
        found += [_figure(match) for match in matches]
        left = blank(left, [match.span() for match in matches])
    found.sort(key=lambda figure: figure.start)
    return list(_join(text, found))


def _lasts(text: str, form: re.Pattern[str], match: re.Match[str]) -> bool:
    return form is _DAY_ALONE and bool(_LASTING.search(text, 0, match.start()))


def _figure(match: re.Match[str]) -> Figure:
    groups = match.groupdict()
    name = groups.get("name")
    month = _MONTH_NUMBERS[name[:3]] if name else _number(groups.get("month"))
    part = _PARTS.get(groups.get("part") or "", groups.get("part") or "")
    date = CalendarDate(_number(groups.get("year")), month, _number(groups.get("day")), part)
    return Figure(
        start=match.start(), end=match.end(), text=match.group(), kind=FigureKind.DATE, value=date
    )


def _number(digits: str | None) -> int | None:
    if digits is None:
        return None
    value = int(digits) if digits.isdigit() and digits.isascii() else read_numeral(digits)
    return None if value is None else int(value)


def _join(text: str, dates: list[Figure]) -> Iterator[Figure]:
    """`dates` with each pair that 至, 到 or a dash connects made one figure."""
    position = 0
    while position < len(dates):
        first, second = dates[position], dates[position + 1 : position + 2]
        upper = _upper_end(text, first, second[0]) if second else None
        if upper is None:
            yield first
            position += 1
        else:
            lower = _completed(first.value, upper) if _is_latin(first) else first.value
            end = second[0].end
            yield replace(first, end=end, text=text[first.start : end], value=lower, upper=upper)
            position += 2


def _upper_end(text: str, first: Figure, second: Figure) -> CalendarDate | None:
    """The later end of the stretch from `first` to `second`, or None if they are two dates."""
    if not _BETWEEN.fullmatch(text, first.end, second.start):
        return None
    upper = _completed(second.value, first.value)
    assert isinstance(first.value, CalendarDate)
    same_grain = (upper.day is None) == (first.value.day is None)
    return upper if same_grain and (upper.month is None) == (first.value.month is None) else None


def _completed(date: Value, other: Value) -> CalendarDate:
    """`date` with the year, and for a bare day the month, that it leaves to `other` to say."""
    assert isinstance(date, CalendarDate)
    assert isinstance(other, CalendarDate)
    month = other.month if date.month is None and date.day is not None else date.month
    return replace(date, year=other.year if date.year is None else date.year, month=month)


def _is_latin(figure: Figure) -> bool:
    return figure.text[:1].isalpha() and figure.text.isascii()
