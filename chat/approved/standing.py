"""Whether the documents of an approved answer still are what they were."""

from __future__ import annotations

from datetime import date

from chat.approved.approved import ApprovedAnswer, ApprovedCitation, Library
from index.plan import content_hash
from index.validity import validity_on
from records import Document, Message, RelationKind, Validity


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


def lapse_reason(approved: ApprovedAnswer, library: Library, today: date) -> Message | None:
    """Why the answer may not lead any more, in words; None while it may.

    What was so already when it was approved is no reason: staff have seen it.
    """
    found = (_reason(one, library, today) for one in approved.citations)
    reasons = list(dict.fromkeys(reason for reason in found if reason))
    if not reasons:
        return None
    return Message("；".join(one.zh for one in reasons), "; ".join(one.en for one in reasons))


def _reason(cited: ApprovedCitation, library: Library, today: date) -> Message | None:
    named = f"《{cited.title}》"
    try:
        document = library.document(cited.document_id)
    except KeyError:
        return Message(f"{named}已撤下或删除", f"{named} was withdrawn or removed")
    if content_hash(document) != cited.fingerprint:
        return Message(f"{named}的内容或信息有改动", f"{named} or its details were changed")
    if not cited.was_superseded and is_superseded(document, library):
        return Message(f"{named}已被新文件取代", f"{named} was superseded by a newer document")
    if not cited.was_expired and is_expired(document, today):
        return Message(f"{named}已过期", f"{named} has expired")
    return None
