"""The lines of a document, with the places that its outline leads to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from chat.layout import Line, lines
from chat.library.reading import OutlineItem


@dataclass(frozen=True, slots=True)
class TextLine:
    """One non-blank line; `anchor` is its number where a clause of the outline begins, else -1."""

    line: Line
    anchor: int = -1


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A clause of the outline and the anchor of the line that it begins on. `depth` from 0."""

    label: str
    anchor: int
    depth: int


def text_lines(
    text: str, outline: Sequence[OutlineItem]
) -> tuple[list[TextLine], list[OutlineEntry]]:
    """The lines of a text, and its outline by their anchors."""
    found: list[tuple[int, Line]] = []
    position = 0
    for raw in text.splitlines(keepends=True):
        found += [(position, line) for line in lines(text, position, position + len(raw))]
        position += len(raw)
    if not found:
        return [], []
    starts = [start for start, _ in found]
    entries = [
        OutlineEntry(item.label, max(0, bisect_right(starts, item.start) - 1), item.depth)
        for item in outline
    ]
    anchors = {entry.anchor for entry in entries}
    shown = [
        TextLine(line, number if number in anchors else -1)
        for number, (_, line) in enumerate(found)
    ]
    return shown, entries
