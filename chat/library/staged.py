"""What was uploaded and not saved yet, as it is told to whoever uploaded it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from chat.library.metadata import Metadata
from chat.library.reading import OutlineItem
from records import Document, Message, Passage


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came; `url` is where it was fetched from, if it was."""

    name: str
    content: bytes
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """A document that can be saved. `token` says which; `metadata` is the form as proposed.

    `same_text` is the id of a stored document with exactly this text, else empty: it cannot be
    saved then. `older` are ids of current documents of which it may be a newer version.
    """

    token: str
    document: Document
    metadata: Metadata
    outline: tuple[OutlineItem, ...]
    passages: tuple[Passage, ...]
    same_text: str = ""
    older: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StagedFile:
    """What became of one file: its documents, or why there are none."""

    name: str
    documents: tuple[Staged, ...] = ()
    problem: Message | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """File number `file` of `files` is being read, and so many of its pages are done."""

    name: str
    file: int
    files: int
    page: int = 0
    pages: int = 0


OnProgress = Callable[[Progress], None]
