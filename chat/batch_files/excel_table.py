"""Questions in the first sheet of an Excel workbook."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment

from chat.batch_files.header import SEARCHED_ROWS, find_header
from chat.batch_files.limits import BatchFileError, Limits
from chat.batch_files.outcome import ADDED_COLUMNS
from chat.masking import mask
from chat.spreadsheets import as_text
from ingest.errors import Message

_EMPTY = Message(
    f"Excel 文件的第一张工作表是空的（前 {SEARCHED_ROWS} 行没有内容）；请把问题写在这张工作表里",
    f"The first sheet of the workbook is empty, or its first {SEARCHED_ROWS} rows are: write the "
    "questions into it",
)


class ExcelTable:
    """An .xlsx file. Its other sheets, its columns and its looks stay as they are."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Raises BatchFileError if it cannot be read, or has no column of questions."""
        _check_unpacked(data, limits)
        self._book = _opened(data, values=False)
        _put_values(self._book, _opened(data, values=True))
        self._sheet = self._book.worksheets[0]
        first = self._sheet.iter_rows(max_row=SEARCHED_ROWS, values_only=True)
        header = find_header([[_text(value) for value in row] for row in first], empty=_EMPTY)
        self._header_row, self._column = header.row + 1, header.column + 1
        self._behind = self._sheet.max_column + 1

    def questions(self) -> dict[int, str]:
        """The questions by the number of their row; rows without one are left out."""
        rows = range(self._header_row + 1, self._sheet.max_row + 1)
        found = {row: _text(self._sheet.cell(row, self._column).value).strip() for row in rows}
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
        added = {self._header_row: ADDED_COLUMNS, **columns}
        for at, values in enumerate(self._sheet.iter_rows(values_only=True), 1):
            texts = {column: _text(value) for column, value in enumerate(values, 1)}
            texts |= dict(enumerate(added.get(at, ()), self._behind))
            for column, text in texts.items():
                if text:
                    as_text(sheet.cell(at, column), mask(text))
        return _bytes(book)


def _bytes(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _opened(data: bytes, *, values: bool) -> Workbook:
    try:
        book = load_workbook(io.BytesIO(data), data_only=values)
    except (BadZipFile, KeyError, ValueError, TypeError) as error:
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
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell, Cell) and cell.data_type == "f":
                    value = values[sheet.title].cell(cell.row, cell.column).value
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


def _check_unpacked(data: bytes, limits: Limits) -> None:
    """A small file can unpack to one that fills the memory."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            size = sum(one.file_size for one in archive.infolist())
    except BadZipFile as error:
        raise BatchFileError(
            Message(
                "不是可以打开的 Excel 文件；请另存为 .xlsx",
                "This is no workbook that can be opened: save it as .xlsx",
            )
        ) from error
    if size > limits.megabytes * 1_000_000 * limits.unpacked:
        megabytes = f"{size / 1_000_000:.0f}"
        raise BatchFileError(
            Message(
                f"Excel 文件展开后有 {megabytes} MB，太大了；请只留下问题",
                f"The workbook unpacks to {megabytes} MB, which is too much: leave only the "
                "questions in it",
            )
        )
