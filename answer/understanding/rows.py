"""Several things that a question names in a row: “硕士和博士的租房补贴”."""

from __future__ import annotations

import re

from answer.understanding.lexicon import tokens

EDGES = " ,，。;；?？!！"
JOINTS = frozenset({"和", "与", "跟", "及", "以及"})
# What the last of several things has for all of them: “硕士和博士在汉阳租房”.
_FOR_ALL = re.compile("(?<=.)(?:的(?=.)|在)")


def last_clause(text: str) -> tuple[str, str]:
    """What stands before the last clause of a text, and the clause."""
    end = text.rstrip(EDGES)
    start = max(end.rfind(mark) for mark in EDGES.strip()) + 1
    return text[:start], end[start:]


def things_joined(things: str) -> list[tuple[str, str]]:
    """The things of a row, each with and without what the first or last one has for all of them."""
    cuts = [(one.start, one.end) for one in tokens(things) if one.word in JOINTS]
    cuts += [match.span() for match in re.finditer("、", things)]
    names, at = [], 0
    for start, end in [*sorted(cuts), (len(things), len(things))]:
        names.append(things[at:start].strip())
        at = end
    names = [one for one in names if one]
    if len(names) < 2:
        return [(one, one) for one in names]
    first, last = _FOR_ALL.search(names[0]), _FOR_ALL.search(names[-1])
    if first and not last:
        before = names[0][: first.end()]
        own = names[0][first.end() :]
        return [(names[0], own), *((before + one, one) for one in names[1:])]
    if last and not first:
        behind = names[-1][last.start() :]
        own = names[-1][: last.start()]
        return [*((one + behind, one) for one in names[:-1]), (names[-1], own)]
    return [(one, one) for one in names]
