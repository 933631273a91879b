"""An approved answer, and one that is to be approved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from records import Document, Message, Passage


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote as staff saw it: `quote` is the document's text at `[start, end)`."""

    document_id: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An answer that somebody wants to approve.

    `questions` are ways to ask it, the first one leads; `text` carries markers `[1]` … `[n]`, one
    for each of `quotes` in order. `note` is for other staff.
    """

    questions: tuple[str, ...]
    text: str
    quotes: tuple[Quoted, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovedCitation:
    """A quote with what its document was when the answer was approved.

    `fingerprint` is a hash of all that was stored of the document, text and metadata.
    """

    number: int
    document_id: str
    title: str
    start: int
    end: int
    quote: str
    fingerprint: str
    was_expired: bool
    was_superseded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovedAnswer:
    """An approved answer. It leads unless `lapsed_at` is set; `lapse_reason` says why.

    `version` grows with every change. Times are in UTC.
    """

    id: int
    questions: tuple[str, ...]
    text: str
    citations: tuple[ApprovedCitation, ...]
    note: str
    staff: str
    role: str
    approved_at: datetime
    lapsed_at: datetime | None
    lapse_reason: Message | None
    version: int


class Library(Protocol):
    """The documents, as the answering service has them."""

    def today(self) -> date:
        """The day that validity is judged by."""
        ...

    def documents(self) -> list[Document]:
        """Every document that answers may come from, without its text."""
        ...

    def document(self, document_id: str) -> Document:
        """The document. Raises KeyError when it is not, or no longer, there."""
        ...

    def passages(self, document_id: str) -> list[Passage]:
        """The passages of a document in order. Raises KeyError like `document`."""
        ...
