"""The years that a question speaks of."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_YEAR = re.compile(
    r"(?<![0-9.])(?P<year>(?:19|20)[0-9]{2})(?=年|[-./][0-9]{1,2}\b|\b)(?!万|元|亿|人|家|%|号)"
)
_SPAN = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})年?(?:-|—|–|~|至|到)((?:19|20)[0-9]{2})(?![0-9])")
_DOCUMENT_NUMBER = re.compile(
    r"[〔\[(【](?:19|20)[0-9]{2}[〕\])】]|(?:19|20)[0-9]{2}年?第?[0-9]{1,5}号"
)
_DAY = re.compile(
    r"(?<![0-9.])(?P<year>(?:19|20)[0-9]{2})年(?P<month>1[0-2]|0?[1-9])月"
    r"(?:(?P<day>3[01]|[12][0-9]|0?[1-9])[日号])?"
)
# Not what comes after something or before it: 投产后年产值, 今后年度, 以前年度, 税前年薪.
AFTER_NEXT = "(?<![以之今此往税最然产成立建营驻定册])后年(?![产营薪均度销租检审])"
_BEFORE_LAST = "(?<![大以之此当目税先提])前年"
_RELATIVE: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile("大前年"), -3),
    (re.compile(f"{_BEFORE_LAST}|year before last"), -2),
    (re.compile(r"去年|上一?年度?(?!限)|\blast year"), -1),
    (re.compile(r"今年|本年度|这一年|当前年度|\bthis year"), 0),
    (re.compile(r"明年|下一年度?|来年|\bnext year"), 1),
    (re.compile(AFTER_NEXT), 2),
)


def years(text: str, today: date | None = None) -> tuple[int, ...]:
    """The years that `text` (plain) names, in order; 去年 and the like only when `today` is given.

    Numbers of documents (〔2025〕) are no years of the question.
    """
    bare = _DOCUMENT_NUMBER.sub(" ", text)
    found = [
        (match.start(), int(year)) for match in _SPAN.finditer(bare) for year in match.groups()
    ]
    found += [(match.start(), int(match["year"])) for match in _YEAR.finditer(bare)]
    if today is not None:
        found += [
            (match.start(), today.year + shift)
            for pattern, shift in _RELATIVE
            for match in pattern.finditer(bare.lower())
        ]
    return tuple(dict.fromkeys(year for _, year in sorted(found)))


def period(text: str, today: date) -> tuple[date, date] | None:
    """First and last day of the time that `text` (plain) names; None if it names none, or now.

    The finest that is named counts: a day, a month, else its years from the first to the last.
    """
    bare = _DOCUMENT_NUMBER.sub(" ", text)
    if match := _DAY.search(bare):
        year, month = int(match["year"]), int(match["month"])
        last = monthrange(year, month)[1]
        if match["day"] is None:
            return date(year, month, 1), date(year, month, last)
        day = min(int(match["day"]), last)
        return date(year, month, day), date(year, month, day)
    named = years(text, today)
    if not named or set(named) == {today.year}:
        return None
    return date(min(named), 1, 1), date(max(named), 12, 31)
