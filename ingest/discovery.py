"""Finds the documents in files and folders."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from ingest.errors import UnreadableFile
from ingest.file_types import is_document
from records import Message

# Office writes "~$name.docx" beside a file that is open; macOS archives bring "__MACOSX".
_NOT_DOCUMENTS = ("~$", ".~")


def find_files(paths: Sequence[Path]) -> list[Path]:
    """Return the documents under `paths`, sorted, each once.

    Folders are searched with their subfolders; hidden files, sidecars and files that are no
    documents (code, archives, films) are left out. A document in a format that cannot be read
    (.doc, .wps …) is returned, so that reading it says what to do; and so is every file named
    outright. Raises UnreadableFile for a path that does not exist.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        if not path.exists():
            raise UnreadableFile(
                path,
                Message("没有这个文件或文件夹", "There is no such file or folder"),
                Message("请检查路径是否写对", "Check the spelling of the path"),
            )
        for file in [path] if path.is_file() else _walk(path):
            found.setdefault(file.resolve(), file)
    return sorted(found.values())


def _walk(folder: Path) -> Iterator[Path]:
    for directory, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith((".", "__MACOSX"))]
        for name in files:
            path = Path(directory, name)
            if not name.startswith((".", *_NOT_DOCUMENTS)) and is_document(path):
                yield path
