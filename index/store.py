"""The storage in SQLite: documents, their passages, and vectors by the hash of their text.

Every write is one transaction, so a crash leaves the state before it or after it. Readers work in
their own connections and never wait for a writer (write-ahead log).
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from datetime import datetime
from pathlib import Path
from typing import Self

import numpy as np

from index.database import (
    DATABASE,
    Connection,
    DatabaseError,
    clear_errors,
    connect,
    create_database,
)
from index.embedding.protocol import Vectors
from index.errors import StorageDamaged, StorageMismatch, StorageMissing, StorageReplaced
from index.identity import Identity
from index.locks import swap_lock, writer_lock
from index.migration import migrate
from index.rows import document_from_row, header_from_row, passage_from_row
from index.writer import Writer
from records import Document, DocumentState, Passage

# SQLite takes so many values in one statement and more; longer lists go in parts.
BATCH = 500
_STATE_COLUMNS = "coalesce(s.state, 'current'), coalesce(s.replaced_by, '')"
_DOCUMENTS = "documents d LEFT JOIN states s ON s.document_id = d.id"
_DOCUMENT_COLUMNS = f"d.id, d.text, d.metadata, {_STATE_COLUMNS}"
_PASSAGE_COLUMNS = (
    "p.document_id, d.metadata ->> 'title', p.start, p.end, "
    "substr(d.text, p.start + 1, p.end - p.start), p.clause"
)


class Store:
    """One open connection to a storage. Safe to share between threads of one process."""

    def __init__(self, folder: Path, connection: Connection) -> None:
        """Use `Store.open` or `Store.create`."""
        self.folder = folder
        # Tells this opening from every other, which the counts of `version` do not.
        self.opening = secrets.token_hex(8)
        self._connection = connection
        self._lock = threading.RLock()
        self._file = _file_of(folder)

    @classmethod
    def open(cls, folder: Path, identity: Identity) -> Self:
        """Open an existing storage; one of an older schema is brought up to date where it can be.

        Raises StorageMissing, StorageDamaged, or StorageMismatch if it is of another identity.
        """
        store = cls.open_as_is(folder)
        if migrate(folder, store.identity(), identity):
            store.close()
            store = cls.open_as_is(folder)
        if differences := store.identity().differences(identity):
            store.close()
            raise StorageMismatch(folder, differences)
        return store

    @classmethod
    def open_as_is(cls, folder: Path) -> Self:
        """Open a storage of any identity. Raises StorageMissing or StorageDamaged."""
        if not (folder / DATABASE).is_file():
            raise StorageMissing(folder)
        try:
            store = cls(folder, connect(folder))
            store.identity()
        except (DatabaseError, KeyError) as error:
            raise StorageDamaged(folder, str(error)) from error
        return store

    @classmethod
    def create(cls, folder: Path, identity: Identity) -> Self:
        """Open the storage, making an empty one if the folder has none. Raises as `open` does."""
        if not (folder / DATABASE).is_file():
            _make_folder(folder)
            with writer_lock(folder):
                if not (folder / DATABASE).is_file():
                    create_database(folder, identity)
        return cls.open(folder, identity)

    def close(self) -> None:
        """Close the connection. Closing twice does no harm."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """One transaction: all that is written in it becomes visible at once, or not at all."""
        with self._lock, clear_errors(self.folder):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield Writer(self.folder, self._connection)
                self._connection.execute("COMMIT")
            except BaseException:
                # On a full disk SQLite has rolled back already.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def only_writer(self) -> Iterator[None]:
        """Keep other processes from writing for as long as several transactions belong together.

        Raises StorageBusy if one is at it, StorageReplaced if one has rebuilt the storage since
        it was opened here.
        """
        if self.is_replaced():
            raise StorageReplaced(self.folder)
        with writer_lock(self.folder):
            if self.is_replaced():
                raise StorageReplaced(self.folder)
            yield

    def is_replaced(self) -> bool:
        """Whether the folder now holds another database, or none; this one stays readable."""
        return _file_of(self.folder) != self._file

    def identity(self) -> Identity:
        """What the storage was built with."""
        meta = dict(self._rows("SELECT key, value FROM meta"))
        return Identity(**{field.name: meta[field.name] for field in fields(Identity)})

    def version(self) -> tuple[int, int]:
        """A token that changes whenever the stored state does, in whatever process.

        It means something to this Store only: SQLite counts the commits of others and its own.
        """
        with self._lock:
            ((elsewhere,),) = self._rows("PRAGMA data_version")
            return int(elsewhere), self._connection.total_changes

    def document(self, document_id: str) -> Document:
        """The document. Raises KeyError if it is not, or no longer, there."""
        rows = self._rows(
            f"SELECT {_DOCUMENT_COLUMNS} FROM {_DOCUMENTS} WHERE d.id = ?", (document_id,)
        )
        if not rows:
            raise KeyError(document_id)
        return document_from_row(*rows[0])

    def documents(self) -> list[Document]:
        """Every document in whatever state, by id."""
        rows = self._rows(f"SELECT {_DOCUMENT_COLUMNS} FROM {_DOCUMENTS} ORDER BY d.id")
        return [document_from_row(*row) for row in rows]

    def document_headers(self) -> list[Document]:
        """Every document without its text, by id: for filters and lists."""
        rows = self._rows(
            f"SELECT d.id, d.metadata, {_STATE_COLUMNS} FROM {_DOCUMENTS} ORDER BY d.id"
        )
        return [header_from_row(*row) for row in rows]

    def passages(self, document_id: str) -> list[Passage]:
        """The passages of a document in the order of its text; none if it is not there."""
        rows = self._rows(
            f"SELECT {_PASSAGE_COLUMNS} FROM passages p JOIN documents d ON d.id = p.document_id "
            "WHERE p.document_id = ? ORDER BY p.start",
            (document_id,),
        )
        return [passage_from_row(*row) for row in rows]

    def passages_by_key(self, keys: Sequence[int]) -> dict[int, Passage]:
        """The passages of these keys; keys that are gone are left out."""
        rows = self._rows_among(
            f"SELECT p.key, {_PASSAGE_COLUMNS} FROM passages p "
            "JOIN documents d ON d.id = p.document_id WHERE p.key IN ",
            keys,
        )
        return {row[0]: passage_from_row(*row[1:]) for row in rows}

    def passage_keys(self) -> dict[int, str]:
        """The document id of every passage that can be found, keys ascending.

        Passages of withdrawn documents are stored, and not found.
        """
        return dict(
            self._rows(
                "SELECT p.key, p.document_id FROM passages p "
                "LEFT JOIN states s ON s.document_id = p.document_id "
                "WHERE coalesce(s.state, 'current') <> 'withdrawn' ORDER BY p.key"
            )
        )

    def vectors_by_key(self, keys: Sequence[int]) -> tuple[list[int], Vectors]:
        """The keys that are there, and their vectors, shape (keys, dimension)."""
        rows = list(
            self._rows_among(
                "SELECT p.key, v.vector FROM passages p JOIN vectors v USING (text_hash) "
                "WHERE p.key IN ",
                keys,
            )
        )
        if not rows:
            return [], np.zeros((0, 0), np.float32)
        joined = b"".join(vector for _, vector in rows)
        return [key for key, _ in rows], np.frombuffer(joined, np.float32).reshape(len(rows), -1)

    def known_hashes(self, hashes: Iterable[bytes]) -> set[bytes]:
        """Those text hashes whose vector is stored already."""
        wanted = list(dict.fromkeys(hashes))
        rows = self._rows_among("SELECT text_hash FROM vectors WHERE text_hash IN ", wanted)
        return {row[0] for row in rows}

    def sources(self) -> dict[str, str]:
        """The fingerprint of every source path that is fully stored."""
        return dict(self._rows("SELECT path, fingerprint FROM sources"))

    def older_versions(self, document_id: str) -> list[str]:
        """The ids of the stored older versions of a document, oldest first."""
        rows = self._rows(
            "SELECT s.document_id FROM states s JOIN documents d ON d.id = s.document_id "
            "WHERE s.replaced_by = ? ORDER BY length(s.document_id), s.document_id",
            (document_id,),
        )
        return [row[0] for row in rows]

    def document_sources(self) -> dict[str, tuple[str, str]]:
        """The source path and content hash of every document id."""
        rows = self._rows("SELECT id, source, content_hash FROM documents")
        return {row[0]: (row[1], row[2]) for row in rows}

    def states(self) -> dict[str, tuple[DocumentState, str]]:
        """State and successor of every document id that is not current, stored or not."""
        rows = self._rows("SELECT document_id, state, replaced_by FROM states")
        return {row[0]: (DocumentState(row[1]), row[2]) for row in rows}

    def passage_counts(self) -> dict[str, int]:
        """How many passages every document has; those without any are left out."""
        return dict(self._rows("SELECT document_id, count(*) FROM passages GROUP BY document_id"))

    def ids_of_text(self, text: str) -> list[str]:
        """The documents, in whatever state, whose text is exactly this, by id."""
        rows = self._rows("SELECT id FROM documents WHERE text = ? ORDER BY id", (text,))
        return [row[0] for row in rows]

    def ids_with(self, words: str) -> set[str]:
        """The documents, in whatever state, in whose text this stands; letter case of a-z aside."""
        rows = self._rows(
            "SELECT id FROM documents WHERE instr(lower(text), lower(?)) > 0", (words,)
        )
        return {row[0] for row in rows}

    def updated_at(self) -> datetime | None:
        """When the newest change was written, in UTC; None for an empty storage."""
        (newest,) = self._rows("SELECT max(updated_at) FROM documents")[0]
        return datetime.fromisoformat(newest) if newest else None

    def integrity(self) -> list[str]:
        """What SQLite finds wrong with the file and its references; empty if sound."""
        problems = [row[0] for row in self._rows("PRAGMA integrity_check") if row[0] != "ok"]
        problems += [
            f"dangling reference in {row[0]}" for row in self._rows("PRAGMA foreign_key_check")
        ]
        return problems

    def _rows(self, statement: str, values: tuple[object, ...] = ()) -> list[tuple]:  # type: ignore[type-arg]
        with self._lock, clear_errors(self.folder):
            return self._connection.execute(statement, values).fetchall()

    def _rows_among(self, statement: str, values: Sequence[object]) -> Iterator[tuple]:  # type: ignore[type-arg]
        """The rows of `statement`, which ends in IN, for all of these values."""
        for start in range(0, len(values), BATCH):
            part = tuple(values[start : start + BATCH])
            yield from self._rows(f"{statement} ({','.join('?' * len(part))})", part)


def _make_folder(folder: Path) -> None:
    """Make the folder where there is none, but not while two are changing places."""
    if folder.exists():
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    with swap_lock(folder):
        folder.mkdir(exist_ok=True)


def _file_of(folder: Path) -> tuple[int, int] | None:
    """What tells the database file from another one of the same name."""
    try:
        found = (folder / DATABASE).stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino
