"""Tables as comma, semicolon or tab separated values."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from ingest.content import Content
from ingest.errors import UnreadableFile
from ingest.readers.plain_text import read_text
from ingest.tables import grid_of, render_table
from records import Message

_DELIMITERS = ",;\t|"


def read(path: Path) -> list[Content]:
    """Return one line for each row, every value beside the name of its column."""
    text = read_text(path)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))
    except csv.Error as error:
        raise UnreadableFile(
            path,
            Message(f"CSV 格式有误：{error}", f"The CSV is broken: {error}"),
            Message("请检查引号和分隔符后重新加入", "Check quotes and delimiters and add it again"),
        ) from error
    return [Content(text="\n".join(render_table(grid_of(rows))))]


def _delimiter(text: str) -> str:
    """Return the delimiter that occurs most in the first lines; a comma when none does."""
    head = "\n".join(text.split("\n")[:20])
    return max(_DELIMITERS, key=head.count) if any(d in head for d in _DELIMITERS) else ","
