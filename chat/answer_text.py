"""An answer's text: cut into pieces to stream, and into words and markers to show."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from records import Citation

Pieces = Callable[[str], Iterator[str]]
"""Cuts a text into pieces that are shown one after the other; joined they are the text."""

_MARKER = re.compile(r"\[(\d{1,3})\]")
# A clause ends at a stop or comma, with what closes it (quotes, brackets, markers) kept on.
_ITEM = re.compile(r"- ")
_STEP = re.compile(r"(\d{1,2})\. ")
_ROW = re.compile(r"\|.*")
_FRAME = re.compile(r"\|[ \t:|-]*")
# What is worked out in figures: “80万元×50%=40万元”, “500万元−50万元=450万元”, and with blanks.
_WORKED = re.compile(r"(?!\|).*\d[^×−=，；;]{0,12}[×−]\s?\d[^×−=，；;]{0,12}=\s?\d")
_CLAUSE = re.compile(r"[^，。；！？;\n]*(?:[，。；！？;\n]+(?:[”’」』）》\s]|\[\d{1,3}\])*|$)")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of an answer: plain words, or with `citation` its marker.

    A marker is not to stand alone on a line, so it carries the character before it in `text`.
    """

    text: str
    citation: Citation | None = None


class BlockKind(StrEnum):
    """How a stretch of an answer stands on the page."""

    PARAGRAPH = "paragraph"
    ITEMS = "items"
    STEPS = "steps"
    TABLE = "table"
    WORKED = "worked"


Cell = tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a list, a table or calculations: its lines, each of one cell or, in a table,
    of several.

    A table that has a header has it as its first line. `first` is the number of the first step.
    """

    kind: BlockKind
    lines: tuple[tuple[Cell, ...], ...]
    has_header: bool = False
    first: int = 1


def answer_pieces(text: str) -> Iterator[str]:
    """The clauses of `text` in order. A marker is never cut and stays with what it stands for."""
    return (match.group() for match in _CLAUSE.finditer(text) if match.group())


def blocks(text: str, citations: Sequence[Citation]) -> list[Block]:
    """The non-blank lines of `text` as paragraphs, lists and tables of words and markers.

    “- ” begins an item, “1. ” a step and “|” a row; the line below a table's header is dropped.
    A line that works something out (“80万元×50%=40万元”) is a calculation, be it an item or not.
    Nothing else of Markdown is read, and brackets around a number that no citation has are words
    like any other.
    """
    by_number = {citation.number: citation for citation in citations}
    lines = [line for line in text.splitlines() if line.strip()]
    found: list[Block] = []
    for kind, group in groupby(lines, _kind):
        run = list(group)
        if kind is BlockKind.PARAGRAPH:
            found += [Block(kind, ((_segments(line, by_number),),)) for line in run]
        elif kind is BlockKind.TABLE:
            found.append(_table(run, by_number))
        else:
            found.append(_list(kind, run, by_number))
    return found


def _kind(line: str) -> BlockKind:
    if _WORKED.match(line):
        return BlockKind.WORKED
    if _ITEM.match(line):
        return BlockKind.ITEMS
    if _STEP.match(line):
        return BlockKind.STEPS
    return BlockKind.TABLE if _ROW.match(line) else BlockKind.PARAGRAPH


def _list(kind: BlockKind, run: Sequence[str], by_number: dict[int, Citation]) -> Block:
    mark = _STEP if kind is BlockKind.STEPS else _ITEM
    number = _STEP.match(run[0])
    lines = tuple((_segments(mark.sub("", line, count=1), by_number),) for line in run)
    return Block(kind, lines, first=int(number[1]) if number else 1)


def _table(run: Sequence[str], by_number: dict[int, Citation]) -> Block:
    rows = [line for line in run if not _FRAME.fullmatch(line)]
    lines = tuple(
        tuple(_segments(cell.strip(), by_number) for cell in row.strip().strip("|").split("|"))
        for row in rows
    )
    return Block(BlockKind.TABLE, lines, has_header=not _MARKER.search(run[0]))


def _segments(line: str, by_number: dict[int, Citation]) -> Cell:
    segments: list[Segment] = []
    position = 0
    for match in _MARKER.finditer(line):
        citation = by_number.get(int(match.group(1)))
        if citation is None:
            continue
        before = line[position : match.start()]
        # A blank before the marker goes with the character before it.
        kept = len(before.rstrip()[:-1])
        if before[:kept]:
            segments.append(Segment(before[:kept]))
        segments.append(Segment(before[kept:], citation))
        position = match.end()
    if position < len(line):
        segments.append(Segment(line[position:]))
    return tuple(segments)
