"""The SQLite file of a storage: made, opened, and its errors in words that say what to do."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import fields
from pathlib import Path

from index.errors import StorageBusy, StorageDamaged
from index.identity import Identity

DATABASE = "policies.sqlite"
BUSY_SECONDS = 30.0
Connection = sqlite3.Connection
# What reading a file can raise that is no database of ours.
DatabaseError = sqlite3.DatabaseError
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def connect(folder: Path) -> Connection:
    """A connection in which every statement outside BEGIN … COMMIT is its own transaction."""
    connection = sqlite3.connect(
        folder / DATABASE, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def create_database(folder: Path, identity: Identity) -> None:
    """Create in a side file first, so that a crash leaves no half-made database."""
    fresh = folder / f".{DATABASE}.new"
    fresh.unlink(missing_ok=True)
    schema = Path(__file__).with_name("schema.sql").read_text("utf-8")
    with closing(sqlite3.connect(fresh)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(schema)
        connection.executemany(
            "INSERT INTO meta VALUES (?, ?)",
            [(field.name, getattr(identity, field.name)) for field in fields(identity)],
        )
        # Derived indexes of an earlier database in this folder must not pass for this one's.
        first_key = secrets.randbelow(1 << 52)
        connection.execute("INSERT INTO sqlite_sequence VALUES ('passages', ?)", (first_key,))
        connection.commit()
    # The log of a database that was deleted would be played into the new one.
    for suffix in ("-wal", "-shm"):
        (folder / (DATABASE + suffix)).unlink(missing_ok=True)
    fresh.replace(folder / DATABASE)


@contextmanager
def clear_errors(folder: Path) -> Iterator[None]:
    """Raise StorageBusy or StorageDamaged where SQLite says that it is locked or damaged."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_BUSY:
            raise StorageBusy(folder) from error
        if code in _DAMAGE:
            raise StorageDamaged(folder, str(error)) from error
        raise
