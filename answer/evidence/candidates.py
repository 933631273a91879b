"""Which parts of a passage may answer: statements, several of them together, whole lists."""

from __future__ import annotations

from answer.evidence.lists import introduced_lists
from answer.evidence.quotable import quotable
from answer.understanding import Asked
from index.reader import Reading
from ingest.clauses import statements

# Who asks so may be told a list.
_LISTS = frozenset({Asked.LIST, Asked.PROCEDURE, Asked.CONDITION, Asked.ANYTHING})


def candidates(asked: Asked, text: str, reading: Reading | None) -> list[tuple[int, int, bool]]:
    """What of a passage may be told: [start, end), and whether it is the answer as a whole.

    They are the statements, those together that the reader's best span runs through, and lists. A
    list stands for the line that introduces it, and is the answer as a whole, where that is what
    the reader marks; who asks about one thing is told of the member that it is.
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
    touched = [one for one in parts if one[0] < span.end and one[1] > span.start]
    if len(touched) > 1:
        parted.append((touched[0][0], touched[-1][1], False))
    return [*parted, *((one.start, one.end, True) for one in whole)]
