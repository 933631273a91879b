"""The stored documents that an answer is made of, as long as they stay as they were found."""

from __future__ import annotations

from collections.abc import Sequence

from index.reranking import ReadHit
from index.search import Searcher
from records import Document, Passage


class DocumentChanged(RuntimeError):
    """A document was replaced or removed between the search and the answer."""


def documents_of(searcher: Searcher, read: Sequence[ReadHit]) -> dict[str, Document]:
    """The documents of the hits by id. Raises DocumentChanged if one is gone or reads otherwise."""
    found: dict[str, list[Passage]] = {}
    for one in read:
        found.setdefault(one.hit.passage.document_id, []).append(one.hit.passage)
    return {name: document_of(searcher, name, passages) for name, passages in found.items()}


def document_of(searcher: Searcher, document_id: str, passages: Sequence[Passage]) -> Document:
    """The document of the passages. Raises DocumentChanged if it is gone or reads otherwise."""
    try:
        document = searcher.document(document_id)
    except KeyError as error:
        raise DocumentChanged(document_id) from error
    if any(document.text[one.start : one.end] != one.text for one in passages):
        raise DocumentChanged(document_id)
    return document


def is_unchanged(searcher: Searcher, read: ReadHit) -> bool:
    """Whether the document of the hit still reads as its passage does."""
    try:
        document_of(searcher, read.hit.passage.document_id, [read.hit.passage])
    except DocumentChanged:
        return False
    return True
