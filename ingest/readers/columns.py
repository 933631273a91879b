"""Tables without rules: pieces of lines that stand under each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.readers.layout import Block, Line, Table, begins_clause
from ingest.tables import grid_of


def visual_rows(lines: Sequence[Line]) -> list[list[Line]]:
    """Group pieces that stand at the same height, rows from the top, pieces from the left."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda piece: (piece.page, piece.top + piece.bottom)):
        middle = (line.top + line.bottom) / 2
        last = rows[-1][-1] if rows else None
        if last is not None and last.page == line.page and last.top < middle < last.bottom:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda piece: piece.x0) for row in rows]


def with_tables(lines: Sequence[Line]) -> Iterator[Block]:
    """Yield the lines of a page, and a table for each run of rows whose pieces form columns.

    A run counts as a table from three rows of two columns, or from two rows of three.
    """
    rows = visual_rows(lines)
    place = 0
    while place < len(rows):
        header, height = rows[place], 1
        while place + height < len(rows) and _fits_columns(header, rows[place + height]):
            height += 1
        if len(header) >= 2 and height >= 2 and len(header) + height >= 5:
            grid = grid_of(_cells(header, row) for row in rows[place : place + height])
            edges = tuple(piece.x0 for piece in header)
            yield Table(grid, header[0].top, edges, header[0].page)
        else:
            height = 1
            yield _whole(header)
        place += height


def _fits_columns(header: Sequence[Line], row: Sequence[Line]) -> bool:
    """Whether each piece of a row stands under one column of the header, and no two share one."""
    if len(row) < 2 or len(header) < 2 or row[0].page != header[0].page:
        return False
    # “第一条　…” and “联系人：…　电话：…” have wide blanks too.
    if begins_clause(header[0].text) or any("：" in name.text for name in header):
        return False
    columns = [_column_of(header, piece) for piece in row]
    return None not in columns and len(set(columns)) == len(columns)


def _column_of(header: Sequence[Line], piece: Line) -> int | None:
    """Return the column whose header overlaps the piece; None when that is not one column."""
    over = [
        column
        for column, name in enumerate(header)
        if min(name.x1, piece.x1) - max(name.x0, piece.x0) > 0
    ]
    return over[0] if len(over) == 1 else None


def _cells(header: Sequence[Line], row: Sequence[Line]) -> list[str]:
    cells = [""] * len(header)
    for piece in row:
        if (column := _column_of(header, piece)) is not None:
            cells[column] = piece.text
    return cells


def _whole(row: Sequence[Line]) -> Line:
    """Put the pieces of one line together again, parted by a blank."""
    return Line(
        " ".join(piece.text for piece in row),
        row[0].x0,
        row[-1].x1,
        min(piece.top for piece in row),
        max(piece.bottom for piece in row),
        row[0].page,
    )
