"""The clauses of a document: where they begin, what they are called, how people cite them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from .headings import clause_heading, heading_lines
from .lines import Line, lines
from .markers import DOTTED, MARKDOWN, PLAIN, Marker, candidates
from .nesting import nesting
from .sequences import believed

_BLANK_AFTER = frozenset({"部分", "编", "分编", "篇", "章", "节", "条", "款", "annex", *DOTTED})


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered clause or a section: its own text is `[start, end)` without the clauses inside.

    `content` is where the text after the number begins, `text_start` where it begins after the
    heading; `path` is the label of each clause around it and its own, outermost first.
    """

    start: int
    content: int
    text_start: int
    end: int
    style: str
    label: str
    heading: str
    path: tuple[str, ...]
    depth: int


@dataclass(frozen=True, slots=True)
class Outline:
    """The structure of a text: its lines, its clauses in order, and the numbers in sentences."""

    lines: tuple[Line, ...]
    clauses: tuple[Clause, ...]
    members: tuple[Marker, ...]
    headings: frozenset[int] = frozenset()

    def path_at(self, offset: int) -> tuple[str, ...]:
        """Return the path of the innermost clause that holds the character at `offset`."""
        at = bisect_right(self.clauses, offset, key=lambda clause: clause.start) - 1
        return self.clauses[at].path if at >= 0 else ()


def outline(text: str, title: str = "", *, inside: bool = False) -> Outline:
    """Find the clauses of `text`. The document's own title, if it is a heading, is no clause.

    With `inside`, the text is a piece of a document: it may begin with any clause or heading.
    """
    found = lines(text)
    marks, members = believed(text, candidates(text, found), inside=inside)
    marks = _without_numbers_in_headings(marks, found)
    plain = heading_lines(text, found, marks, inside=inside)
    if plain and not (marks and marks[0].start < plain[0].start):
        marks = sorted([*marks, *map(_plain, plain)], key=lambda marker: marker.start)
    clauses = _clauses(text, title, marks, found)
    return Outline(
        tuple(found), tuple(clauses), tuple(members), frozenset(line.start for line in plain)
    )


def _plain(line: Line) -> Marker:
    """Return an unnumbered heading line as a marker without a number."""
    return Marker(line.start, line.start, PLAIN, 0, "", line.place)


def _without_numbers_in_headings(marks: list[Marker], found: list[Line]) -> list[Marker]:
    """Drop numbers inside a Markdown heading: they belong to its words."""
    kept: list[Marker] = []
    heading_end = -1
    for marker in marks:
        if marker.start < heading_end:
            continue
        if marker.style in MARKDOWN:
            heading_end = _line_end(found, marker.start)
        kept.append(marker)
    return kept


def _line_end(found: list[Line], offset: int) -> int:
    """Return the end of the line that holds `offset`."""
    at = bisect_right(found, offset, key=lambda line: line.start) - 1
    return found[at].end


def _clauses(text: str, title: str, marks: list[Marker], found: list[Line]) -> list[Clause]:
    """Turn the believed numbers into clauses with paths."""
    titles = _title_headings(text, title, marks, found)
    depths = nesting([marker for marker in marks if marker.start not in titles])
    clauses: list[Clause] = []
    path: list[str] = []
    at = 0
    for position, marker in enumerate(marks):
        end = marks[position + 1].start if position + 1 < len(marks) else len(text)
        if marker.start in titles:
            continue
        depth = depths[at]
        parent = at + 1 < len(depths) and depths[at + 1] > depth
        at += 1
        # A number may stand on a line of its own, above its heading.
        line_end = min(end, _line_end(found, min(marker.content, end - 1)))
        heading = (
            text[marker.start : line_end].strip("* ")
            if marker.style == PLAIN
            else clause_heading(text, marker, line_end, end, parent=parent)
        )
        label = _label(marker, heading)
        del path[depth:]
        path.append(label)
        clauses.append(
            Clause(
                start=marker.start,
                content=marker.content,
                text_start=_text_start(text, marker, heading, end),
                end=end,
                style=marker.style,
                label=label,
                heading=heading,
                path=tuple(entry for entry in path if entry),
                depth=depth,
            )
        )
    return clauses


def _text_start(text: str, marker: Marker, heading: str, end: int) -> int:
    """Return where the text of a clause begins, after its number and its heading."""
    at = marker.content
    if heading:
        at = text.index(heading, marker.start) + len(heading)
    rest = text[at:end]
    return at + len(rest) - len(rest.lstrip(" \t\n\r\u3000\xa0*#_】）)：:。"))


def _title_headings(text: str, title: str, marks: list[Marker], found: list[Line]) -> set[int]:
    """Return the starts of Markdown headings that are the document's title, not a clause."""
    headings = [marker for marker in marks if marker.style in MARKDOWN]
    titles = {
        marker.start
        for marker in headings
        if title and text[marker.content : _line_end(found, marker.start)].strip("# ") == title
    }
    top = [marker for marker in headings if marker.style == "h1"]
    if len(top) == 1 and top[0] is headings[0] and not text[: top[0].start].strip():
        titles.add(top[0].start)
    return titles


def _label(marker: Marker, heading: str) -> str:
    """Return how a clause is cited: “二、支持算力建设”, “第六条”, “（二）”, “4”."""
    heading = " ".join(heading.split())
    if not heading:
        return marker.label.rstrip("、")
    if marker.style == "question":
        return heading
    if marker.style in _BLANK_AFTER:
        return f"{marker.label} {heading}"
    if marker.style in ("dot", "letter"):
        return f"{marker.label}. {heading}"
    return f"{marker.label}{heading}"
