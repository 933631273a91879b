"""Merged ranges cost memory for each of their cells, however small the file is."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from ingest.errors import UnreadableFile
from ingest.readers.excel import read
from ingest.readers.merged_cells import MOST_MERGED_CELLS


def merged(path: Path, *ranges: str) -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = "算力券"
    for one in ranges:
        sheet.merged_cells.add(one)
    book.save(path)
    return path


@pytest.mark.parametrize("ranges", [("A1:XFD1048576",), ("A1:A100000", "B1:B100001")])
def test_more_merged_cells_than_there_is_memory_for_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ranges: tuple[str, ...]
) -> None:
    def opened(*_: object, **__: object) -> None:
        raise AssertionError("it was opened")

    monkeypatch.setattr(openpyxl, "load_workbook", opened)
    with pytest.raises(UnreadableFile, match=f"merged, and {MOST_MERGED_CELLS} are the most"):
        read(merged(tmp_path / "a.xlsx", *ranges))


def test_a_merged_table_is_read(tmp_path: Path) -> None:
    (content,) = read(merged(tmp_path / "a.xlsx", "A1:H1", "A3:A40"))
    assert "算力券" in content.text
