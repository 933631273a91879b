"""From the fields that people write, and what the text says of itself, to a Document."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from ingest.content import Content
from ingest.fields import Fields
from ingest.metadata_dates import Term, stated_term
from ingest.proposals import (
    is_news,
    opening,
    propose_doc_number,
    propose_signature,
    propose_title,
)
from records import Document, Message, TextKind

_NOT_OF_THEMSELVES = frozenset({"news", "interpretation", "draft"})


def build_document(
    path: Path, content: Content, values: Mapping[str, object], default_id: str
) -> Document:
    """Return the Document of a text and its metadata.

    `values` are checked strictly; what they leave out is taken from the reader's hints, then
    from the text's own first and last lines. Raises UnreadableFile naming the bad field.
    """
    fields = Fields(path, content.place, values)
    fields.check_names()
    effective_from, valid_until = fields.day("effective_from"), fields.day("valid_until")
    if effective_from and valid_until and valid_until < effective_from:
        later = f"{effective_from}"
        raise fields.error(
            "valid_until",
            str(valid_until),
            Message(
                f"不早于 effective_from（{later}）", f"no earlier than effective_from ({later})"
            ),
        )
    news = fields.text_kind() is None and is_news(content.text)
    signature = propose_signature(content.text)
    hints = Fields(path, content.place, content.hints)
    source = hints.text("source") if news else ""
    text_kind = fields.text_kind() or (TextKind.NEWS if news else TextKind.FULL)
    published = fields.day("published") or hints.day("published") or signature.published
    kind = fields.text("kind") or ("news" if news else "")
    date_notes = fields.text("date_notes")
    # Reports and readings speak of when another document is valid, a draft of what may become so.
    speaks_for_itself = text_kind is not TextKind.NEWS and kind not in _NOT_OF_THEMSELVES
    term = stated_term(date_notes, content.text, published) if speaks_for_itself else Term()
    term = term.given(effective_from, valid_until)
    return Document(
        id=fields.text("id") or default_id,
        title=fields.text("title")
        or hints.text("title")
        or propose_title(content.text)
        or (opening(content.text) if content.place else path.stem),
        text=content.text,
        kind=kind,
        region=fields.text("region"),
        issuing_body=fields.text("issuing_body") or source or signature.issuing_body,
        doc_number=fields.text("doc_number") or propose_doc_number(content.text),
        published=published,
        effective_from=term.start,
        valid_until=term.until,
        date_notes=term.noted_in(date_notes),
        url=fields.address() or hints.text("url"),
        text_kind=text_kind,
        relations=fields.relations(),
    )


def slug(stem: str) -> str:
    """Return a document id made of a file's name: letters, digits, Chinese, “-”, “_” and “.”.

    Decomposed names (macOS) give the same id as composed ones.
    """
    composed = unicodedata.normalize("NFC", stem)
    safe = re.sub(r"[^\w.-]+", "-", composed).strip("-.")
    return safe or "document-" + hashlib.sha256(composed.encode()).hexdigest()[:8]
