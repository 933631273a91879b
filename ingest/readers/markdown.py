"""Markdown: front matter apart, pipe tables as self-explaining lines, the rest as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ingest.content import Content
from ingest.front_matter import split_front_matter
from ingest.readers.plain_text import read_text
from ingest.tables import grid_of, render_table

_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
_DELIMITER_ROW = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*")
_CELL_BORDER = re.compile(r"(?<!\\)\|")


def read(path: Path) -> list[Content]:
    """Return the text below the front matter, and the front matter as metadata."""
    metadata, body = split_front_matter(path, read_text(path))
    text = "\n".join(_with_readable_tables(body.split("\n")))
    return [Content(text=text.strip("\n"), metadata=metadata, may_be_page=True)]


def _with_readable_tables(lines: list[str]) -> Iterator[str]:
    """Replace each pipe table outside code fences by its lines."""
    place, fence = 0, ""
    while place < len(lines):
        line = lines[place]
        if match := _FENCE.match(line):
            fence = "" if fence and match[1].startswith(fence) else fence or match[1]
        if fence or not _starts_table(lines, place):
            yield line
            place += 1
            continue
        rows = [_cells(line)]
        place += 2
        while place < len(lines) and "|" in lines[place] and lines[place].strip():
            rows.append(_cells(lines[place]))
            place += 1
        yield from render_table(grid_of(rows), header_rows=1)


def _starts_table(lines: list[str], place: int) -> bool:
    if "|" not in lines[place] or place + 1 >= len(lines):
        return False
    below = lines[place + 1]
    if "|" not in below or not _DELIMITER_ROW.fullmatch(below):
        return False
    return len(_cells(lines[place])) == len(_cells(below))


def _cells(line: str) -> list[str]:
    inside = line.strip().removeprefix("|")
    if inside.endswith("|") and not inside.endswith("\\|"):
        inside = inside[:-1]
    return [part.strip().replace("\\|", "|") for part in _CELL_BORDER.split(inside)]
