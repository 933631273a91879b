"""An answer for a hotline's ticket: plain lines with the question, the answer and its grounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from answer.understanding import Question
from answer.wording.marks import inner_quotes, without_markers
from answer.wording.standing import VALIDITY_WORDS, notes
from records import Citation


@dataclass(frozen=True, slots=True)
class _Labels:
    colon: str
    comma: str
    question: str
    understood: str
    answer: str
    grounds: str
    quote: str
    address: str
    valid_until: str
    note: str
    asked_on: str
    day: str


_CHINESE = _Labels(
    colon="：",
    comma="，",
    question="问题",
    understood="理解为",
    answer="答复",
    grounds="依据",
    quote="原文",
    address="网址",
    valid_until="有效期至{day}",
    note="提示",
    asked_on="查询日期",
    day="{0.year}年{0.month}月{0.day}日",
)
_ENGLISH = _Labels(
    colon=": ",
    comma=", ",
    question="Question",
    understood="Understood as",
    answer="Answer",
    grounds="Source",
    quote="Original text",
    address="Address",
    valid_until="valid until {day}",
    note="Note",
    asked_on="Looked up on",
    day="{0:%Y-%m-%d}",
)


def ticket(
    question: Question,
    lines: Sequence[str],
    citations: Sequence[Citation],
    today: date,
    caveats: Sequence[str] = (),
) -> str:
    """The text to paste: question, `lines` of the answer, each source with its quote, the day.

    `caveats` stand before the other notes.

    Also for refusals and questions given back, which have no citations.
    """
    labels = _ENGLISH if question.is_english else _CHINESE
    told = [_line(labels, labels.question, question.text)]
    if question.shown:
        told.append(_line(labels, labels.understood, question.shown))
    told += _answer(labels, lines)
    for citation in citations:
        told += _source(labels, citation, len(citations), int(question.is_english))
    told_besides = (*caveats, *notes(question, citations))
    told += [_line(labels, labels.note, note) for note in told_besides]
    told.append(_line(labels, labels.asked_on, labels.day.format(today)))
    return "\n".join(told)


def _answer(labels: _Labels, lines: Sequence[str]) -> list[str]:
    if len(lines) == 1:
        return [_line(labels, labels.answer, lines[0])]
    return [f"{labels.answer}{labels.colon}".rstrip(), *lines]


def _source(labels: _Labels, citation: Citation, count: int, language: int) -> Iterator[str]:
    number = str(citation.number) if count > 1 else ""
    named = f"《{citation.title}》"
    if citation.doc_number:
        named += f"({citation.doc_number})" if language else f"（{citation.doc_number}）"
    marks = [named, citation.clause, VALIDITY_WORDS[citation.validity][language]]
    if citation.valid_until:
        day = labels.day.format(citation.valid_until)
        marks.append(labels.valid_until.format(day=day))
    yield _line(labels, labels.grounds + number, labels.comma.join(filter(None, marks)))
    yield _line(labels, labels.quote + number, f"“{inner_quotes(citation.quote)}”")
    if address := _address(citation.url):
        yield _line(labels, labels.address + number, address)


def _line(labels: _Labels, label: str, text: str) -> str:
    """One line, whatever line breaks a question or a document holds."""
    return f"{label}{labels.colon}{' '.join(text.split())}"


def _address(url: str) -> str:
    first = url.split(maxsplit=1)[0] if url.strip() else ""
    return first if first.startswith(("http://", "https://")) else ""


def plain_ticket(question: Question, text: str, today: date) -> str:
    """The ticket of a refusal or of a question given back, whose text cites nothing."""
    lines = [line for line in without_markers(text).splitlines() if line.strip()]
    return ticket(question, lines, (), today)
