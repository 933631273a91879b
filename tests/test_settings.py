"""Settings that follow from others."""

from __future__ import annotations

from pathlib import Path

from tests.small_storage import SETTINGS


def test_the_library_lies_beside_the_storage_that_is_used() -> None:
    assert SETTINGS.library_folder == Path("storage-library")
    elsewhere = SETTINGS.on_storage(Path("/data/answers"))
    assert elsewhere.library_folder == Path("/data/answers-library")
    named = elsewhere.model_copy(update={"library": Path("/kept")})
    assert named.library_folder == Path("/kept")
