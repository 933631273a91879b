"""What the page asks of the answering side.

The page knows these Protocols only, so that the service behind it can be the real one, a fake in
a test, or a remote one later.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol, runtime_checkable

from records import Answer, Document, Passage, TextKind, Validity


class Overview(Protocol):
    """What the corpus covers. Read-only, so any frozen dataclass with these fields fits.

    Regions and kinds come in the order in which they are to be shown; dates are None where there
    is none, as in an empty corpus.
    """

    @property
    def documents(self) -> int:
        """How many documents there are."""
        ...

    @property
    def text_kinds(self) -> Sequence[tuple[TextKind, int]]:
        """The kinds of text present, each with its number of documents."""
        ...

    @property
    def regions(self) -> Sequence[tuple[str, int]]:
        """The regions present, each with its number of documents."""
        ...

    @property
    def newest_published(self) -> date | None:
        """The latest date of issue."""
        ...

    @property
    def updated(self) -> datetime | None:
        """When the index last changed."""
        ...


class Backend(Protocol):
    """Answers questions and opens documents. Called from several threads at once."""

    def answer(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        region: str | None = None,
        in_force_only: bool = False,
    ) -> Answer:
        """Answer one question from documents of `region` (None: of any region).

        `history` holds this conversation's turns, oldest first: question, answer, question …
        """
        ...

    def document(self, document_id: str) -> Document:
        """The document as stored. Raises KeyError when it is not, or no longer, in the corpus."""
        ...

    def passages(self, document_id: str) -> Sequence[Passage]:
        """The passages of a document in order. Raises KeyError like `document`."""
        ...

    def overview(self) -> Overview:
        """What the corpus covers now."""
        ...

    def validity(self, document: Document) -> Validity:
        """Whether the document is in force today."""
        ...


@runtime_checkable
class Feedback(Protocol):
    """A backend that writes questions down and takes thumbs. Not every backend does: check
    `isinstance(backend, Feedback)`.

    The number of a record reaches the page like this: call `ask` instead of `answer`, keep the
    `record_id` it returns with the turn, put it on the thumbs as a `data-` attribute, and hand it
    to `rate` when one is pressed. It holds a secret of the conversation, so nobody can rate what
    somebody else asked; it is "" when the question could not be written down, and then there is
    nothing to rate.
    """

    def new_conversation(self) -> str:
        """A random name for a conversation: one for each page, and for each new start."""
        ...

    def ask(
        self,
        question: str,
        *,
        conversation: str,
        history: Sequence[str] = (),
        region: str | None = None,
        in_force_only: bool = False,
    ) -> tuple[Answer, str]:
        """As `Backend.answer`, with the `record_id` of the question."""
        ...

    def rate(self, record_id: str, up: bool, reason: str = "") -> None:
        """Thumb an answer up or down; the last time holds. Raises KeyError for no such record."""
        ...
