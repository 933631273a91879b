"""Workbooks: each visible sheet as its tables, with values as shown."""

from __future__ import annotations

import warnings
from bisect import bisect_left, bisect_right
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
from ingest.readers.merged_cells import check_merged_cells
from ingest.readers.package import PARSING_ERRORS, check_package, damaged
from ingest.tables import Cell, Grid, render_table


def read(path: Path) -> list[Content]:
    """Return the sheets in order, each under its name; a table's header names its values."""
    check_package(path, "xl/")
    check_merged_cells(path, path)
    try:
        with warnings.catch_warnings():
            # It warns of decoration that it does not keep, which matters to writers only.
            warnings.simplefilter("ignore", UserWarning)
            formulas = openpyxl.load_workbook(path)
            has_formulas = any(_has_formulas(sheet) for sheet in formulas.worksheets)
            # Results of formulas come only on a second reading, which few workbooks need.
            values = openpyxl.load_workbook(path, data_only=True) if has_formulas else formulas
    except (InvalidFileException, SyntaxError, *PARSING_ERRORS) as error:
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
    return any(cell.data_type == "f" for cell in sheet._cells.values())


def _grid(sheet: Worksheet, formulas: Worksheet) -> Grid:
    """Lay out the rows and columns in use; a gap between rows is one empty row.

    Goes through the cells that exist: a stray one far below would make a walk over all rows
    take minutes.
    """
    cells = {
        place: Cell(text)
        for place, cell in sheet._cells.items()
        if (text := _shown(cell, formulas))
    }
    rows = sorted({row for row, _ in cells})
    columns = sorted({column for _, column in cells})
    covered = set(rows)
    for area in sheet.merged_cells.ranges:
        origin = cells.get((area.min_row, area.min_col))
        if origin is None:
            continue
        covered.add(area.max_row)
        for row in _between(rows, area.min_row, area.max_row):
            for column in _between(columns, area.min_col, area.max_col):
                cells[row, column] = origin
    grid: Grid = []
    for row in rows:
        if grid and row - 1 not in covered:
            grid.append([])
        grid.append([cells.get((row, column), Cell()) for column in columns])
    return grid


def _between(places: list[int], first: int, last: int) -> list[int]:
    return places[bisect_left(places, first) : bisect_right(places, last)]


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
    """A title row, or a row of words where the rows above have figures; not below titles only."""
    if all(_is_title(other) for other in above):
        return False
    if _is_title(row):
        return True
    with_figures = [
        column
        for column, cell in enumerate(above[-1])
        if _has_digit(cell) and column < len(row) and row[column].text
    ]
    return bool(with_figures) and not any(_has_digit(row[column]) for column in with_figures)


def _is_title(row: list[Cell]) -> bool:
    return sum(1 for cell in dict.fromkeys(row) if cell.text) == 1


def _has_digit(cell: Cell) -> bool:
    return any(char.isdigit() for char in cell.text)
