"""Finds what the evidence panel shows: a document, a passage of it, the quoted words."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chat.backend import Backend
from chat.layout import Line, lines
from records import Document, Passage, Validity

# Characters on either side of a quote that no passage holds.
_MARGIN = 200


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in a document, as a marker on the page names it.

    `digest` is that of the words quoted there, "" when none are. `whole` asks for the entire
    document instead of the passage. `serial` counts the requests of one page, so that it can tell
    a late reply from the one it waits for.
    """

    document_id: str
    start: int
    end: int
    digest: str = ""
    whole: bool = False
    serial: int = 0


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the panel shows of a document. `changed`: the quoted words no longer stand there."""

    document: Document
    validity: Validity
    reference: Reference
    clause_path: str
    lines: tuple[Line, ...]
    changed: bool


def quote_digest(quote: str) -> str:
    """A short name for the quoted words, to see whether they still stand in the document."""
    return hashlib.sha256(quote.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def parse_reference(data: object) -> Reference:
    """Read what the page sent. Raises ValueError for anything but a reference."""
    if not isinstance(data, Mapping):
        raise ValueError(f"expected a reference to a passage, got {type(data).__name__}")
    document_id, digest = data.get("document"), data.get("digest", "")
    if not isinstance(document_id, str) or not isinstance(digest, str):
        raise ValueError("document and digest of a reference must be strings")
    try:
        start, end, serial = (int(data.get(key, 0)) for key in ("start", "end", "serial"))
    except (TypeError, OverflowError) as error:
        raise ValueError("start, end and serial of a reference must be numbers") from error
    return Reference(document_id, start, end, digest, data.get("whole") is True, serial)


def find_evidence(backend: Backend, reference: Reference) -> Evidence:
    """Look up a reference: its passage, or the entire document with the same words marked.

    Raises KeyError when the document is not in the corpus any more.
    """
    document = backend.document(reference.document_id)
    quote = _quote(document, reference)
    start, end, clause_path = _extent(document, backend.passages(document.id), reference)
    if reference.whole:
        start, end = 0, len(document.text)
    return Evidence(
        document=document,
        validity=backend.validity(document),
        reference=reference,
        clause_path=clause_path,
        lines=tuple(lines(document.text, start, end, quote)),
        changed=bool(reference.digest) and quote is None,
    )


def _quote(document: Document, reference: Reference) -> tuple[int, int] | None:
    """Where the quoted words stand, or None when none are quoted or others stand there now."""
    start, end = reference.start, reference.end
    if not reference.digest or not 0 <= start < end <= len(document.text):
        return None
    return (start, end) if quote_digest(document.text[start:end]) == reference.digest else None


def _extent(
    document: Document, passages: Sequence[Passage], reference: Reference
) -> tuple[int, int, str]:
    """The stretch of text to show around a reference, and its clause path.

    That is the passage that holds all of it, or else all passages that hold some of it.
    """
    start, end = reference.start, max(reference.end, reference.start + 1)
    holding = [passage for passage in passages if passage.start <= start and end <= passage.end]
    touching = holding[:1] or [
        passage for passage in passages if passage.start < end and start < passage.end
    ]
    if not touching:
        length = len(document.text)
        middle = min(max(start, 0), length)
        return max(0, middle - _MARGIN), min(length, middle + _MARGIN), ""
    return (
        min(passage.start for passage in touching),
        max(passage.end for passage in touching),
        touching[0].clause_path,
    )
