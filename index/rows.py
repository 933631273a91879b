"""Turns records into database rows and back."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache

from records import Document, DocumentState, Passage, Relation, RelationKind, TextKind

_DATES = ("published", "effective_from", "valid_until")
_STRINGS = ("title", "kind", "region", "issuing_body", "doc_number", "date_notes", "url")


def metadata_json(document: Document) -> str:
    """Everything that a document says of itself but its id and text, as JSON with sorted keys."""
    values: dict[str, object] = {name: getattr(document, name) for name in _STRINGS}
    for name in _DATES:
        day: date | None = getattr(document, name)
        values[name] = day.isoformat() if day else None
    values["text_kind"] = document.text_kind.value
    values["relations"] = [[item.kind.value, item.document_id] for item in document.relations]
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


@lru_cache(maxsize=20_000)
def header_from_row(document_id: str, metadata: str, state: str, replaced_by: str) -> Document:
    """A document without its text. Remembered: at every change all of them are read again."""
    return document_from_row(document_id, "", metadata, state, replaced_by)


def document_from_row(
    document_id: str,
    text: str,
    metadata: str,
    state: str = DocumentState.CURRENT,
    replaced_by: str = "",
) -> Document:
    """The inverse of `metadata_json`."""
    values = json.loads(metadata)
    return Document(
        id=document_id,
        text=text,
        **{name: values[name] for name in _STRINGS},
        published=_day(values["published"]),
        effective_from=_day(values["effective_from"]),
        valid_until=_day(values["valid_until"]),
        text_kind=TextKind(values["text_kind"]),
        relations=tuple(Relation(RelationKind(kind), other) for kind, other in values["relations"]),
        state=DocumentState(state),
        replaced_by=replaced_by,
    )


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def passage_row(passage: Passage, text_hash: bytes) -> tuple[str, int, int, str, bytes]:
    """The values of a row of `passages`, key left out."""
    clause = json.dumps(passage.clause, ensure_ascii=False)
    return passage.document_id, passage.start, passage.end, clause, text_hash


def passage_from_row(
    document_id: str, title: str, start: int, end: int, text: str, clause: str
) -> Passage:
    """The passage of a row in which its text was cut out of its document's."""
    return Passage(
        document_id=document_id,
        title=title,
        start=start,
        end=end,
        text=text,
        clause=tuple(json.loads(clause)),
    )
