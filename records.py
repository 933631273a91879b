"""The records that cross package borders.

They are frozen and hold plain values only, so that any package can pass them on, compare them
and write them as JSON without knowing where they came from. Offsets are always character
offsets into `Document.text`, half-open: `[start, end)`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence for whoever uses the program, in Chinese and the same in English."""

    zh: str
    en: str


class TextKind(StrEnum):
    """How much of the official wording a document's text carries."""

    FULL = "full"
    DIGEST = "digest"
    NEWS = "news"


class Validity(StrEnum):
    """What a document is worth on a given day."""

    IN_FORCE = "in_force"
    EXPIRED = "expired"
    NOT_YET = "not_yet"
    DRAFT = "draft"
    UNKNOWN = "unknown"


NOT_IN_FORCE = frozenset({Validity.EXPIRED, Validity.DRAFT, Validity.NOT_YET})
"""What nobody can rely on by now."""


class DocumentState(StrEnum):
    """Whether a document counts: what was superseded can be read and cited, and never leads."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


class RelationKind(StrEnum):
    """How one document bears on another: it `kind` the document that is named."""

    SUPERSEDES = "supersedes"
    REFINES = "refines"
    EXPLAINS = "explains"


class AnswerStatus(StrEnum):
    """What became of a question."""

    ANSWERED = "answered"
    NO_ANSWER = "no_answer"
    CLARIFY = "clarify"


@dataclass(frozen=True, slots=True)
class Relation:
    """A pointer from one document to another."""

    kind: RelationKind
    document_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One policy document: its text as stored, and what is known about it.

    `text` is what every offset and quote refers to. Unknown strings are empty, unknown dates are
    None; `date_notes` keeps in words what a date field cannot hold (“有效期两年”).
    `replaced_by` is the id of the document that took the place of an older version.
    """

    id: str
    title: str
    text: str
    kind: str = ""
    region: str = ""
    issuing_body: str = ""
    doc_number: str = ""
    published: date | None = None
    effective_from: date | None = None
    valid_until: date | None = None
    date_notes: str = ""
    url: str = ""
    text_kind: TextKind = TextKind.FULL
    relations: tuple[Relation, ...] = ()
    state: DocumentState = DocumentState.CURRENT
    replaced_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A slice of a document: `document.text[start:end] == text`.

    `clause` is the path of headings above the text, outermost first: ("第六条", "（二）", "4").
    """

    document_id: str
    title: str
    start: int
    end: int
    text: str
    clause: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """`{document_id}:{start}-{end}`: the same text gives the same id, run after run."""
        return f"{self.document_id}:{self.start}-{self.end}"

    @property
    def clause_path(self) -> str:
        """The clause as people read it: “第六条 › （二） › 4”."""
        return " › ".join(self.clause)


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that a search found. `score` orders the hits of one search, no more than that.

    `nearness` says how far the passage lies on the way from the average passage (0) to the
    question itself (1), by their vectors; it can be compared between searches.
    """

    passage: Passage
    score: float
    dense_score: float = 0.0
    text_score: float = 0.0
    nearness: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A quote and where it stands: `document.text[start:end] == quote`."""

    number: int
    document_id: str
    title: str
    quote: str
    start: int
    end: int
    doc_number: str = ""
    region: str = ""
    clause: str = ""
    url: str = ""
    text_kind: TextKind = TextKind.FULL
    validity: Validity = Validity.UNKNOWN
    valid_until: date | None = None
    passage_id: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """Who approved an answer, in which role, and when (aware). `id` names the approved answer."""

    id: int
    staff: str
    role: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the assistant says to one question.

    `text` carries markers `[1]` … `[n]`, numbered in order of first appearance; every marker has
    a citation and every citation a marker. `confidence` lies in 0..1, `elapsed_ms` in milliseconds.
    `read_aloud` is the answer to be spoken and `ticket` the answer to be pasted into a ticket, both
    without markers; `understood` says how the question was read, "" when that goes without saying.
    `review` is set when staff have approved the answer.
    """

    question: str
    status: AnswerStatus
    text: str
    citations: tuple[Citation, ...] = ()
    notes: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    confidence: float = 0.0
    hits: tuple[Hit, ...] = field(default=(), repr=False)
    elapsed_ms: float = 0.0
    read_aloud: str = ""
    ticket: str = ""
    understood: str = ""
    review: Review | None = None
