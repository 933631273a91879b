"""Puts evidence into one sentence a document: its name, its standing, and the quotes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from answer.evidence import Evidence
from answer.understanding import Question
from answer.wording.marks import escape_markers, inner_quotes
from answer.wording.standing import VALIDITY_WORDS
from records import Citation, Document, TextKind, Validity

_TEXT_KIND_WORDS: dict[TextKind, tuple[str, str]] = {
    TextKind.FULL: ("", ""),
    TextKind.DIGEST: ("摘要", "digest"),
    TextKind.NEWS: ("新闻报道", "news report"),
}

DocumentOf = Callable[[str], Document]
ValidityOf = Callable[[Document], Validity]
ClauseOf = Callable[[Evidence], str]


def cite(
    chosen: Sequence[Evidence],
    document_of: DocumentOf,
    validity_of: ValidityOf,
    clause_of: ClauseOf,
) -> list[Citation]:
    """A citation for each piece of evidence, numbered from 1 in the order given."""
    citations = []
    for number, evidence in enumerate(chosen, 1):
        document = document_of(evidence.passage.document_id)
        citations.append(
            Citation(
                number=number,
                document_id=document.id,
                title=document.title,
                quote=evidence.quote,
                start=evidence.start,
                end=evidence.end,
                doc_number=document.doc_number,
                region=document.region,
                clause=clause_of(evidence),
                url=document.url,
                text_kind=document.text_kind,
                validity=validity_of(document),
                valid_until=document.valid_until,
                passage_id=evidence.passage.id,
            )
        )
    return citations


def by_document(chosen: Sequence[Evidence]) -> list[Evidence]:
    """The evidence with that of one document together, documents in order of their best piece."""
    order = list(dict.fromkeys(one.passage.document_id for one in chosen))
    return sorted(chosen, key=lambda one: (order.index(one.passage.document_id), one.start))


def sentences(question: Question, citations: Sequence[Citation]) -> list[str]:
    """One line for each document: its name, 文号 and standing, then its quotes with markers."""
    lines = []
    for _, group in groupby(citations, key=lambda citation: citation.document_id):
        quotes = list(group)
        lines.append(_english(quotes) if question.is_english else _chinese(quotes))
    return lines


def _chinese(quotes: Sequence[Citation]) -> str:
    said = "；".join(f"“{inner_quotes(one.quote)}”[{one.number}]" for one in quotes)
    return f"{_name(quotes[0], 0)}：{said}。"


def _english(quotes: Sequence[Citation]) -> str:
    said = "; ".join(f"“{inner_quotes(one.quote)}” [{one.number}]" for one in quotes)
    return f"{_name(quotes[0], 1)}: {said}."


def _name(citation: Citation, language: int) -> str:
    marks = (
        citation.doc_number,
        _TEXT_KIND_WORDS[citation.text_kind][language],
        VALIDITY_WORDS[citation.validity][language],
    )
    known = [mark for mark in marks if mark]
    if language:
        return escape_markers(f"《{citation.title}》 ({', '.join(known)})")
    return escape_markers(f"《{citation.title}》（{'，'.join(known)}）")
