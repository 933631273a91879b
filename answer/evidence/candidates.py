"""Which parts of a passage may answer: statements, several of them together, whole lists."""

from __future__ import annotations

from collections.abc import Sequence

from answer.evidence.lists import introduced_lists
from answer.evidence.quotable import quotable
from answer.understanding import Asked
from index.reader import Reading, Span
from ingest.clauses import statements

# Who asks so may be told a list.
_LISTS = frozenset({Asked.LIST, Asked.PROCEDURE, Asked.CONDITION, Asked.ANYTHING})


def candidates(asked: Asked, text: str, reading: Reading | None) -> list[tuple[int, int, bool]]:
    """What of a passage may be told: [start, end), and whether it is the answer as a whole.

    They are the statements, those together that the reader's best span runs through, and lists.
    Statements on several lines are told together only where the span within them runs through
    several, too. A list stands for the line that introduces it, and is the answer as a whole, where
    that is what the reader marks; who asks about one thing is told of the member that it is.
    """
    found = statements(text)
    parts = quotable(text, found)
    span = reading.best() if reading else None
    if reading is None or span is None:
        return [(*part, False) for part in parts]
    whole = [
        one
        for one in (introduced_lists(text, found) if asked in _LISTS else ())
        if (marked := reading.best(one.start, one.end)) and marked.start < one.members[0][0]
    ]
    starts = {one.start for one in whole}
    parted = [(*part, False) for part in parts if part[0] not in starts]
    touched = _touched(parts, span)
    if len(touched) > 1:
        begin, end = touched[0][0], touched[-1][1]
        within = reading.best(begin, end) if "\n" in text[begin:end] else span
        # Else one line says it all, and the others would be told for nothing.
        if within and len(_touched(parts, within)) > 1:
            parted.append((begin, end, False))
    return [*parted, *((one.start, one.end, True) for one in whole)]


def _touched(parts: Sequence[tuple[int, int]], span: Span) -> list[tuple[int, int]]:
    return [one for one in parts if one[0] < span.end and one[1] > span.start]
