"""Merged cells of Word tables, as `ingest.tables` lays them out."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.tables import Cell, Grid, expand_spans

WordCell = tuple[str, int, str]
"""Text, columns spanned, and vertical merge: "", "restart" or "continue"."""


def grid_of_rows(rows: list[list[WordCell]]) -> Grid:
    """Return the grid of a table's rows."""
    return expand_spans(_with_row_spans(rows))


def _with_row_spans(
    rows: list[list[WordCell]],
) -> Iterator[list[tuple[Cell, int, int]]]:
    """Turn Word's “continue” cells into the depth of the cell above, for `expand_spans`."""
    starts = [_column_starts(row) for row in rows]
    for place, row in enumerate(rows):
        line: list[tuple[Cell, int, int]] = []
        for column, (text, columns, merge) in zip(starts[place], row, strict=True):
            if merge == "continue" and place:
                continue
            depth = 1
            while merge == "restart" and _continues(rows, starts, place + depth, column):
                depth += 1
            line.append((Cell(text), columns, depth))
        yield line


def _column_starts(row: list[WordCell]) -> list[int]:
    starts, column = [], 0
    for _, columns, _ in row:
        starts.append(column)
        column += columns
    return starts


def _continues(
    rows: list[list[WordCell]], starts: list[list[int]], place: int, column: int
) -> bool:
    if place >= len(rows) or column not in starts[place]:
        return False
    return rows[place][starts[place].index(column)][2] == "continue"
