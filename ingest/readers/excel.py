"""Workbooks: each visible sheet as its tables, with values as shown."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.cell.cell import MergedCell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from ingest.content import Content
from ingest.readers.cell_values import shown
from ingest.readers.package import check_package, damaged
from ingest.tables import Cell, Grid, render_table


def read(path: Path) -> list[Content]:
    """Return the sheets in order, each under its name; a table's header names its values."""
    check_package(path, "xl/")
    try:
        formulas = openpyxl.load_workbook(path)
        has_formulas = any(_has_formulas(sheet) for sheet in formulas.worksheets)
        # Results of formulas come only on a second reading, which few workbooks need.
        values = openpyxl.load_workbook(path, data_only=True) if has_formulas else formulas
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError) as error:
        raise damaged(path, str(error)) from error
    return [Content(text="\n".join(_lines(values, formulas)))]


def _lines(values: Workbook, formulas: Workbook) -> Iterator[str]:
    visible = [sheet for sheet in values.worksheets if sheet.sheet_state == "visible"]
    for sheet in visible:
        tables = list(_tables(_grid(sheet, formulas[sheet.title])))
        if not tables:
            continue
        if len(visible) > 1 or not sheet.title.lower().startswith("sheet"):
            yield f"## {sheet.title}"
        for table in tables:
            yield from render_table(table)


def _has_formulas(sheet: Worksheet) -> bool:
    return any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)


def _grid(sheet: Worksheet, formulas: Worksheet) -> Grid:
    grid = [[Cell(_shown(cell, formulas)) for cell in row] for row in sheet.iter_rows()]
    left, top = sheet.min_column, sheet.min_row
    for area in sheet.merged_cells.ranges:
        merged = grid[area.min_row - top][area.min_col - left]
        for row in grid[area.min_row - top : area.max_row - top + 1]:
            for column in range(area.min_col - left, min(area.max_col - left + 1, len(row))):
                row[column] = merged
    return grid


def _shown(cell: SheetCell | MergedCell, formulas: Worksheet) -> str:
    if cell.value is not None:
        return shown(cell.value, cell.number_format)
    # A workbook that no Office program ever calculated has formulas without results.
    source = formulas[cell.coordinate]
    return str(source.value) if source.data_type == "f" else ""


def _tables(grid: Grid) -> Iterator[Grid]:
    """Part a sheet into tables at blank rows, unless what follows goes on under the same header."""
    table: Grid = []
    blank = False
    for row in grid:
        if not any(cell.text for cell in row):
            blank = True
            continue
        if table and blank and _begins_table(table, row):
            yield table
            table = []
        table.append(row)
        blank = False
    if table:
        yield table


def _begins_table(above: Grid, row: list[Cell]) -> bool:
    """A title row, or a row of words where the rows above have figures."""
    filled = [cell for cell in dict.fromkeys(row) if cell.text]
    if len(filled) == 1:
        return True
    with_figures = [
        column
        for column, cell in enumerate(above[-1])
        if any(char.isdigit() for char in cell.text) and column < len(row) and row[column].text
    ]
    return bool(with_figures) and not any(
        char.isdigit() for column in with_figures for char in row[column].text
    )
