"""The table of documents: its rows, and which of them are shown in what order."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pypinyin import lazy_pinyin

from index.library import version_token
from index.store import Store
from index.validity import validity_on
from records import Document, DocumentState, TextKind, Validity


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row. `version` is to be given back with a change of the document."""

    id: str
    title: str
    doc_number: str
    region: str
    kind: str
    issuing_body: str
    validity: Validity
    valid_until: date | None
    published: date | None
    passages: int
    text_kind: TextKind
    state: DocumentState
    replaced_by: str
    version: str


class Column(StrEnum):
    """What the table can be sorted by."""

    TITLE = "title"
    DOC_NUMBER = "doc_number"
    REGION = "region"
    KIND = "kind"
    VALIDITY = "validity"
    PUBLISHED = "published"
    PASSAGES = "passages"
    TEXT_KIND = "text_kind"
    STATE = "state"


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What is to be shown. Unset conditions always hold; all words of `words` must occur."""

    words: str = ""
    region: str | None = None
    kind: str | None = None
    validity: Validity | None = None
    text_kind: TextKind | None = None
    states: Collection[DocumentState] = (DocumentState.CURRENT,)
    sort: Column = Column.PUBLISHED
    descending: bool = True


# Looking for a word in all texts takes some milliseconds; more words than these are left out.
MOST_WORDS = 10
InText = Callable[[str], Collection[str]]


def _nothing(_: str) -> Collection[str]:
    return ()


def read_entries(store: Store, today: date) -> list[Entry]:
    """Every document of the storage, in whatever state, by id."""
    counts, sources = store.passage_counts(), store.document_sources()
    return [
        entry_of(header, counts.get(header.id, 0), sources[header.id][1], today)
        for header in store.document_headers()
        # One that was stored between two readings comes with the next table.
        if header.id in sources
    ]


def entry_of(header: Document, passages: int, content: str, today: date) -> Entry:
    """The row of a document, given its content hash."""
    return Entry(
        id=header.id,
        title=header.title,
        doc_number=header.doc_number,
        region=header.region,
        kind=header.kind,
        issuing_body=header.issuing_body,
        validity=validity_on(header, today),
        valid_until=header.valid_until,
        published=header.published,
        passages=passages,
        text_kind=header.text_kind,
        state=header.state,
        replaced_by=header.replaced_by,
        version=version_token(content, header),
    )


def shown(entries: Iterable[Entry], view: View, in_text: InText = _nothing) -> list[Entry]:
    """The rows that fit, sorted. Where the column is empty they come last either way.

    Each word is looked for in the row and `in_text`, which gives the ids of the documents in whose
    text a word stands. Those of which the row has all words come first.
    """
    found = [(word, in_text(word)) for word in view.words.split()[:MOST_WORDS]]
    chosen = sorted((one for one in entries if _fits(one, view, found)), key=lambda one: one.id)
    filled = [one for one in chosen if getattr(one, view.sort) not in (None, "")]
    empty = [one for one in chosen if getattr(one, view.sort) in (None, "")]
    filled.sort(key=lambda one: _key(getattr(one, view.sort)), reverse=view.descending)
    return sorted(filled + empty, key=lambda one: not is_named(one, view.words))


def is_named(entry: Entry, words: str) -> bool:
    """Whether all words stand in the row itself: id, title, 文号 or issuing body."""
    text = _named(entry)
    return all(word in text for word in _plain(words).split())


def _named(entry: Entry) -> str:
    return _plain("\n".join((entry.id, entry.title, entry.doc_number, entry.issuing_body)))


def _fits(entry: Entry, view: View, words: Iterable[tuple[str, Collection[str]]]) -> bool:
    named = _named(entry) if view.words else ""
    return (
        entry.state in view.states
        and view.region in (None, entry.region)
        and view.kind in (None, entry.kind)
        and view.validity in (None, entry.validity)
        and view.text_kind in (None, entry.text_kind)
        and all(entry.id in ids or _plain(word) in named for word, ids in words)
    )


def _key(value: object) -> tuple[object, ...]:
    """Chinese in the order of its pinyin, as people look it up."""
    if isinstance(value, str):
        return tuple(syllable.lower() for syllable in lazy_pinyin(value))
    return (value,)


def _plain(text: str) -> str:
    """Full width and letter case do not matter; nor do the three kinds of brackets of a 文号."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return folded.translate(str.maketrans("〔〕【】()", "[][][]"))
