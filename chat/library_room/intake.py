"""What was uploaded in one session, and what became of it."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from chat.library.entries import Entry
from chat.library.metadata import Metadata
from chat.library.staged import Staged
from records import Message


@dataclass(slots=True)
class Item:
    """A staged document.

    `metadata` is its form as proposed. `older` are the rows, as last shown, that it could replace,
    and `replaces` is the id of the one that it does unless somebody chooses otherwise.
    """

    staged: Staged
    metadata: Metadata
    older: list[Entry] = field(default_factory=list)
    replaces: str = ""
    saved: Entry | None = None
    discarded: bool = False

    @property
    def token(self) -> str:
        """Which one it is."""
        return self.staged.token

    @property
    def is_open(self) -> bool:
        """Whether it is still to be saved or discarded."""
        return self.saved is None and not self.discarded


@dataclass(slots=True)
class FileRow:
    """A file: being read (so many pages of so many), read, or refused with a problem."""

    name: str
    done: bool = False
    page: int = 0
    pages: int = 0
    problem: Message | None = None
    items: list[Item] = field(default_factory=list)

    @property
    def is_over(self) -> bool:
        """Whether there is nothing left to do with it."""
        return self.done and not any(item.is_open for item in self.items)


class Intake:
    """The files of one session, in the order in which they came.

    The pages of the session share it, and events that run at the same time. Safe between threads.
    """

    def __init__(self) -> None:
        self._rows: list[FileRow] = []
        self._shown = 0
        self._lock = threading.Lock()

    @property
    def rows(self) -> tuple[FileRow, ...]:
        """The files as they are now."""
        with self._lock:
            return tuple(self._rows)

    def add(self, row: FileRow) -> None:
        """A file has come."""
        with self._lock:
            self._rows.append(row)

    def drop(self, row: FileRow) -> None:
        """Forget a file, this one and no other that looks the same. Twice does no harm."""
        with self._lock:
            self._rows = [one for one in self._rows if one is not row]

    def tidy(self) -> None:
        """Forget the files with which there is nothing left to do."""
        with self._lock:
            self._rows = [row for row in self._rows if not row.is_over]

    def next_serial(self) -> int:
        """The number of a drawing: higher than that of any before."""
        with self._lock:
            self._shown += 1
            return self._shown

    def item(self, token: str) -> tuple[FileRow, Item] | None:
        """The file and the item of a token, if it is of this session."""
        for row in self.rows:
            for item in row.items:
                if item.token == token:
                    return row, item
        return None

    def open_item(self, chosen: str) -> tuple[FileRow, Item] | None:
        """The item whose form is shown: the chosen one, else the first that is still open."""
        found = self.item(chosen)
        if found and found[1].is_open:
            return found
        for row in self.rows:
            for item in row.items:
                if item.is_open:
                    return row, item
        return None


@dataclass(slots=True)
class Bench:
    """What one page works on: `replacing` is the document that its uploads are to replace, and
    `chosen` the token of the item whose form is open.
    """

    replacing: Entry | None = None
    chosen: str = ""
