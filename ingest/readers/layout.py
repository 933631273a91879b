"""From lines and tables on pages to running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.tables import Grid, render_table

_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…]"
_CLAUSE = re.compile(
    r"第[一二三四五六七八九十百零〇\d]+[章节条编]|[一二三四五六七八九十]+[、.．]"
    r"|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[.．、](?!\d)|附件|[-•●■◆·]\s?"
)
_SENTENCE_END = re.compile(r"[。；;！!？?：:]$")
# All in heights of a line: slack of a ragged right edge, and what counts as an indent or a gap.
_RIGHT_SLACK = 1.8
_INDENT = 0.9
_GAP = 1.3
_SIZE_CHANGE = 0.25
# A page with fewer lines does not show its margins.
_ENOUGH_LINES = 6
# Points.
_SAME_EDGE = 4.0


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, or a piece of one, and its box; `top` < `bottom`, in any one unit."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    page: int = 0

    @property
    def height(self) -> float:
        """Height of the box."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table on a page; `edges` are the places of its column borders, from the left."""

    grid: Grid
    top: float
    edges: tuple[float, ...]
    page: int = 0


Block = Line | Table


def text_lines(blocks: Sequence[Block]) -> list[str]:
    """Return paragraphs and table rows, in order.

    A line goes on in the next one when it reaches the right edge of its page and the next is
    neither indented nor begins a clause, nor set in another size, nor far below. Paragraphs and
    tables go on across pages.
    """
    edges = _edges_by_page([block for block in blocks if isinstance(block, Line)])
    texts: list[str] = []
    last: Block | None = None
    for block in _joined_tables(blocks):
        if isinstance(block, Table):
            texts += render_table(block.grid)
        elif isinstance(last, Line) and _goes_on(last, block, edges):
            texts[-1] = join(texts[-1], block.text)
        else:
            texts.append(block.text)
        last = block
    return texts


def join(text: str, after: str) -> str:
    """Join two pieces of running text: without a blank in Chinese, with one between words."""
    if not text or not after or re.search(f"{_WIDE}$", text) or re.match(_WIDE, after):
        return text + after
    if re.search(r"[A-Za-z]-$", text) and re.match(r"[a-z]", after):
        return text[:-1] + after
    return f"{text} {after}"


def begins_clause(text: str) -> bool:
    """Whether a line begins with the mark of a clause or list item: “第一条”, “（一）”, “1.”."""
    return bool(_CLAUSE.match(text))


def _joined_tables(blocks: Sequence[Block]) -> Iterator[Block]:
    """Put a table that goes on over a page together again, so that its header serves all rows."""
    last: Table | None = None
    for block in blocks:
        if isinstance(block, Table) and last is not None and _same_columns(last, block):
            last = replace(last, grid=[*last.grid, *block.grid], page=block.page)
            continue
        if last is not None:
            yield last
        last = block if isinstance(block, Table) else None
        if last is None:
            yield block
    if last is not None:
        yield last


def _same_columns(table: Table, after: Table) -> bool:
    if after.page != table.page + 1 or len(after.edges) != len(table.edges):
        return False
    pairs = zip(table.edges, after.edges, strict=True)
    return all(abs(edge - other) < _SAME_EDGE for edge, other in pairs)


def _edges_by_page(lines: Sequence[Line]) -> dict[int, tuple[float, float]]:
    """Return the left and right edge of the text on each page; short pages take the common one."""
    if not lines:
        return {}
    common = _edges(lines)
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    return {page: _edges(of) if len(of) >= _ENOUGH_LINES else common for page, of in pages.items()}


def _edges(lines: Sequence[Line]) -> tuple[float, float]:
    left = _near_minimum([line.x0 for line in lines])
    return left, -_near_minimum([-line.x1 for line in lines])


def _near_minimum(values: Sequence[float]) -> float:
    """Return the edge that lines keep to: the lowest value but for the odd one outside."""
    ordered = sorted(values)
    return ordered[len(ordered) // 20]


def _goes_on(line: Line, after: Line, edges: Mapping[int, tuple[float, float]]) -> bool:
    size = line.height
    left, right = edges[after.page][0], edges[line.page][1]
    if line.x1 < right - _RIGHT_SLACK * size or after.x0 > left + _INDENT * size:
        return False
    if begins_clause(after.text) and _SENTENCE_END.search(line.text):
        return False
    if abs(after.height - size) > _SIZE_CHANGE * max(size, after.height):
        return False
    if line.page != after.page:
        return not re.search(r"[。！？]$", line.text)
    return after.top - line.bottom < _GAP * size
