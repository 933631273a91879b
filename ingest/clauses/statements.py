"""What can be quoted on its own: sentences, items, members of a list, rows of a table.

A long policy sentence often strings several measures together (“……;每年安排……;增强……”,
“一是……。二是……”). Each is a statement, without its number or bullet, so that an answer can quote
exactly the measure that was asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from .markers import MARKDOWN, PLAIN
from .outline import Clause, Outline, outline
from .punctuation import Border, cuts
from .rows import is_row


class StatementKind(StrEnum):
    """What a statement is part of; a heading says what a text is about and states nothing."""

    SENTENCE = "sentence"
    ITEM = "item"
    MEMBER = "member"
    ROW = "row"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Statement:
    """A quotable part of a text: `text[start:end]`, without blanks at its ends."""

    start: int
    end: int
    kind: StatementKind = StatementKind.SENTENCE


_BULLET = re.compile(r"(?:[-*+•·●○■□◆◇▪▫▶►※★☆√✓–]+|—{1,2})\s*")
_MARKDOWN_HEADING = re.compile(r"#{1,6}[ \t\u3000]+")
_RULE = re.compile(r"[|\s:+=*_—-]*$")
_COUNTED = re.compile(
    r"(?<![^\s。！？!?；;：:，,])(?P<number>[一二三四五六七八九十]{1,3})(?P<verb>是|要)"
    r"(?![一二三四五六七八九十是否求])"
)
_SIGNIFICANT = re.compile(r"\w")


def statements(text: str) -> list[Statement]:
    """Return the quotable parts of `text` in order; they do not overlap.

    Offsets are characters of `text`. A sentence keeps its full stop; a member of a list loses its
    semicolon, an item its bullet or number. Nothing is cut inside brackets, quotations, book
    titles, numbers, times or web addresses, and a row of a table is one statement.
    """
    structure = outline(text, inside=True)
    numbers = {clause.start: clause.content for clause in structure.clauses}
    numbers |= {marker.start: marker.content for marker in structure.members}
    counted = _counted(text)
    clauses = {clause.start: clause for clause in structure.clauses}
    found: list[Statement] = []
    starts = sorted({line.start for line in structure.lines} | clauses.keys())
    for at, start in enumerate(starts):
        end = starts[at + 1] if at + 1 < len(starts) else len(text)
        found += _line(text, start, end, clauses.get(start), structure, numbers, counted)
    return [piece for piece in found if _SIGNIFICANT.search(text, piece.start, piece.end)]


def _counted(text: str) -> dict[int, int]:
    """Return the members “一是……二是……”: where each text begins, by where the count begins."""
    found = list(_COUNTED.finditer(text))
    sure = len(found) > 1
    return {match.start(): match.end() for match in found if sure or match["verb"] == "是"}


def _line(
    text: str,
    start: int,
    end: int,
    clause: Clause | None,
    structure: Outline,
    numbers: dict[int, int],
    counted: dict[int, int],
) -> Iterator[Statement]:
    """Yield the statements of one line."""
    line = text[start:end]
    if start in structure.headings or (clause and clause.style in {*MARKDOWN, PLAIN}):
        content = clause.content if clause else start
        yield _trimmed(text, content, end, StatementKind.HEADING)
        return
    if title := _MARKDOWN_HEADING.match(line):
        # The document's own title, which is no clause of it.
        yield _trimmed(text, start + title.end(), end, StatementKind.HEADING)
        return
    if _RULE.match(line):
        return
    if is_row(line):
        yield _trimmed(text, start, end, StatementKind.ROW)
        return
    kind = StatementKind.SENTENCE
    bullet = _BULLET.match(line)
    if bullet and not line.startswith("**"):
        start += bullet.end()
        kind = StatementKind.ITEM
    start = min(numbers.get(start, start), end)
    if clause and clause.heading:
        at = text.find(clause.heading, clause.start, end)
        close = at + len(clause.heading)
        # “申报时间：3月1日” belongs together; “申报时间。……” and a line of its own do not.
        if at >= 0 and text[close : close + 1] not in ("：", ":"):
            yield _trimmed(text, at, close, StatementKind.HEADING)
            start = min(max(clause.text_start, close), end)
    yield from _sentences(text, start, end, kind, numbers, counted)


def _sentences(
    text: str,
    start: int,
    end: int,
    kind: StatementKind,
    numbers: dict[int, int],
    counted: dict[int, int],
) -> Iterator[Statement]:
    """Yield the sentences of `text[start:end]`, lists inside them member by member."""
    inside = {**numbers, **counted}
    members: list[tuple[int, int]] = []
    at = _skip(start, end, inside)
    for cut in [*cuts(text, start, end), None]:
        position = end if cut is None else cut.position
        border = Border.SENTENCE if cut is None else cut.border
        following = position + len(text[position:end]) - len(text[position:end].lstrip())
        if border is Border.COMMA and following not in inside:
            continue
        if at < position:
            members.append((at, position))
        at = _skip(following, end, inside)
        if border is Border.SENTENCE:
            yield from _members(text, members, kind)
            members = []


def _skip(start: int, end: int, inside: dict[int, int]) -> int:
    """Return where the text of a member begins that begins with a number or a count."""
    while start in inside and inside[start] > start:
        start = inside[start]
    return min(start, end)


def _members(text: str, members: list[tuple[int, int]], kind: StatementKind) -> Iterator[Statement]:
    """Yield the parts of one sentence; a sentence of one part is a statement of `kind`."""
    for start, end in members:
        if len(members) == 1:
            yield _trimmed(text, start, end, kind, "；;")
        else:
            yield _trimmed(text, start, end, StatementKind.MEMBER, "；;，,")


def _trimmed(text: str, start: int, end: int, kind: StatementKind, marks: str = "") -> Statement:
    """Return `[start, end)` as a statement without blanks, emphasis and `marks` at its ends."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in "*" + marks):
        end -= 1
    while start < end and (text[start].isspace() or text[start] == "*"):
        start += 1
    return Statement(start, end, kind)
