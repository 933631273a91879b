"""The document library on disk: what was added, replaced, edited and withdrawn by hand."""

from index.library.changes import Library, Original, version_of, version_token
from index.library.errors import LibraryError
from index.library.folder import LibraryFolder
from index.library.record import Record, Version
from index.library.sync import sync

__all__ = [
    "Library",
    "LibraryError",
    "LibraryFolder",
    "Original",
    "Record",
    "Version",
    "sync",
    "version_of",
    "version_token",
]
