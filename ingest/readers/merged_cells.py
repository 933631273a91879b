"""Keeps openpyxl from making millions of cells of a few merged ranges."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO
from xml.parsers import expat

from openpyxl.worksheet.cell_range import CellRange

from ingest.errors import UnreadableFile
from records import Message

# openpyxl makes each of them on opening; a table has thousands, a whole column over a million.
MOST_MERGED_CELLS = 200_000


def check_merged_cells(workbook: Path | BinaryIO, path: Path) -> None:
    """Raise UnreadableFile when more cells of a workbook are merged than there is memory for.

    For a package that `check_package` has found sound; `path` is what the error calls it.
    """
    merged = 0

    def count(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal merged
        if name.endswith("mergeCell"):
            merged += _size(attributes.get("ref", ""))

    with zipfile.ZipFile(workbook) as archive:
        for entry in archive.infolist():
            parser = expat.ParserCreate()
            parser.StartElementHandler = count
            # Pictures are no XML; what is damaged or in an unknown encoding is told on opening.
            with archive.open(entry) as part, suppress(expat.ExpatError, LookupError, ValueError):
                parser.ParseFile(part)
    if merged > MOST_MERGED_CELLS:
        raise UnreadableFile(
            path,
            Message(
                f"文件里有 {merged} 个合并的单元格，最多 {MOST_MERGED_CELLS} 个",
                f"{merged} cells of the file are merged, and {MOST_MERGED_CELLS} are the most",
            ),
            Message(
                "请取消整列或整张表的合并，另存后再加入",
                "Split merged cells that span whole columns or sheets, save it and add it again",
            ),
        )


def _size(reference: str) -> int:
    try:
        size = CellRange(reference).size
    except (ValueError, TypeError):  # openpyxl says so too when it opens the workbook
        return 0
    return int(size["rows"]) * int(size["columns"])
