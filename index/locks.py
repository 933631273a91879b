"""Who may write to a storage, and when. The kernel frees a lock whose process has died."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from index.errors import StorageBusy, StorageReplaced

# Held for the whole of an ingest, a removal or a rebuild: those that come next see its result.
WRITER_FILE = "writer.lock"
WRITER_SECONDS = 10.0
# Held while the derived indexes are written, which readers do too after a crash of a writer.
DERIVED_FILE = "derived.lock"
DERIVED_SECONDS = 60.0


@contextmanager
def writer_lock(folder: Path) -> Iterator[None]:
    """Be the only writer of the storage.

    Raises StorageBusy after ten seconds of waiting, StorageReplaced if the folder is gone.
    """
    with _held(folder / WRITER_FILE, folder, WRITER_SECONDS):
        yield


@contextmanager
def derived_lock(folder: Path, seconds: float | None = None) -> Iterator[None]:
    """Be the only one who writes the derived indexes.

    Raises StorageBusy after `seconds` of waiting, by default a minute, StorageReplaced if the
    folder is gone.
    """
    wait = DERIVED_SECONDS if seconds is None else seconds
    with _held(folder / DERIVED_FILE, folder, wait):
        yield


@contextmanager
def swap_lock(folder: Path) -> Iterator[None]:
    """Be the only one who makes the storage's folder, or puts another in its place.

    The lock lies beside the folder, which is gone for a moment while two change places.

    Raises StorageBusy after ten seconds of waiting, StorageReplaced if the folder above is gone.
    """
    beside = folder.with_name(f".{folder.name}.lock")
    with _held(beside, folder, WRITER_SECONDS):
        yield


@contextmanager
def _held(file: Path, folder: Path, seconds: float) -> Iterator[None]:
    lock = FileLock(file, timeout=seconds)
    try:
        lock.acquire()
    except Timeout as error:
        raise StorageBusy(folder) from error
    except FileNotFoundError as error:
        raise StorageReplaced(folder) from error
    try:
        yield
    finally:
        lock.release()
