"""Office files that hold nothing but scanned pages."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path, PurePosixPath

from ingest.file_types import IMAGE_SUFFIXES


def scanned_lines(path: Path, folder: str) -> list[str]:
    """Return what OCR finds in the pictures of an Office file without text, in their order.

    `folder` is “word/” or “ppt/”. Raises UnreadableFile for a damaged picture.
    """
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.startswith(f"{folder}media/")]
        names = [name for name in names if PurePosixPath(name).suffix.lower() in IMAGE_SUFFIXES]
        pictures = [io.BytesIO(archive.read(name)) for name in sorted(names, key=_number_in)]
    if not pictures:
        return []
    # OCR takes a second to load; few Office files need it.
    from ingest.readers.image import picture_lines

    return picture_lines(path, pictures)


def _number_in(name: str) -> tuple[int, str]:
    """Office numbers pictures as they come: image2 stands before image10."""
    digits = re.search(r"(\d+)\.\w+$", name)
    return (int(digits[1]) if digits else 0, name)
