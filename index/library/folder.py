"""The folder of the library: originals, texts and a record for each document.

    documents/ID/record.json        what is known; replaced as a whole, so it is old or new
    documents/ID/1/text.txt         the text of version 1, as it is stored
    documents/ID/1/original.pdf     the file that it was read from

A storage can be built from it at any time. It is the program's own: editing it by hand is not
meant, deleting the folder of a document is.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from index.library.errors import LibraryBusy, LibraryDamaged
from index.library.record import Record, Version, record_from_json, record_json, with_metadata
from ingest.metadata import slug
from records import Document

LOCK_FILE = "library.lock"
LOCK_SECONDS = 10.0
RECORD = "record.json"
TEXT = "text.txt"
_PLAIN_NAME = re.compile(r"\w[\w.-]*")
# File systems allow 255 bytes.
_LONGEST_NAME = 180
_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")


class LibraryFolder:
    """Reads and writes the folder. It need not exist: the first change makes it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def exists(self) -> bool:
        """Whether anything was ever written."""
        return (self.path / "documents").is_dir()

    def holds(self, source: str) -> bool:
        """Whether a document with this source comes from here."""
        return Path(source).is_relative_to(self.path.resolve())

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Be the only one who changes records. Raises LibraryBusy after ten seconds of waiting."""
        self.path.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.path / LOCK_FILE, timeout=LOCK_SECONDS)
        try:
            lock.acquire()
        except Timeout as error:
            raise LibraryBusy(self.path) from error
        try:
            yield
        finally:
            lock.release()

    def folder_of(self, document_id: str) -> Path:
        """The folder of a document, whatever characters its id has."""
        name = document_id
        if not _PLAIN_NAME.fullmatch(name) or len(name.encode()) > _LONGEST_NAME:
            digest = hashlib.sha256(document_id.encode()).hexdigest()[:16]
            name = f"{slug(document_id)[:30]}-{digest}"
        return self.path / "documents" / name

    def records(self) -> list[Record]:
        """Every record, by folder. Raises LibraryDamaged."""
        found = sorted((self.path / "documents").glob(f"*/{RECORD}"))
        return [_read(path) for path in found]

    def record(self, document_id: str) -> Record | None:
        """The record of a document; None if it was never touched here. Raises LibraryDamaged."""
        path = self.folder_of(document_id) / RECORD
        return _read(path) if path.is_file() else None

    def put(self, record: Record) -> None:
        """Write a record in place of the one before."""
        _write(self.folder_of(record.id) / RECORD, record_json(record).encode())

    @contextmanager
    def undone_on_error(self, document_id: str) -> Iterator[None]:
        """Put the record back as it was if what is done meanwhile fails."""
        path = self.folder_of(document_id) / RECORD
        before = path.read_bytes() if path.is_file() else None
        try:
            yield
        except BaseException:
            if before is not None:
                _write(path, before)
            else:
                path.unlink(missing_ok=True)
            raise

    def put_version(
        self, record: Record, version: Version, text: str, suffix: str = "", content: bytes = b""
    ) -> None:
        """Write the text of a version, and its original if there is one.

        They count once the record that has the version is written.
        """
        folder = self._version_folder(record, version)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        _write(folder / TEXT, text.encode())
        if content:
            plain = suffix.lower() if _SUFFIX.fullmatch(suffix.lower()) else ""
            _write(folder / f"original{plain}", content)

    def source(self, record: Record, version: Version) -> str:
        """What the storage gives as the source of a version."""
        return str((self._version_folder(record, version) / TEXT).resolve())

    def original(self, record: Record, version: Version) -> Path | None:
        """The file that a version was read from; None for one that was copied from the storage."""
        return next(self._version_folder(record, version).glob("original*"), None)

    def document(self, record: Record, version: Version) -> Document:
        """A version as it is stored, but for its state. Raises LibraryDamaged."""
        path = self._version_folder(record, version) / TEXT
        try:
            text = path.read_bytes().decode()
            bare = Document(id=record.stored_id(version), title="", text=text)
            return with_metadata(bare, version.metadata)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise LibraryDamaged(path, str(error)) from error

    def _version_folder(self, record: Record, version: Version) -> Path:
        return self.folder_of(record.id) / str(version.number)


def _read(path: Path) -> Record:
    try:
        return record_from_json(path.read_text("utf-8"))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LibraryDamaged(path, str(error)) from error


def _write(path: Path, content: bytes) -> None:
    """Write beside, then put in place: after a crash the file is the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".new")
    with fresh.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    fresh.replace(path)
