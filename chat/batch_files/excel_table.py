"""Questions in the first sheet of an Excel workbook."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from chat.batch_files.header import SEARCHED_ROWS, find_header
from chat.batch_files.limits import BatchFileError, Limits
from chat.batch_files.outcome import ADDED_COLUMNS
from chat.masking import mask
from chat.spreadsheets import as_text
from ingest.errors import UnreadableFile
from ingest.readers.merged_cells import check_merged_cells
from ingest.readers.package import PARSING_ERRORS, check_package_stream
from records import Message

# What the Excel file format holds in a row.
_MOST_COLUMNS = 16_384
_EMPTY = Message(
    f"Excel 文件的第一张工作表是空的（前 {SEARCHED_ROWS} 行没有内容）；请把问题写在这张工作表里",
    f"The first sheet of the workbook is empty, or its first {SEARCHED_ROWS} rows are: write the "
    "questions into it",
)


class ExcelTable:
    """An .xlsx file. Its other sheets, its columns and its looks stay as they are.

    Goes through the cells that exist: openpyxl makes every cell of a range that it is asked for,
    and a stray one far below or far right would make that range fill the memory.
    """

    def __init__(self, name: str, data: bytes, limits: Limits) -> None:
        """Raises BatchFileError if it cannot be read, or has no column of questions."""
        _check_package(name, data, limits)
        self._book = _opened(data, values=False)
        _put_values(self._book, _opened(data, values=True))
        self._sheet = self._book.worksheets[0]
        header = find_header(_first_rows(self._sheet), empty=_EMPTY)
        self._header_row, self._column = header.row + 1, header.column + 1
        self._behind = _first_free_column(self._sheet)

    def questions(self) -> dict[int, str]:
        """The questions by the number of their row; rows without one are left out."""
        found = {
            row: _text(cell.value).strip()
            for (row, column), cell in sorted(self._sheet._cells.items())
            if column == self._column and row > self._header_row
        }
        return {row: question for row, question in found.items() if question}

    def answered(self, columns: Mapping[int, Sequence[str]]) -> bytes:
        """The workbook with the columns added behind those of the first sheet."""
        for row, texts in {self._header_row: ADDED_COLUMNS, **columns}.items():
            for column, text in enumerate(texts, self._behind):
                cell = self._sheet.cell(row, column)
                as_text(cell, text)
                cell.alignment = Alignment(wrap_text=True, vertical="top")
        return _bytes(self._book)

    def masked(self, columns: Mapping[int, Sequence[str]]) -> bytes:
        """The first sheet alone, as a table of texts with personal data masked.

        A new workbook: comments, names, other sheets and whatever else a file may hold stay out.
        """
        book = Workbook()
        sheet = book.worksheets[0]
        texts = {place: _text(cell.value) for place, cell in self._sheet._cells.items()}
        for row, added in {self._header_row: ADDED_COLUMNS, **columns}.items():
            texts |= {(row, column): text for column, text in enumerate(added, self._behind)}
        for place, text in texts.items():
            if text:
                as_text(sheet.cell(*place), mask(text))
        return _bytes(book)


def _first_rows(sheet: Worksheet) -> list[list[str]]:
    """The texts of the rows in which a header is searched, as wide as the sheet."""
    columns = range(1, sheet.max_column + 1)
    cells = sheet._cells
    return [
        [_text(cells[row, column].value) if (row, column) in cells else "" for column in columns]
        for row in range(1, SEARCHED_ROWS + 1)
    ]


def _first_free_column(sheet: Worksheet) -> int:
    """The column behind all that hold something; a mere format far right does not count.

    Raises BatchFileError where there is no room for the answers.
    """
    used = [
        column
        for (_, column), cell in sheet._cells.items()
        if isinstance(cell, MergedCell) or _text(cell.value)
    ]
    last = max(used, default=0)
    if last + len(ADDED_COLUMNS) > _MOST_COLUMNS:
        letter = get_column_letter(last)
        raise BatchFileError(
            Message(
                f"工作表用到了 {letter} 列，右边没有地方写答案；请删去多余的列",
                f"The sheet goes as far as column {letter}, which leaves no room for the answers: "
                "delete the columns that are not needed",
            )
        )
    return last + 1


def _bytes(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _opened(data: bytes, *, values: bool) -> Workbook:
    try:
        book = load_workbook(io.BytesIO(data), data_only=values)
    except (InvalidFileException, SyntaxError, *PARSING_ERRORS) as error:
        raise BatchFileError(
            Message(
                f"不是可以打开的 Excel 文件（{error}）；请另存为 .xlsx",
                f"This is no workbook that can be opened ({error}): save it as .xlsx",
            )
        ) from error
    if not book.worksheets:
        raise BatchFileError(
            Message(
                "Excel 文件里没有工作表；请把问题写在第一张工作表里",
                "The workbook has no sheet: write the questions into its first sheet",
            )
        )
    return book


def _put_values(book: Workbook, values: Workbook) -> None:
    """What each formula gave last stands in its place; one that was never worked out, as text."""
    for sheet in book.worksheets:
        worked_out = values[sheet.title]._cells
        for place, cell in sheet._cells.items():
            if isinstance(cell, Cell) and cell.data_type == "f":
                value = worked_out[place].value if place in worked_out else None
                _put(cell, _text(cell.value) if value is None else value)


def _put(cell: Cell, value: Any) -> None:
    if isinstance(value, str):
        as_text(cell, value)
    else:
        cell.value = value


def _text(value: Any) -> str:
    # A long number such as a telephone's may be kept as 13800138000.0.
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _check_package(name: str, data: bytes, limits: Limits) -> None:
    """Raise BatchFileError for what is no sound workbook, or would fill the memory."""
    stream = io.BytesIO(data)
    try:
        check_package_stream(stream, Path(name), "xl/")
        check_merged_cells(stream, Path(name))
    except UnreadableFile as error:
        reason, remedy = error.reason, error.remedy
        raise BatchFileError(
            Message(f"{reason.zh}；{remedy.zh}", f"{reason.en}: {remedy.en}")
        ) from error
    with ZipFile(stream) as archive:
        size = sum(one.file_size for one in archive.infolist())
    if size > limits.megabytes * 1_000_000 * limits.unpacked:
        megabytes = f"{size / 1_000_000:.0f}"
        raise BatchFileError(
            Message(
                f"Excel 文件展开后有 {megabytes} MB，太大了；请只留下问题",
                f"The workbook unpacks to {megabytes} MB, which is too much: leave only the "
                "questions in it",
            )
        )
