"""What can be written to a storage, always inside a transaction of `Store.writing`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from index.database import Connection
from index.embedding.protocol import Vectors
from index.errors import EmbeddingError
from index.rows import metadata_json, passage_row
from records import Document, DocumentState, Passage


class Writer:
    """Writes through a connection on which a transaction is open."""

    def __init__(self, folder: Path, connection: Connection) -> None:
        """Made by `Store.writing` only."""
        self._folder = folder
        self._connection = connection

    def put_vectors(self, hashes: Sequence[bytes], vectors: Vectors) -> None:
        """Store vectors by the hash of the text that they embed.

        Raises EmbeddingError when they are not of the length of those that are stored already.
        """
        stored = self._connection.execute("SELECT length(vector) / 4 FROM vectors LIMIT 1")
        dimension = next(stored, (vectors.shape[1],))[0]
        if dimension != vectors.shape[1]:
            raise EmbeddingError(
                f"the vectors in {self._folder} have {dimension} dimensions, the embedding model "
                f"now gives {vectors.shape[1]}: delete the folder and run python -m ingest "
                f"--storage {self._folder}"
            )
        self._connection.executemany(
            "INSERT OR IGNORE INTO vectors VALUES (?, ?)",
            [(key, vector.tobytes()) for key, vector in zip(hashes, vectors, strict=True)],
        )

    def put_document(
        self,
        document: Document,
        passages: Sequence[Passage],
        hashes: Sequence[bytes],
        *,
        source: str,
        content_hash: str,
    ) -> None:
        """Store a document in place of the one with the same id. Its vectors must be there."""
        self.remove_document(document.id)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self._connection.execute(
            "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?)",
            (document.id, source, content_hash, document.text, metadata_json(document), now),
        )
        self._connection.executemany(
            "INSERT INTO passages (document_id, start, end, clause, text_hash) "
            "VALUES (?, ?, ?, ?, ?)",
            [
                passage_row(passage, text_hash)
                for passage, text_hash in zip(passages, hashes, strict=True)
            ],
        )

    def remove_document(self, document_id: str) -> bool:
        """Remove a document and its passages; False if there was none."""
        cursor = self._connection.execute("DELETE FROM documents WHERE id = ?", (document_id,))
        return cursor.rowcount > 0

    def move_document(self, document_id: str, source: str) -> None:
        """Say that an unchanged document now comes from another file."""
        self._connection.execute(
            "UPDATE documents SET source = ? WHERE id = ?", (source, document_id)
        )

    def put_states(self, states: Mapping[str, tuple[DocumentState, str]]) -> None:
        """Set state and successor of these document ids, stored or not."""
        current = [(one,) for one, (state, _) in states.items() if state is DocumentState.CURRENT]
        self._connection.executemany("DELETE FROM states WHERE document_id = ?", current)
        self._connection.executemany(
            "INSERT OR REPLACE INTO states VALUES (?, ?, ?)",
            [
                (one, state.value, replaced_by)
                for one, (state, replaced_by) in states.items()
                if state is not DocumentState.CURRENT
            ],
        )

    def replace_states(self, states: Mapping[str, tuple[DocumentState, str]]) -> None:
        """Set the states of these documents; all others are current."""
        self._connection.execute("DELETE FROM states")
        self.put_states(states)

    def put_source(self, path: str, fingerprint: str) -> None:
        """Say that all documents of this file are stored as they are now."""
        self._connection.execute(
            "INSERT OR REPLACE INTO sources VALUES (?, ?)", (path, fingerprint)
        )

    def remove_source(self, path: str) -> None:
        """Forget a file. Its documents are removed apart."""
        self._connection.execute("DELETE FROM sources WHERE path = ?", (path,))

    def remove_unused_vectors(self) -> None:
        """Drop the vectors that no passage refers to."""
        self._connection.execute(
            "DELETE FROM vectors WHERE text_hash NOT IN (SELECT text_hash FROM passages)"
        )
