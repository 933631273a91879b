"""All documents are found, once, in order; nothing that looks like one is dropped in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.discovery import find_files
from ingest.errors import UnreadableFile


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in [
        "b.txt",
        "a.pdf",
        "a.pdf.yaml",
        "deep/er/c.DOCX",
        "deep/old.doc",
        "deep/old.wps",
        ".hidden/x.txt",
        ".hidden.txt",
        "~$b.docx",
        "code.py",
        "film.mp4",
        "settings.yaml",
    ]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("正文", encoding="utf-8")
    return tmp_path


def names(folder: Path, found: list[Path]) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in found]


def test_folders_are_searched_with_their_subfolders(folder: Path) -> None:
    assert names(folder, find_files([folder])) == [
        "a.pdf",
        "b.txt",
        "deep/er/c.DOCX",
        "deep/old.doc",
        "deep/old.wps",
    ]


def test_a_file_named_twice_comes_once(folder: Path) -> None:
    again = folder / "deep" / ".." / "b.txt"
    assert len(find_files([folder / "b.txt", again, folder])) == 5


def test_a_file_named_outright_is_always_returned(folder: Path) -> None:
    assert names(folder, find_files([folder / "code.py", folder / ".hidden.txt"])) == [
        ".hidden.txt",
        "code.py",
    ]


def test_a_folder_without_documents_gives_none(tmp_path: Path) -> None:
    assert find_files([tmp_path]) == []


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="没有这个文件或文件夹") as caught:
        find_files([tmp_path / "nowhere"])
    assert str(tmp_path / "nowhere") in str(caught.value)
