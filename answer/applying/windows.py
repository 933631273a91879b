"""Application windows: whether one can still, or not yet, apply for what a finding offers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from answer.figures import CalendarDate, Figure, FigureKind, Modality, parse_figures
from answer.finding import Finding
from answer.understanding import Question
from ingest.clauses import StatementKind, outline, statements
from records import Document

_APPLYING = re.compile("申报|申领|申请|报名|征集|报送|提交|填报|受理")
# A deadline without a word of applying still closes an application, but these do not.
_CLOSING = re.compile("截止|截至|逾期|之?前完成")
_ELSEWHERE = re.compile("意见反馈|征求意见|公示|有效期|施行|试行期|建成|力争|目标|投入|累计|统计")
# Windows that come again each year close nothing for good.
_EVERY_YEAR = re.compile("每年|常年|全年|逐年")
_CLOSED = ("该项申报已经截止。", "Applications for this are closed.")
_NOT_YET = ("该项申报尚未开始。", "Applications for this have not begun.")
_YEAR_OF_CALL = re.compile(r"((?:19|20)\d\d)\s*年度?")


@dataclass(frozen=True, slots=True)
class Window:
    """First and last day of applying; either may be open."""

    opens: date | None
    closes: date | None

    def is_over(self, today: date) -> bool:
        """Whether the last day has gone by."""
        return self.closes is not None and today > self.closes

    def is_to_come(self, today: date) -> bool:
        """Whether the first day is still to come."""
        return self.opens is not None and today < self.opens


def window_note(question: Question, findings: Sequence[Finding], today: date) -> str | None:
    """A note that applying is over, or has not begun, for what the first finding offers.

    None if it is open, or nothing is said. The window must stand in the quote, else in its clause,
    else it must be the only one of the whole document or of its `date_notes`.
    """
    if not findings:
        return None
    window = _window_of(findings[0])
    if window is None:
        return None
    title = f"《{findings[0].document.title}》"
    if window.closes is not None and window.is_over(today):
        day = _written(window.closes, english=question.is_english)
        if question.is_english:
            return f"Applications under {title} closed on {day}."
        return f"{title}的申报已于{day}截止。"
    if window.opens is not None and window.is_to_come(today):
        first = _written(window.opens, english=question.is_english)
        last = _written(window.closes, english=question.is_english) if window.closes else ""
        if question.is_english:
            return f"Applications under {title} open on {first}" + (
                f" and close on {last}." if last else "."
            )
        return (
            f"{title}的申报自{first}开始" + (f"，至{last}截止" if last else "") + "，目前尚未开始。"
        )
    return None


def window_caveat(question: Question, findings: Sequence[Finding], today: date) -> str:
    """The same without name and day, whose source need not be cited; empty if there is no note."""
    window = _window_of(findings[0]) if findings else None
    language = int(question.is_english)
    if window is None:
        return ""
    if window.is_over(today):
        return _CLOSED[language]
    return _NOT_YET[language] if window.is_to_come(today) else ""


def window_in(text: str, document: Document) -> Window | None:
    """The one window that a statement of the document gives, None if it gives none or several."""
    return _only(_windows(text, document))


def _window_of(finding: Finding) -> Window | None:
    document = finding.document
    if own := window_in(finding.quote, document):
        return own
    stated = [
        (path, window)
        for path, statement in _statements(document)
        for window in _windows(statement, document)
    ]
    in_clause = [window for path, window in stated if finding.clause and path == finding.clause]
    noted = [
        window
        for note in re.split("[;；]", document.date_notes)
        for window in _windows(note, document)
    ]
    return _only(in_clause) or _only([window for _, window in stated] + noted)


def _statements(document: Document) -> Iterator[tuple[str, str]]:
    """Each statement with the path of its clause, as `Finding.clause` writes it."""
    structure = outline(document.text, document.title)
    for statement in statements(document.text):
        if statement.kind is not StatementKind.HEADING:
            path = " › ".join(structure.path_at(statement.start))
            yield path, document.text[statement.start : statement.end]


def _windows(text: str, document: Document) -> Iterator[Window]:
    if not (_APPLYING.search(text) or _CLOSING.search(text)) or _ELSEWHERE.search(text):
        return
    if _EVERY_YEAR.search(text):
        return
    for figure in parse_figures(text):
        if figure.kind is not FigureKind.DATE or not isinstance(figure.value, CalendarDate):
            continue
        year = _year(text, document)
        first = _day(figure.value, year)
        if isinstance(figure.upper, CalendarDate):
            last = _day(figure.upper, year)
            if first and last and first <= last:
                yield Window(first, last)
        elif first and _closes(text, figure):
            yield Window(None, first)


def _closes(text: str, figure: Figure) -> bool:
    before, behind = text[max(0, figure.start - 8) : figure.start], text[figure.end :][:12]
    return (
        figure.modality is Modality.AT_MOST
        or bool(re.search("截止|截至|止于|至$|到$", before))
        or bool(re.match(r"[^,，。;；]{0,8}(?:前|截止|止)", behind))
    )


def _day(value: CalendarDate, year: int | None) -> date | None:
    """The day; a date without a year takes that of the call, one without a day is none."""
    known = value.year or year
    if known is None or value.month is None or value.day is None:
        return None
    try:
        return date(known, value.month, value.day)
    except ValueError:
        return None


def _year(text: str, document: Document) -> int | None:
    """The year that a statement, the title or the day of publication gives, in this order."""
    for source in (text, document.title):
        years = {int(year) for year in _YEAR_OF_CALL.findall(source)}
        if len(years) == 1:
            return years.pop()
    return document.published.year if document.published else None


def _only(windows: Iterable[Window]) -> Window | None:
    found = set(windows)
    return found.pop() if len(found) == 1 else None


def _written(day: date, *, english: bool) -> str:
    return f"{day:%-d %B %Y}" if english else f"{day.year}年{day.month}月{day.day}日"
