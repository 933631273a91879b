"""What is proposed for a staged document: which older one it could replace, and its form."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict, replace
from typing import Any

from chat.library.entries import Entry
from chat.library.service import LibraryService
from chat.library.staged import StagedFile
from chat.library_room.intake import FileRow, Item
from index.library.errors import UnknownDocument

# What seldom changes from one version to the next.
_INHERITED = ("region", "kind", "issuing_body")


class Proposals:
    """Fills in what the library knows about the items of an intake."""

    def __init__(self, library: LibraryService) -> None:
        self._library = library

    def take(self, row: FileRow, read: StagedFile, replacing: Entry | None) -> None:
        """Put what was read into the row of its file."""
        row.problem = read.problem
        for staged in read.documents:
            item = Item(staged, staged.metadata)
            if replacing:
                item.older.append(replacing)
                self.set_replaced(item, replacing.id)
            item.older += self._entries(staged.older, but=item.replaces)
            row.items.append(item)

    def set_replaced(self, item: Item, document_id: str) -> None:
        """What the text does not say is proposed as the replaced document has it."""
        item.replaces, proposed = document_id, item.staged.metadata
        item.metadata = proposed
        if document_id:
            with suppress(UnknownDocument):  # saving tells of it
                old = asdict(self._library.metadata(document_id))
                # The region may have been taken from the issuing body: that the text did not say.
                unsaid = [name for name in _INHERITED if not getattr(item.staged.document, name)]
                known = {name: old[name] for name in unsaid if old[name]}
                item.metadata = replace(proposed, **known)

    def look_again(self, item: Item) -> None:
        """The rows that the item could replace as they are now: the next save goes by them."""
        ids = tuple(one.id for one in item.older)
        item.older = self._entries(ids)

    def _entries(self, ids: tuple[str, ...], but: str = "") -> list[Any]:
        found = []
        for one in ids:
            with suppress(UnknownDocument):
                if one != but:
                    found.append(self._library.entry(one, staff=True))
        return found
