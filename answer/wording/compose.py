"""Puts sentences together: numbers what they rest on, sets the markers, lays out the lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from answer.finding import Finding, Sentence, Shape
from answer.understanding import Question
from answer.wording.marks import escape_markers, inner_quotes, markers
from answer.wording.read_aloud import read_aloud
from answer.wording.tables import is_row, table_cell, table_frame, table_row
from answer.wording.ticket import ticket
from records import Citation

_ENDINGS = tuple("。！？!?…:：.")


@dataclass(frozen=True, slots=True)
class Worded:
    """An answer in words: `text` with markers, its `citations`, and two forms without markers.

    `read_aloud` is to be spoken, `ticket` to be pasted into a hotline's ticket.
    """

    text: str
    citations: tuple[Citation, ...]
    read_aloud: str
    ticket: str


def word(
    question: Question, sentences: Sequence[Sentence], today: date, caveats: Sequence[str]
) -> Worded:
    """Word `sentences` in the order given; each becomes a line with the markers of its findings.

    Citations are numbered by first appearance, each statement once. Neighbouring rows become one
    table, and steps are counted. For an English question the Chinese words follow each English
    sentence that they back, in quotation marks. `today` is the day the ticket names; `caveats` are
    read out first and stand as notes in the ticket, as the text has its notes beside it.
    """
    numbers = _numbered(sentences)
    citations = tuple(_citation(number, one) for one, number in numbers.values())
    return Worded(
        text="\n".join(_lines(question, sentences, numbers)),
        citations=citations,
        read_aloud=read_aloud(question, sentences, citations, caveats),
        ticket=ticket(question, _ticket_lines(sentences, numbers), citations, today, caveats),
    )


_Numbers = dict[tuple[str, int, int], tuple[Finding, int]]


def _numbered(sentences: Sequence[Sentence]) -> _Numbers:
    numbers: _Numbers = {}
    for sentence in sentences:
        for one in sentence.findings:
            numbers.setdefault(_place(one), (one, len(numbers) + 1))
    return numbers


def _place(finding: Finding) -> tuple[str, int, int]:
    return finding.document.id, finding.start, finding.end


def _lines(question: Question, sentences: Sequence[Sentence], numbers: _Numbers) -> Iterator[str]:
    several = sum(one.shape is Shape.PLAIN for one in sentences) > 1
    quoted: set[tuple[str, int, int]] = set()
    for rows, group in groupby(sentences, is_row):
        run = list(group)
        if rows:
            yield from table_frame(run, english=question.is_english)
        step = 0
        for sentence in run:
            step = step + 1 if sentence.shape is Shape.STEP else 0
            yield _line(question, sentence, numbers, quoted, step, several)


def _line(
    question: Question,
    sentence: Sentence,
    numbers: _Numbers,
    quoted: set[tuple[str, int, int]],
    step: int,
    several: bool,
) -> str:
    marked = markers(numbers[_place(one)][1] for one in sentence.findings)
    if sentence.shape is Shape.ROW:
        # The second column holds the provision, and so what the markers stand for.
        at = min(1, len(sentence.cells) - 1)
        cells = [table_cell(escape_markers(cell)) for cell in sentence.cells]
        cells[at] += marked
        cells[at] += _quotes(question, cells[at], sentence.findings, numbers, quoted)
        return table_row(cells)
    text = " ".join(escape_markers(sentence.text).split())
    stop = "。" if several and sentence.shape is Shape.PLAIN and not question.is_english else ""
    if text.endswith(_ENDINGS):
        stop = ""
    start = {Shape.ITEM: "- ", Shape.STEP: f"{step}. "}.get(sentence.shape, "")
    quotes = _quotes(question, text, sentence.findings, numbers, quoted)
    return f"{start}{text}{marked}{quotes}{stop}"


def _quotes(
    question: Question,
    text: str,
    findings: Sequence[Finding],
    numbers: _Numbers,
    quoted: set[tuple[str, int, int]],
) -> str:
    """The Chinese words behind an English text, unless they stand in the answer already."""
    if not question.is_english:
        return ""
    told = []
    for one in findings:
        words = table_cell(inner_quotes(one.quote))
        if _place(one) not in quoted and words not in table_cell(text):
            told.append(f"“{words}”{markers([numbers[_place(one)][1]])}")
        quoted.add(_place(one))
    return f": {'; '.join(told)}" if told else ""


def _ticket_lines(sentences: Sequence[Sentence], numbers: _Numbers) -> list[str]:
    """The answer line by line without a table; markers only where there are several to tell."""
    lines = []
    step = 0
    for sentence in sentences:
        step = step + 1 if sentence.shape is Shape.STEP else 0
        start = {Shape.ITEM: "- ", Shape.STEP: f"{step}. "}.get(sentence.shape, "")
        text = "；".join(filter(None, sentence.cells)) if is_row(sentence) else sentence.text
        marked = markers(numbers[_place(one)][1] for one in sentence.findings)
        text = " ".join(escape_markers(text).split())
        lines.append(f"{start}{text}{marked if len(numbers) > 1 else ''}")
    return lines


def _citation(number: int, finding: Finding) -> Citation:
    document = finding.document
    return Citation(
        number=number,
        document_id=document.id,
        title=document.title,
        quote=finding.quote,
        start=finding.start,
        end=finding.end,
        doc_number=document.doc_number,
        region=document.region,
        clause=finding.clause,
        url=document.url,
        text_kind=document.text_kind,
        validity=finding.validity,
        valid_until=document.valid_until,
        passage_id=finding.passage.id,
    )
