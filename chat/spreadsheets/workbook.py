"""A new workbook of one sheet."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from chat.spreadsheets.cells import as_text

WIDEST = 60


def workbook_bytes(title: str, header: Sequence[str], rows: Iterable[Sequence[str | int]]) -> bytes:
    """An .xlsx file with a bold, frozen header and the rows under it; text stays text."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    widths = [len(name) for name in header]
    for at, row in enumerate([header, *rows], 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(at, column)
            if isinstance(value, int):
                cell.value = value
            else:
                as_text(cell, value)
                cell.alignment = Alignment(wrap_text=True, vertical="top")
                widths[column - 1] = max(widths[column - 1], len(value))
            if at == 1:
                cell.font = Font(bold=True)
    for column, width in enumerate(widths, 1):
        # A Chinese character is about two of the units that widths are in.
        sheet.column_dimensions[get_column_letter(column)].width = min(2 * width + 2, WIDEST)
    sheet.freeze_panes = "A2"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
