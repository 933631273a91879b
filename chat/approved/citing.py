"""Citations of a document as it stands now."""

from __future__ import annotations

from datetime import date

from chat.approved.approved import Library
from index.validity import validity_on
from records import Citation, Document


def citation(
    number: int, document: Document, start: int, end: int, quote: str, library: Library, today: date
) -> Citation:
    """The citation of a quote, with all that the page shows of its document."""
    around = next(
        (one for one in library.passages(document.id) if one.start <= start < one.end), None
    )
    return Citation(
        number=number,
        document_id=document.id,
        title=document.title,
        quote=quote,
        start=start,
        end=end,
        doc_number=document.doc_number,
        region=document.region,
        clause=around.clause_path if around else "",
        url=document.url,
        text_kind=document.text_kind,
        validity=validity_on(document, today),
        valid_until=document.valid_until,
        passage_id=around.id if around else "",
    )
