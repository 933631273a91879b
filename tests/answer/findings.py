"""Questions and findings made of a few words, for tests of what is done with them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from zlib import crc32

from answer.finding import Finding
from answer.understanding import Asked, Knowledge, Question, knowledge_of
from index.validity import validity_on
from records import Document, Passage
from tests.small_storage import make_document

TODAY = date(2026, 6, 1)


def known(documents: Sequence[Document]) -> Knowledge:
    """What is known of documents that have their texts with them."""
    return knowledge_of(documents, {one.id: one.text for one in documents}.__getitem__, {}, None)


def ask(text: str, *content: str, asked: Asked = Asked.ANYTHING, **values: Any) -> Question:
    """A question with the telling runs `content`, as if it had been understood so."""
    return Question(text=text, content=content or (text,), asked=asked, standalone=text, **values)


def make_finding(
    quote: str, *, certainty: float = 0.9, clause: str = "", **document: Any
) -> Finding:
    """A finding that is the whole text of a document in force, unless `document` says otherwise."""
    values: dict[str, Any] = {
        "id": f"d{crc32(repr((quote, document)).encode())}",
        "title": "若干措施",
        "effective_from": date(2025, 1, 1),
    } | document
    made = make_document(text=quote, **values)
    return Finding(
        document=made,
        validity=validity_on(made, TODAY),
        passage=Passage(document_id=made.id, title=made.title, start=0, end=len(quote), text=quote),
        start=0,
        end=len(quote),
        answer_start=0,
        answer_end=len(quote),
        clause=clause,
        certainty=certainty,
        confidence=certainty,
    )
