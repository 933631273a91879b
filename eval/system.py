"""What a system must offer to be scored: the product and every baseline do."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from records import Answer, Document, Hit


class System(Protocol):
    """Finds passages and answers questions over one fixed set of documents."""

    def retrieve(
        self,
        question: str,
        k: int,
        *,
        history: Sequence[str] = (),
        document_ids: Collection[str] | None = None,
    ) -> Sequence[Hit]:
        """At most `k` passages, best first, from these documents only (None: from all)."""
        ...

    def answer(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        today: date | None = None,
        document_ids: Collection[str] | None = None,
    ) -> Answer:
        """The answer to one question."""
        ...

    def document(self, document_id: str) -> Document:
        """A document with the text that quotes and offsets refer to. KeyError if not there."""
        ...

    def document_ids(self) -> Collection[str]:
        """The ids of all documents."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedSystem:
    """A system that is ready to answer, and what the report says about it.

    `threshold` is the confidence from which the system answers, None if it has none.
    `passages` were indexed in `index_seconds`; both are None when the storage was there already.
    """

    name: str
    system: System
    threshold: float | None = None
    passages: int | None = None
    index_seconds: float | None = None
    settings: Mapping[str, str] = field(default_factory=dict)
