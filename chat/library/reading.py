"""One document as the library shows it: its text, its clauses, its versions."""

from __future__ import annotations

from dataclasses import dataclass

from chat.library.entries import Entry
from ingest.clauses import outline
from records import Document, Passage


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """A clause: its label, and `[start, end)` of its own text without the clauses inside."""

    label: str
    start: int
    end: int
    depth: int


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """A document in full. `versions` lists the current one first, then older ones, newest first."""

    entry: Entry
    document: Document
    outline: tuple[OutlineItem, ...]
    passages: tuple[Passage, ...]
    versions: tuple[Entry, ...]


def outline_of(document: Document) -> tuple[OutlineItem, ...]:
    """The clauses in order; an unnumbered text without headings has none."""
    return tuple(
        OutlineItem(clause.label or clause.heading, clause.start, clause.end, clause.depth)
        for clause in outline(document.text, document.title).clauses
    )
