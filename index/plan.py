"""What an ingest has found out that it has to do."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace

from index.rows import metadata_json
from records import Document


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A document to store, and the file that it comes from."""

    document: Document
    source: str
    content_hash: str


@dataclass(slots=True)
class Plan:
    """What is to be done. `sources` are recorded as read only after all documents are stored."""

    store: list[NewDocument] = field(default_factory=list)
    move: dict[str, str] = field(default_factory=dict)
    remove: set[str] = field(default_factory=set)
    sources: dict[str, str] = field(default_factory=dict)
    forget: set[str] = field(default_factory=set)
    unchanged: int = 0
    duplicates: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


def content_hash(document: Document) -> str:
    """A hash over everything that is stored of a document."""
    parts = (document.id, metadata_json(document), document.text)
    return hashlib.sha256("\0".join(parts).encode("utf-8")).hexdigest()


def twin_key(document: Document) -> str:
    """Equal for documents that differ in id and title only, as two copies of one file do."""
    return content_hash(replace(document, id="", title=""))
