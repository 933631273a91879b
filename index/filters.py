"""Narrows a search to some documents."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from index.validity import validity_on
from records import Document, DocumentState, Validity


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Conditions that all must hold; an unset one always does.

    `in_force_on` drops what is expired, not yet effective or a draft on that day; a document that
    does not say how long it is valid stays, since nothing shows that it lapsed. Versions that were
    superseded are left out unless `superseded` asks for them; withdrawn documents always.
    """

    regions: Collection[str] | None = None
    kinds: Collection[str] | None = None
    document_ids: Collection[str] | None = None
    published_from: date | None = None
    published_until: date | None = None
    in_force_on: date | None = None
    superseded: bool = False

    def narrowed(self, document_ids: Collection[str]) -> Filters:
        """The same conditions for these documents alone."""
        allowed = set(document_ids)
        if self.document_ids is not None:
            allowed &= set(self.document_ids)
        return replace(self, document_ids=frozenset(allowed))

    def allows(self, document: Document) -> bool:
        """Whether the document may be found."""
        return (
            self._counts(document.state)
            and (self.regions is None or document.region in self.regions)
            and (self.kinds is None or document.kind in self.kinds)
            and (self.document_ids is None or document.id in self.document_ids)
            and self._published_in_range(document.published)
            and (
                self.in_force_on is None
                or validity_on(document, self.in_force_on) in (Validity.IN_FORCE, Validity.UNKNOWN)
            )
        )

    def _counts(self, state: DocumentState) -> bool:
        if state is DocumentState.SUPERSEDED:
            return self.superseded
        return state is DocumentState.CURRENT

    def _published_in_range(self, published: date | None) -> bool:
        if self.published_from is None and self.published_until is None:
            return True
        if published is None:
            return False
        return (self.published_from is None or published >= self.published_from) and (
            self.published_until is None or published <= self.published_until
        )


EVERYTHING = Filters()
