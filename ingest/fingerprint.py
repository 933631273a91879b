"""Tells whether a file has changed since it was read. Imports nothing heavy."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ingest.sidecar import sidecars_of

# Raise it when reading itself changes, so that files on disk are read again.
READING_VERSION = 1


def fingerprint(path: Path) -> str:
    """Return the SHA-256, in hex, of the file's bytes, its sidecars and the reading version.

    Raises OSError when the file cannot be opened.
    """
    digest = hashlib.sha256(f"reading {READING_VERSION}\n".encode())
    for part in [path, *sidecars_of(path)]:
        with part.open("rb") as stream:
            digest.update(hashlib.file_digest(stream, "sha256").digest())
    return digest.hexdigest()
