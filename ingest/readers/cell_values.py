"""Spreadsheet values as the sheet shows them: 30% and 2025年3月19日, not 0.3 and 45735."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_PLACEHOLDERS = re.compile(r"[#0?][#0?,.]*")


def shown(value: object, number_format: str) -> str:
    """Return the text of a cell's value under an Excel number format.

    Covers dates, times, percentages, decimals, thousands separators and units in quotes
    (`0"万元"`); any other number is shown in full.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime | date | time):
        return _shown_date(value, number_format)
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, int | float):
        return _shown_number(value, number_format)
    return str(value).strip()


def _shown_date(value: datetime | date | time, number_format: str) -> str:
    if isinstance(value, time):
        return value.isoformat("minutes")
    lowered = number_format.lower()
    in_chinese = "年" in number_format or "31" in re.sub(r"\[[^]]*\]", "", number_format)
    has_day = "d" in lowered or not in_chinese
    if "y" in lowered and not has_day:
        return f"{value.year}年{value.month}月" if in_chinese else f"{value.year}-{value.month:02d}"
    day = f"{value.year}年{value.month}月{value.day}日" if in_chinese else value.isoformat()[:10]
    if isinstance(value, datetime) and (value.hour or value.minute) and "h" in lowered:
        return f"{day} {value:%H:%M}"
    return day


def _shown_number(value: int | float, number_format: str) -> str:
    section = _section(value, number_format)
    bare = _LITERAL.sub("", section)
    if number_format in {"General", "@"} or not _PLACEHOLDERS.search(bare) or "E" in bare:
        return _general(value)
    decimals = len(match[1]) if (match := re.search(r"\.([#0?]+)", bare)) else 0
    optional = bool(match and "#" in match[1])
    number = abs(value) if value < 0 and ";" in number_format else value
    number = number * 100 if "%" in bare else number
    text = f"{number:,.{decimals}f}" if ",0" in bare or ",#" in bare else f"{number:.{decimals}f}"
    if optional:
        text = text.rstrip("0").rstrip(".")
    return _with_literals(section, text)


def _section(value: int | float, number_format: str) -> str:
    """Formats are “positive;negative;zero”, each with remarks like [Red] or [$-804]."""
    sections = number_format.split(";")
    place = 1 if value < 0 and len(sections) > 1 else 2 if value == 0 and len(sections) > 2 else 0
    kept = re.sub(r"\[\$([^-\]]*)[^\]]*\]", r'"\1"', sections[place])
    return re.sub(r"\[[^]]*\]|_.|\*.", "", kept)


def _with_literals(section: str, number: str) -> str:
    match = _PLACEHOLDERS.search(_LITERAL.sub(lambda found: "\0" * len(found[0]), section))
    if match is None:
        return number
    return _plain(section[: match.start()]) + number + _plain(section[match.end() :])


def _plain(part: str) -> str:
    return _LITERAL.sub(lambda found: found[1] or found[2] or "", part).rstrip()


def _general(value: int | float) -> str:
    if isinstance(value, int) or value.is_integer():
        return str(int(value))
    # Excel keeps 15 digits; that hides binary noise such as 0.1 + 0.2.
    return f"{value:.15g}"
