"""Puts evidence into sentences: which document says it, whether it is in force, and the quote."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby

from answer.evidence import Evidence
from answer.understanding import Question
from records import Citation, Document, TextKind, Validity

VALIDITY_WORDS: dict[Validity, tuple[str, str]] = {
    Validity.IN_FORCE: ("现行有效", "in force"),
    Validity.EXPIRED: ("已过期", "expired"),
    Validity.NOT_YET: ("尚未施行", "not yet in force"),
    Validity.DRAFT: ("征求意见稿", "draft for comment"),
    Validity.UNKNOWN: ("未注明有效期", "validity not stated"),
}
_TEXT_KIND_WORDS: dict[TextKind, tuple[str, str]] = {
    TextKind.FULL: ("", ""),
    TextKind.DIGEST: ("摘要", "digest"),
    TextKind.NEWS: ("新闻报道", "news report"),
}
_LOOKS_LIKE_MARKER = re.compile(r"\[(\d+)\]")
DIGEST_NOTE = (
    "引文出自摘要，不是官方原文；办理时请以官方全文为准。",
    "The quotes come from digests, not from the official wording; check the official text.",
)
LAPSED_NOTE = (
    "所引文件中有的已过期或仍是征求意见稿，请先向主管部门核实。",
    "Some of the cited documents have lapsed or are drafts; ask the department in charge first.",
)

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


def notes(question: Question, citations: Sequence[Citation]) -> list[str]:
    """What the reader must know besides: that quotes are from digests, that a document lapsed."""
    language = int(question.is_english)
    found = []
    if any(citation.text_kind is TextKind.DIGEST for citation in citations):
        found.append(DIGEST_NOTE[language])
    if any(citation.validity in (Validity.EXPIRED, Validity.DRAFT) for citation in citations):
        found.append(LAPSED_NOTE[language])
    return found


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
        return _without_markers(f"《{citation.title}》 ({', '.join(known)})")
    return _without_markers(f"《{citation.title}》（{'，'.join(known)}）")


def inner_quotes(quote: str) -> str:
    """The quote on one line, without the full stop that would double the sentence's own."""
    return _without_markers(" ".join(quote.split())).rstrip("。;；")


def _without_markers(text: str) -> str:
    """The text of a document, with what looks like one of our markers set in full width."""
    return _LOOKS_LIKE_MARKER.sub(r"［\1］", text)
