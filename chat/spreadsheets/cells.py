"""Cells that a spreadsheet program shows, and never runs as a formula."""

from __future__ import annotations

import re

from openpyxl.cell import Cell, MergedCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

# What the Excel file format holds in a cell.
MOST_CHARACTERS = 32_767
# OWASP, “CSV Injection”: a cell that begins so is a formula, in full width in some programs too.
_FORMULA = re.compile("[\\s\ufeff]*[=+\\-@＝＋－＠\t\r\n]")
_NUMBER = re.compile(r"[+-]?[0-9][0-9,]*(?:\.[0-9]+)?%?")


def harmless(text: str) -> str:
    """The text for a cell of a CSV file: what would be a formula begins with an apostrophe.

    Numbers with a sign stay numbers.
    """
    if _FORMULA.match(text) and not _NUMBER.fullmatch(text.strip()):
        return f"'{text}"
    return text


def as_text(cell: Cell | MergedCell, text: str) -> None:
    """Put text into a cell of a workbook, as text whatever it begins with.

    Characters that Excel cannot hold are dropped, and what goes beyond its limit. Cells that are
    merged into another one hold nothing.
    """
    if isinstance(cell, MergedCell):
        return
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)[:MOST_CHARACTERS]
    cell.data_type = "s"
    # Shown as text still when somebody edits the cell.
    cell.quotePrefix = bool(_FORMULA.match(text))
