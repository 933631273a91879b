"""Whether the documents of an approved answer still are what they were."""

from __future__ import annotations

from datetime import date

from chat.approved.approved import ApprovedAnswer, ApprovedCitation, Library
from index.plan import content_hash
from index.validity import validity_on
from records import Document, RelationKind, Validity


def is_superseded(document: Document, library: Library) -> bool:
    """Whether another document says that it takes its place, or it is kept as an old version."""
    headers = library.documents()
    return all(one.id != document.id for one in headers) or any(
        relation.kind is RelationKind.SUPERSEDES and relation.document_id == document.id
        for one in headers
        for relation in one.relations
    )


def is_expired(document: Document, today: date) -> bool:
    """Whether the document has expired on that day."""
    return validity_on(document, today) is Validity.EXPIRED


def lapse_reason(approved: ApprovedAnswer, library: Library, today: date) -> str:
    """Why the answer may not lead any more, in words; empty while it may.

    What was so already when it was approved is no reason: staff have seen it.
    """
    reasons = (_reason(one, library, today) for one in approved.citations)
    return "；".join(dict.fromkeys(reason for reason in reasons if reason))


def _reason(cited: ApprovedCitation, library: Library, today: date) -> str:
    named = f"《{cited.title}》"
    try:
        document = library.document(cited.document_id)
    except KeyError:
        return f"{named}已撤下或删除 (withdrawn or removed)"
    if content_hash(document) != cited.fingerprint:
        return f"{named}的内容或信息有改动 (changed)"
    if not cited.was_superseded and is_superseded(document, library):
        return f"{named}已被新文件取代 (superseded)"
    if not cited.was_expired and is_expired(document, today):
        return f"{named}已过期 (expired)"
    return ""
