"""Whether a document is in force on a given day."""

from __future__ import annotations

import re
from datetime import date

from ingest.metadata_dates import last_day, stated_months
from records import Document, DocumentState, Validity

DRAFT_KIND = "draft"
# A title that says so itself: “…（征求意见稿）”, “…送审稿”, and the call for comments on one.
_DRAFT_TITLE = re.compile("征求意见稿|讨论稿|送审稿|公开征求.{0,30}意见的?(?:公告|通告|通知)")
# No document begins to apply later than this after it was published.
_LATEST_START_MONTHS = 12


def validity_on(document: Document, today: date) -> Validity:
    """What the document's own dates say about `today`.

    A draft stays a draft whatever its dates; a version that another has superseded is expired
    whatever it says itself. The last day of validity still counts. Without an
    end date a document is in force only if it says from when; a bare publication date says
    nothing about validity, so the answer is “unknown” rather than a guess. Only where the notes
    give a length of validity (“有效期两年”) that has surely passed, counted from a year after
    publication, the document has expired.
    """
    if document.kind == DRAFT_KIND or _DRAFT_TITLE.search(document.title):
        return Validity.DRAFT
    if document.state is DocumentState.SUPERSEDED:
        return Validity.EXPIRED
    if document.valid_until is not None and today > document.valid_until:
        return Validity.EXPIRED
    if document.effective_from is not None and today < document.effective_from:
        return Validity.NOT_YET
    if document.effective_from is not None or document.valid_until is not None:
        return Validity.IN_FORCE
    return Validity.EXPIRED if _has_surely_lapsed(document, today) else Validity.UNKNOWN


def _has_surely_lapsed(document: Document, today: date) -> bool:
    months = stated_months(document.date_notes)
    if months is None or document.published is None:
        return False
    return today > last_day(document.published, months + _LATEST_START_MONTHS)
