"""Rows of a table, written out as a line: “列名：值；列名：值”."""

from __future__ import annotations

import re

_CELL = re.compile(r"\s*[^：；。，,;!?！？\n]{1,40}：")
_LIST_LEAD = re.compile(r"(?:第?[一二三四五六七八九十]+[是、]|[（(]|\d{1,2}[.、]|[-*•·●])")


def is_row(line: str) -> bool:
    """Tell whether a line is a row of a table: cells with their column's name, joined by “；”.

    A Markdown row (“| a | b |”) is one too. A value may contain “；” unless the line ends in a
    full stop, as sentences do and rows do not.
    """
    line = line.strip()
    if line.startswith("|") and line.endswith("|") and len(line) > 2:
        return True
    cells = line.split("；")
    if len(cells) < 2 or _LIST_LEAD.match(line):
        return False
    named = [_CELL.match(cell) is not None for cell in cells]
    return all(named) if line.endswith("。") else named[0] and named[1]
