"""Whether a document is in force on a given day."""

from __future__ import annotations

from datetime import date

from records import Document, Validity

DRAFT_KIND = "draft"


def validity_on(document: Document, today: date) -> Validity:
    """What the document's own dates say about `today`.

    A draft stays a draft whatever its dates. The last day of validity still counts. Without an
    end date a document is in force only if it says from when; a bare publication date says
    nothing about validity, so the answer is “unknown” rather than a guess.
    """
    if document.kind == DRAFT_KIND:
        return Validity.DRAFT
    if document.valid_until is not None and today > document.valid_until:
        return Validity.EXPIRED
    if document.effective_from is not None and today < document.effective_from:
        return Validity.NOT_YET
    if document.effective_from is not None or document.valid_until is not None:
        return Validity.IN_FORCE
    return Validity.UNKNOWN
