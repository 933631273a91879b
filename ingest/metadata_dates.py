"""From when and until when a document says that it is valid, where that is unmistakable."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from ingest.clauses.numerals import number

Value = TypeVar("Value")

_DAY = r"(?P<year>(?:19|20)\d\d)\s*[年/.-]\s*(?P<month>\d{1,2})\s*[月/.-]\s*(?P<day>\d{1,2})\s*日?"
_VERB = "(?:正式)?(?:施行|试行|实施|执行|生效)"
_NUMBER = r"(?P<number>\d{1,2}|[一二两三四五六七八九十])"
# What may stand before the words within their part of a sentence: a clause number, a bullet,
# “本办法”. Anything else (《另一办法》自…起施行, 证书有效期三年) speaks of something else.
_LEAD = (
    r"^[\s\-*•(（]*(?:第[一二三四五六七八九十百\d]+条|[（(]?[一二三四五六七八九十\d]+[、.)）])?\s*"
    "(?:本[^《》自]{1,12})?"
)
_START = re.compile(rf"{_LEAD}(?:自|从)?{_DAY}起?{_VERB}")
_NOTED_START = re.compile(rf"(?:自|从)?{_DAY}起")
# “印发之日起三年” and “发布之日起施行”, but not “发布之日起30日后施行” or “印发之日起两个月内”.
_ISSUED = re.compile(
    rf"{_LEAD}(?:自|从)?(?P<act>印发|下发|发布|公布|颁布)之日起\s*(?={_VERB}|有效|{_NUMBER}年)"
)
_PERIOD = re.compile(
    rf"{_LEAD}(?:的)?(?:有效期限?|试行期限?)(?:为|是|:|：)?\s*{_NUMBER}\s*个?(?P<unit>年|月)"
)
_SINCE_ISSUE = re.compile(rf"之日起\s*{_NUMBER}\s*个?(?P<unit>年)")
_UNTIL = re.compile(rf"{_LEAD}(?:有效期限?|试行期限?|有效)(?:为)?(?:截?至|到)\s*{_DAY}")
_VALIDITY_HEADING = re.compile("附则|效力|有效期|施行|实施日期|生效|期限|废止")
_ABOUT_SOMETHING_ELSE = re.compile("认定|资格|证书|称号|名单|资质|意见反馈")
_STARTS = re.compile("施行|试行|实施|执行|生效|之日起")
_SENTENCE = re.compile("[。；;\n]")
_PART = re.compile("[，,、]|[(（]")
# A day of which the notes say that it is another one than that of issue.
_NOT_ISSUED = re.compile("转发|转载|网页|报道|媒体|发布会|征求意见")
_LAST_SENTENCES = 8


@dataclass(frozen=True, slots=True)
class Term:
    """What is said of a validity: its first and last day, its length in months, each if said."""

    start: date | None = None
    until: date | None = None
    months: int | None = None
    from_issue: str = ""

    def completed(self, published: date | None) -> Term:
        """With the start counted from issue, if that is said."""
        return replace(self, start=self.start or (published if self.from_issue else None))

    def given(self, start: date | None, until: date | None) -> Term:
        """With the dates that are known for sure in place of what is said; the end is counted.

        An end before the start is a misreading: neither of the two is then taken from the text.
        """
        first, last = start or self.start, until or self.until
        if last is None and first is not None and self.months is not None:
            last = last_day(first, self.months)
        if first is not None and last is not None and last < first:
            first, last = start, until
        return replace(self, start=first, until=last)

    def noted_in(self, notes: str) -> str:
        """`notes`, with the length of validity in words if no date holds it."""
        if self.until is not None or self.months is None or stated_months(notes) is not None:
            return notes
        years, months = divmod(self.months, 12)
        length = f"有效期{self.months}个月" if months else f"有效期{years}年"
        return f"{notes}; {length}" if notes else length


def stated_term(date_notes: str, text: str, published: date | None) -> Term:
    """What notes and text say of the validity, without a guess: what they leave open is None.

    The notes come first. Only the end of the text and clauses on its validity are read. “N years”
    end on the day before the anniversary. 印发之日 is `published` unless the notes say that this
    is the day of a reprint or, for 发布之日, that text was signed and published on two days.
    """
    noted = _read(_parts(date_notes), notes=True)
    told = _read(_closing_parts(text), notes=False)
    term = Term(
        start=noted.start or told.start,
        until=noted.until or told.until,
        months=noted.months or told.months,
        from_issue=noted.from_issue or told.from_issue,
    )
    if term.from_issue and not _is_issue_day(date_notes, term.from_issue):
        term = replace(term, from_issue="")
    return term.completed(published)


def last_day(start: date, months: int) -> date:
    """The last of `months` months that begin on `start`."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    day = min(start.day, monthrange(year, month + 1)[1])
    # From 31 August, six months end with February: its last day counts then.
    shift = timedelta(days=1) if day == start.day else timedelta()
    return date(year, month + 1, day) - shift


def stated_months(notes: str) -> int | None:
    """How many months the notes say that a document is valid; None if they do not, or twice."""
    return _read(_parts(notes), notes=True).months


def _is_issue_day(notes: str, act: str) -> bool:
    if _NOT_ISSUED.search(notes):
        return False
    return act in ("印发", "下发") or not ("落款" in notes and "发布" in notes)


def _parts(text: str) -> Iterator[str]:
    for sentence in _SENTENCE.split(text):
        yield from _PART.split(sentence)


def _closing_parts(text: str) -> Iterator[str]:
    """The parts of sentences that speak of when the document is valid."""
    lines = [line.strip() for line in text.split("\n")]
    found: list[tuple[str, bool]] = []
    heading = ""
    for line in lines:
        if line.startswith("#"):
            heading = line
            continue
        found += [
            (sentence, bool(_VALIDITY_HEADING.search(heading)))
            for sentence in _SENTENCE.split(line)
            if sentence.strip()
        ]
    for place, (sentence, is_headed) in enumerate(found):
        at_end = place >= len(found) - _LAST_SENTENCES and bool(_STARTS.search(sentence))
        if (is_headed or at_end) and not _ABOUT_SOMETHING_ELSE.search(sentence):
            yield from _PART.split(sentence)


def _read(parts: Iterable[str], *, notes: bool) -> Term:
    starts, untils, months, acts = set[date](), set[date](), set[int](), set[str]()
    for part in parts:
        if (match := _START.search(part) or (notes and _NOTED_START.match(part))) and (
            day := _day(match)
        ):
            starts.add(day)
        if (match := _UNTIL.search(part)) and (day := _day(match)):
            untils.add(day)
        match = _PERIOD.search(part) or _SINCE_ISSUE.search(part)
        if match and (length := number(match["number"])):
            months.add(length * (12 if match["unit"] == "年" else 1))
        if match := _ISSUED.search(part):
            acts.add(match["act"])
    return Term(_only(starts), _only(untils), _only(months), _only(acts) or "")


def _only(values: set[Value]) -> Value | None:
    return values.pop() if len(values) == 1 else None


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
