"""Puts the library together from settings and the running answering service."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path

from answer.dates import today_in_china
from chat.audit import AuditTrail
from chat.library.fetching import Fetch, Limits, PageFetcher
from chat.library.questions import Answering, Questions
from chat.library.service import LibraryService
from chat.library.staging import Staging
from index.embedding import Embedder
from index.errors import StorageBusy
from index.identity import identity_of
from index.library import Library, LibraryFolder
from index.store import Store
from ingest.content import OnPage
from ingest.reading import read_file
from records import Document
from settings import Settings


def open_library(
    settings: Settings,
    answering: Answering,
    embedder: Embedder,
    audit: AuditTrail,
    fetch: Fetch | None = None,
    clock: Callable[[], date] = today_in_china,
) -> LibraryService:
    """The library of these settings. What a crash left unfinished is finished first.

    `embedder` is that of the storage (`Searcher.embedder`), `answering` the running service.

    Raises StorageError if the storage or the library's folder cannot be used.
    """

    def read(path: Path, on_page: OnPage) -> Sequence[Document]:
        return read_file(path, settings, on_page=on_page)

    library = Library(
        LibraryFolder(settings.library_folder),
        partial(Store.open, settings.storage, identity_of(settings)),
        embedder,
        settings.passage_characters,
    )
    try:
        # Whoever is writing to the storage brings the library in.
        with suppress(StorageBusy):
            library.heal()
    except BaseException:
        library.close()
        raise
    most = settings.max_file_megabytes * 2**20
    staging = Staging(read, lambda: library.store, settings.passage_characters, most)
    fetch = fetch or PageFetcher(Limits(most_bytes=most))

    def revision() -> object:
        store = library.store
        return clock(), store.opening, *store.version()

    questions = Questions(answering, revision)
    return LibraryService(library, staging, questions, audit, fetch, clock)
