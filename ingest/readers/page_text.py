"""The text layer of one PDF page: pieces of lines, and ruled tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from pdfplumber.page import Page
from pdfplumber.table import Table as RuledTable

from ingest.readers.columns import with_tables
from ingest.readers.layout import Block, Line, Table, join
from ingest.tables import Cell

Char = Mapping[str, Any]

# In sizes of a character: a blank between words, and one wide enough to part columns.
_WORD_GAP = 0.2
_COLUMN_GAP = 0.8
# Points within which two rules are one border.
_SAME_RULE = 2.0
_SLANTED_SHARE = 0.5


def page_blocks(page: Page, number: int) -> list[Block]:
    """Return lines and tables from the top; nothing when the page has no usable text layer."""
    chars = _usable_chars(page)
    if not chars:
        return []
    tables = [table for table in page.find_tables() if _is_table(table)]
    outside = [char for char in chars if not any(_inside(char, table.bbox) for table in tables)]
    blocks = list(with_tables(list(_pieces(outside, number))))
    blocks += [_table(table, chars, number) for table in tables]
    return sorted(blocks, key=lambda block: block.top)


def _usable_chars(page: Page) -> list[Char]:
    """Return the characters; none when they are codes without letters, as in some subset fonts."""
    chars: list[Char] = list(page.dedupe_chars().chars)
    upright = [char for char in chars if char["upright"]]
    # Slanted characters are a watermark, unless the whole page is turned.
    chars = upright if len(upright) > _SLANTED_SHARE * len(chars) else chars
    unreadable = sum(1 for char in chars if _has_no_letter(char["text"]))
    return [] if unreadable > len(chars) / 3 else chars


def _has_no_letter(text: str) -> bool:
    return text.startswith("(cid:") or "\ufffd" in text or "\ue000" <= text[:1] <= "\uf8ff"


def _is_table(table: RuledTable) -> bool:
    """A frame around running text has one row or one column; that is no table."""
    columns, rows = _rules(table)
    return len(columns) > 2 and len(rows) > 2


def _rules(table: RuledTable) -> tuple[list[float], list[float]]:
    across = _distinct(edge for cell in table.cells for edge in (cell[0], cell[2]))
    down = _distinct(edge for cell in table.cells for edge in (cell[1], cell[3]))
    return across, down


def _distinct(edges: Iterator[float]) -> list[float]:
    kept: list[float] = []
    for edge in sorted(edges):
        if not kept or edge - kept[-1] > _SAME_RULE:
            kept.append(edge)
    return kept


def _table(table: RuledTable, chars: Sequence[Char], number: int) -> Table:
    """Lay the cells out on the table's rules; a merged cell fills every place that it covers."""
    across, down = _rules(table)
    cells = [(box, Cell(_cell_text(chars, box))) for box in table.cells]
    grid = []
    for top, bottom in pairwise(down):
        row = []
        for left, right in pairwise(across):
            x, y = (left + right) / 2, (top + bottom) / 2
            covering = (cell for box, cell in cells if _contains(box, x, y))
            row.append(next(covering, Cell()))
        grid.append(row)
    return Table(grid, table.bbox[1], tuple(across), number)


def _cell_text(chars: Sequence[Char], box: tuple[float, ...]) -> str:
    text = ""
    for piece in _pieces([char for char in chars if _inside(char, box)], 0):
        text = join(text, piece.text)
    return text


def _inside(char: Char, box: Sequence[float]) -> bool:
    return _contains(box, (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2)


def _contains(box: Sequence[float], x: float, y: float) -> bool:
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def _pieces(chars: Sequence[Char], number: int) -> Iterator[Line]:
    """Yield the lines of characters, cut at blanks as wide as those between columns."""
    for row in _rows(chars):
        piece: list[Char] = []
        for char in row:
            if not char["text"].strip():
                continue
            if piece and char["x0"] - piece[-1]["x1"] > _COLUMN_GAP * char["size"]:
                yield _line(piece, row, number)
                piece = []
            piece.append(char)
        if piece:
            yield _line(piece, row, number)


def _rows(chars: Sequence[Char]) -> list[list[Char]]:
    rows: list[list[Char]] = []
    for char in sorted(chars, key=lambda char: char["top"] + char["bottom"]):
        middle = (char["top"] + char["bottom"]) / 2
        if rows and rows[-1][0]["top"] < middle < rows[-1][0]["bottom"]:
            rows[-1].append(char)
        else:
            rows.append([char])
    return [sorted(row, key=lambda char: char["x0"]) for row in rows]


def _line(piece: Sequence[Char], row: Sequence[Char], number: int) -> Line:
    blanks = [char["x0"] for char in row if not char["text"].strip()]
    text = piece[0]["text"]
    for char, after in pairwise(piece):
        gap = after["x0"] - char["x1"]
        written = any(char["x0"] < blank < after["x0"] for blank in blanks)
        narrow = char["text"].isascii() and after["text"].isascii()
        if written or (narrow and gap > _WORD_GAP * after["size"]):
            text += " "
        text += after["text"]
    return Line(
        text,
        piece[0]["x0"],
        piece[-1]["x1"],
        min(char["top"] for char in piece),
        max(char["bottom"] for char in piece),
        number,
    )
