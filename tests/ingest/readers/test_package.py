"""Office files that are made to do harm are refused before they are unpacked."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from ingest.errors import UnreadableFile
from ingest.readers.package import check_package


def packed(path: Path, megabytes: int, entries: int = 1) -> Path:
    """An archive of zeros that looks like a Word file."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(entries):
            archive.writestr(f"word/{number}.xml", bytes(megabytes * 2**20))
    return path


@pytest.mark.parametrize(("megabytes", "entries"), [(80, 1), (0, 20_001)])
def test_a_bomb_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, megabytes: int, entries: int
) -> None:
    path = packed(tmp_path / "bomb.docx", megabytes, entries)

    def unpacked(*_: object) -> None:
        raise AssertionError("it was unpacked")

    monkeypatch.setattr(zipfile.ZipFile, "testzip", unpacked)
    monkeypatch.setattr(zipfile.ZipFile, "open", unpacked)
    with pytest.raises(UnreadableFile, match="far too much"):
        check_package(path, "word/")


def test_a_small_file_may_be_as_repetitive_as_it_likes(tmp_path: Path) -> None:
    check_package(packed(tmp_path / "small.docx", 10), "word/")


def test_an_archive_that_lies_about_its_size_is_damaged(tmp_path: Path) -> None:
    path = packed(tmp_path / "liar.docx", 1)
    data = path.read_bytes()
    size = (2**20).to_bytes(4, "little")
    assert data.count(size) == 2
    path.write_bytes(data.replace(size, (16).to_bytes(4, "little")))
    with pytest.raises(UnreadableFile, match="damaged"):
        check_package(path, "word/")
