"""Brings a storage of an older schema up to the present one, keeping all that it holds."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from index.database import clear_errors, connect
from index.identity import Identity
from index.locks import writer_lock

# From one schema to the next; each statement is repeatable.
_STEPS: Mapping[str, tuple[str, str]] = {
    "1": (
        "2",
        "CREATE TABLE IF NOT EXISTS states (document_id TEXT PRIMARY KEY, state TEXT NOT NULL, "
        "replaced_by TEXT NOT NULL) WITHOUT ROWID",
    ),
}


def migrate(folder: Path, stored: Identity, wanted: Identity) -> bool:
    """Bring the storage from its schema to the wanted one; False if no steps lead there.

    All in one transaction. Programs of the older schema that have the storage open go on reading.
    Raises StorageBusy when another process is writing.
    """
    steps = _path(stored.schema, wanted.schema)
    if not steps:
        return False
    with writer_lock(folder), clear_errors(folder), closing(connect(folder)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        for statement in steps:
            connection.execute(statement)
        connection.execute("UPDATE meta SET value = ? WHERE key = 'schema'", (wanted.schema,))
        connection.execute("COMMIT")
    return True


def _path(schema: str, wanted: str) -> list[str]:
    """The statements from one schema to another; none where they do not lead there."""
    statements = []
    while schema != wanted:
        if schema not in _STEPS:
            return []
        schema, statement = _STEPS[schema]
        statements.append(statement)
    return statements
