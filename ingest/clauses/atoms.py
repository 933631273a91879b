"""The smallest parts of a document that passages are made of.

An atom is a line, a clause's part of a line, or a sentence of a line that is too long. Together
the atoms hold every non-blank character; each knows what kind of border stands before it, whether
its successor must follow it (as its text follows a heading) and which clause it belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .cutting import Edge, pieces
from .lines import Place
from .markers import MARKDOWN, PLAIN
from .outline import Outline

_SHORT_TITLE = 80
_OPENING = 0.25  # times the limit: how long the opening of a list (“……如下：”) may be
_OWN_PASSAGE = frozenset(
    {*MARKDOWN, "annex", "部分", "编", "分编", "篇", "章", "节", PLAIN, "条", "question"}
)
_MARKDOWN_LINE = re.compile(r"#{1,6}[ \t\u3000]")


@dataclass(frozen=True, slots=True)
class Atom:
    """`text[start : start + length]`, without blanks at its ends.

    `clause` is an index into the outline's clauses, -1 before the first. `heading` marks words
    that only name what follows, `lead` any atom that must not end a passage.
    """

    start: int
    length: int
    clause: int
    edge: Edge
    heading: bool = False
    lead: bool = False


def atoms(text: str, outline: Outline, limit: int) -> list[Atom]:
    """Take `text` apart at its lines, clauses and, where a line is above `limit`, sentences."""
    found: list[Atom] = []
    for start, end, edge, clause in _segments(text, outline):
        length = len(text[start:end].rstrip())
        for first, last, within in pieces(text, start, start + length, limit):
            heading = _is_heading(text, first, last, clause, outline)
            lead = heading or (text[last - 1] in "：:" and last - first <= _OPENING * limit)
            before = edge if first == start else within
            found.append(Atom(first, last - first, clause, before, heading, lead))
    return _without_long_chains(found, limit)


def _without_long_chains(found: list[Atom], limit: int) -> list[Atom]:
    """Let a row of headings longer than the limit (a table of contents) be cut after all."""
    chain = 0
    for at, atom in enumerate(found):
        if not atom.lead:
            chain = 0
            continue
        chain += atom.length
        if chain > limit and at:
            found[at - 1] = replace(found[at - 1], heading=False, lead=False)
            chain = atom.length
    return found


def _segments(text: str, outline: Outline) -> Iterator[tuple[int, int, Edge, int]]:
    """Yield start, end, edge and clause of every line, cut where a clause begins inside it."""
    own = _OWN_PASSAGE | _titled_styles(outline)
    clause_at = {clause.start: index for index, clause in enumerate(outline.clauses)}
    starts = sorted({line.start for line in outline.lines} | clause_at.keys())
    current = -1
    for at, start in enumerate(starts):
        end = starts[at + 1] if at + 1 < len(starts) else len(text)
        edge = Edge.LINE
        if start in clause_at:
            current = clause_at[start]
            style = outline.clauses[current].style
            edge = Edge.SECTION if style in own else Edge.CLAUSE
        yield start, end, edge, current


def _titled_styles(outline: Outline) -> frozenset[str]:
    """Return “comma” when most clauses numbered 一、 have a heading and begin a line.

    Then they are sections. In a text without line breaks they are grouped like other clauses.
    """
    begins = {line.start for line in outline.lines if line.place is Place.HARD}
    titled = [
        bool(clause.heading) and clause.start in begins
        for clause in outline.clauses
        if clause.style == "comma"
    ]
    return frozenset({"comma"} if sum(titled) * 2 > len(titled) else ())


def _is_heading(text: str, start: int, end: int, index: int, outline: Outline) -> bool:
    """Tell whether `text[start:end]` only names what follows it."""
    if start in outline.headings or _MARKDOWN_LINE.match(text, start):
        return True
    if index < 0:
        first_line = start == outline.lines[0].start
        before_clauses = bool(outline.clauses) and outline.clauses[0].start <= _SHORT_TITLE
        return (first_line or before_clauses) and _is_title(text[start:end])
    clause = outline.clauses[index]
    if not clause.start <= start < end <= clause.text_start:
        return False
    if end < clause.end and text[end : clause.end].strip():
        return True
    following = outline.clauses[index + 1] if index + 1 < len(outline.clauses) else None
    inside = following is not None and following.depth > clause.depth
    return inside or clause.style in _OWN_PASSAGE


def _is_title(words: str) -> bool:
    """Tell whether the words of a line could be the title of the document."""
    return len(words) <= _SHORT_TITLE and words[-1] not in "。！？；;!?" and "。" not in words


def clause_of(atom: Atom, outline: Outline) -> tuple[str, ...]:
    """Return the clause path of an atom."""
    return outline.clauses[atom.clause].path if atom.clause >= 0 else ()
