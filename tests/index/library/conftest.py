"""Fixtures of the library's tests."""

from __future__ import annotations

import pytest

from tests.library_storage import LibraryStorage
from tests.small_storage import SmallStorage


@pytest.fixture
def beside(tiny_storage: SmallStorage) -> LibraryStorage:
    """The tiny storage with an empty library."""
    return LibraryStorage(tiny_storage)
