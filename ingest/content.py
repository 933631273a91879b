"""What a reader takes out of a file, before it becomes a Document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

OnPage = Callable[[int, int], None]
"""Called with (pages done, pages in all) by readers of long documents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The text of one document and what the file says about it.

    `metadata` was written as metadata (front matter, a JSON field) and is checked strictly.
    `hints` were found by the reader (a page's `<meta>` tags) and give way to everything else.
    `place` says where in the file this document stands (“第3行 / line 3”), for error messages.
    `may_be_page` says that page chrome may surround the text; `is_page` that it surely does.
    """

    text: str
    metadata: Mapping[str, object] = field(default_factory=dict)
    hints: Mapping[str, str] = field(default_factory=dict)
    place: str = ""
    may_be_page: bool = False
    is_page: bool = False


class Reader(Protocol):
    """Reads one file type: one Content for most files, several for a collection."""

    def __call__(self, path: Path) -> list[Content]:
        """Return what stands in the file. Raises UnreadableFile."""
        ...
