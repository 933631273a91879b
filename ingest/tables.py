"""Tables as lines in which every value stands beside the name of its column.

A search finds single lines, so a line has to mean the same alone as in the table:
“类别：研发补助；比例：30%；上限：500万元”.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

_UNIT = re.compile(r"单位\s*[:：]\s*([^\s,，;；)）]+)")
_NUMBER = re.compile(r"[-+]?[\d,]+(\.\d+)?\s*(%|％|元|万元|亿元|个|家|人|项)?")
_YEAR = re.compile(r"(19|20)\d\d")


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """A cell; a merged cell is the same object in every place that it covers."""

    text: str = ""
    heading: bool = False


Grid = list[list[Cell]]


def grid_of(rows: Iterable[Sequence[str]]) -> Grid:
    """Return a grid without merged cells from rows of strings."""
    return [[Cell(text) for text in row] for row in rows]


def expand_spans(rows: Iterable[Iterable[tuple[Cell, int, int]]]) -> Grid:
    """Lay out rows of (cell, columns spanned, rows spanned), as HTML and Word write them."""
    grid: Grid = []
    reaching: dict[int, tuple[Cell, int]] = {}
    for row in rows:
        line: list[Cell] = []
        below: dict[int, tuple[Cell, int]] = {}
        for cell, columns, depth in row:
            _take_from_above(line, reaching, below)
            for _ in range(columns):
                if depth > 1:
                    below[len(line)] = (cell, depth - 1)
                line.append(cell)
        _take_from_above(line, reaching, below)
        grid.append(line)
        reaching = below
    return grid


def render_table(grid: Grid, *, title: str = "", header_rows: int | None = None) -> list[str]:
    """Return the lines of a table: its title lines if any, then one line for each data row.

    `header_rows` is the number of rows that name the columns; left out, it is worked out from
    merged and heading cells. Names of a header of several rows are joined by “/”. A table with
    an empty corner has row names, and a line begins with them: “行名 — 列名：值”. Empty cells
    are left out. A unit that the title gives (“单位：万元”) is repeated on every line.
    """
    grid = _trimmed(grid)
    lines = [title] if title else []
    while len(grid) > 1 and (heading := _title_row(grid[0])):
        lines.append(heading)
        grid = grid[1:]
    unit = _unit_of(lines)
    if not grid:
        return lines
    if len(grid) == 1 or len(grid[0]) == 1:
        return lines + [text for row in grid if (text := "；".join(_texts(row)))]
    if header_rows is None and _is_key_value(grid):
        return lines + [line for row in grid if (line := _key_value_line(row))]
    count = min(header_rows or _count_header_rows(grid), len(grid) - 1)
    names = _column_names(grid[:count])
    return lines + [line for row in grid[count:] if (line := _row_line(row, names, unit))]


def _take_from_above(
    line: list[Cell], reaching: dict[int, tuple[Cell, int]], below: dict[int, tuple[Cell, int]]
) -> None:
    """Append the cells that reach down into this row at the place where it stands."""
    while (place := len(line)) in reaching:
        cell, left = reaching[place]
        if left > 1:
            below[place] = (cell, left - 1)
        line.append(cell)


def _trimmed(grid: Grid) -> Grid:
    """Same width for every row, no empty rows, no empty columns, one line of text a cell."""
    cleaned: dict[int, Cell] = {}

    def one_line(cell: Cell) -> Cell:
        text = " ".join(cell.text.split("\n")).strip(" \t\u00a0\u3000")
        return cleaned.setdefault(id(cell), Cell(re.sub(r"\s*[\n\t]\s*", " ", text), cell.heading))

    width = max((len(row) for row in grid), default=0)
    rows = [[one_line(cell) for cell in row] + [Cell()] * (width - len(row)) for row in grid]
    rows = [row for row in rows if any(cell.text for cell in row)]
    used = [column for column in range(width) if any(row[column].text for row in rows)]
    return [[row[column] for column in used] for row in rows]


def _distinct(row: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in dict.fromkeys(row) if cell.text]


def _texts(row: Sequence[Cell]) -> list[str]:
    return [cell.text for cell in _distinct(row)]


def _title_row(row: Sequence[Cell]) -> str:
    """Return the text of a row that stands over the whole table, or nothing."""
    cells = _distinct(row)
    if len(cells) != 1 or len(row) == 1:
        return ""
    return cells[0].text if row[0] is cells[0] or _UNIT.search(cells[0].text) else ""


def _unit_of(lines: Sequence[str]) -> str:
    found = [match[1] for line in lines if (match := _UNIT.search(line))]
    return f"（单位：{found[-1]}）" if found else ""


def _is_key_value(grid: Grid) -> bool:
    """Forms: each row is a name and its value, so there is no header row."""
    if all(cell.heading for cell in grid[0] if cell.text):
        return False
    named_by_mark = all(row[0].heading for row in grid)
    named_by_colon = len(grid[0]) == 2 and all(row[0].text.endswith((":", "：")) for row in grid)
    return named_by_mark or named_by_colon


def _key_value_line(row: Sequence[Cell]) -> str:
    parts: list[str] = []
    fresh = True
    for place, cell in enumerate(_distinct(row)):
        if cell.heading or place == 0:
            parts.append(cell.text.rstrip(":：") + "：")
            fresh = True
        else:
            parts[-1] += ("" if fresh else "、") + cell.text
            fresh = False
    return "；".join(part.removesuffix("：") for part in parts)


def _count_header_rows(grid: Grid) -> int:
    marked = 0
    while marked < len(grid) and all(cell.heading for cell in grid[marked] if cell.text):
        marked += 1
    if marked:
        return marked
    count = 1
    while count < len(grid) - 1 and _header_goes_on(grid[count - 1], grid[count]):
        count += 1
    if count == 1 and len(grid) > 2 and _is_split_header(grid[0], grid[1]):
        return 2
    return count


def _header_goes_on(row: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """A merged cell in the last header row means that the next row still names columns."""
    if any(cell.text and cell is under for cell, under in zip(row, below, strict=True)):
        return True
    merged = {cell for cell, after in pairwise(row) if cell.text and cell is after}
    under = [low for cell, low in zip(row, below, strict=True) if cell in merged]
    return bool(under) and len(set(under)) > 1 and not any(_is_number(cell.text) for cell in under)


def _is_number(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text)) and not _YEAR.fullmatch(text)


def _is_split_header(row: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """CSV cannot merge: [项目, 标准, "", 备注] over ["", 比例, 上限, ""] is one header."""
    pairs = list(zip(row, below, strict=True))
    completes = any(not upper.text and lower.text for upper, lower in pairs)
    leaves_open = any(upper.text and not lower.text for upper, lower in pairs)
    covered = all(upper.text or lower.text for upper, lower in pairs)
    numbers = any(_is_number(lower.text) for _, lower in pairs)
    return bool(row[0].text) and completes and leaves_open and covered and not numbers


def _column_names(header: Grid) -> list[str]:
    rows = [list(row) for row in header]
    if len(rows) > 1:
        # An upper name that was not merged in the file still covers the blanks on its right.
        for row, below in pairwise(rows):
            for column in range(1, len(row)):
                if not row[column].text and below[column].text:
                    row[column] = row[column - 1]
    columns = zip(*rows, strict=True)
    return ["/".join(text for text, _ in groupby(c.text for c in col if c.text)) for col in columns]


def _row_line(row: Sequence[Cell], names: Sequence[str], unit: str) -> str:
    if len(set(row)) == 1:
        return row[0].text
    if [cell.text for cell in row] == list(names):
        return ""
    labels: dict[Cell, list[str]] = {}
    for cell, name in zip(row, names, strict=True):
        if cell.text:
            labels.setdefault(cell, []).append(name.rstrip(":："))
    row_name = ""
    if not names[0] and row[0].text:
        row_name = row[0].text
        del labels[row[0]]
    parts = [_labelled(cell.text, of) for cell, of in labels.items()]
    if not parts:
        return row_name
    return (f"{row_name} — " if row_name else "") + "；".join(parts) + unit


def _labelled(text: str, names: Sequence[str]) -> str:
    label = "、".join(dict.fromkeys(name for name in names if name))
    return f"{label}：{text}" if label else text
