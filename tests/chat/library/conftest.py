"""Fixtures of the library's tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from answer.service import Service
from chat.library.opening import open_library
from chat.library.service import LibraryService
from index.search import Searcher
from ingest.__main__ import main
from settings import Settings
from tests.chat.library.library_service import AuditList, Room, open_room
from tests.library_storage import LibraryStorage
from tests.small_storage import SmallStorage


@pytest.fixture
def beside(tiny_storage: SmallStorage) -> LibraryStorage:
    """The tiny storage with an empty library."""
    return LibraryStorage(tiny_storage)


@pytest.fixture
def room(beside: LibraryStorage) -> Iterator[Room]:
    """The library's service on it."""
    opened = open_room(beside)
    yield opened
    opened.service.close()
    opened.answering.close()


@pytest.fixture
def settings(tmp_path: Path, built_model: Path) -> Settings:
    """A corpus of one document, ingested."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    text = "# 江城市人才住房通知\n\n第一条 青年人才每月发放租房补贴1500元。\n"
    (corpus / "housing.md").write_text(text, "utf-8")
    made = Settings(storage=tmp_path / "storage", corpus=corpus)
    assert main(["--storage", str(made.storage), str(corpus)]) == 0
    return made


@pytest.fixture
def running(settings: Settings) -> Iterator[tuple[Service, LibraryService]]:
    searcher = Searcher.open(settings)
    answering = Service(searcher)
    library = open_library(settings, answering, searcher.embedder, AuditList())
    yield answering, library
    library.close()
    answering.close()
