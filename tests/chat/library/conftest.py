"""Fixtures of the library's tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.chat.library.library_service import Room, open_room
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
