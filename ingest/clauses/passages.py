"""A document as passages: the best way to group its atoms.

Sections and articles begin passages of their own. Within one, the cuts are chosen together
(dynamic programming, as a typesetter breaks lines): passages come out near the limit and of
similar size, and a cut costs more the worse the place is, so paragraphs go before sentences and
sentences before commas.
"""

from __future__ import annotations

from collections.abc import Sequence

from records import Document, Passage

from .atoms import Atom, atoms, clause_of
from .cutting import Edge
from .outline import Outline, outline

# What a cut at each kind of border costs, in squares of a passage's unused share of the limit.
_CUT = {
    Edge.SECTION: 0.0,
    Edge.CLAUSE: 0.0,
    Edge.LINE: 0.04,
    Edge.SENTENCE: 0.12,
    Edge.MEMBER: 0.25,
    Edge.COMMA: 0.5,
    Edge.BLANK: 1.0,
    Edge.NOTHING: 2.0,
}
# Small clauses and passages of very unequal length cost more hits than a clause that shares its
# passage with the next one: both prices are low. A citation names its own clause anyway.
_JOIN = 0.1  # for putting a clause that has a heading of its own into one passage with another
_TORN = 0.1  # for a passage with one part of a clause and something outside that clause
_OVERFULL = 1.3  # times the limit: what several atoms together may reach at most
_NO_BORDER = 1_000_000
_TAIL = 0.15  # times the limit: what may join an atom that is longer than that anyway
_TOO_LONG = 2.0  # how much worse a passage above the limit is than one as far below it


def split(document: Document, limit: int = 550) -> list[Passage]:
    """Cut a document into passages of at most about `limit` characters, in order.

    The passages are exact slices without blanks at their ends, do not overlap, and together hold
    every non-blank character. A heading always stands with the text it heads. A list inside one
    sentence stays whole up to three times the limit, any other sentence up to one and a half
    times; only longer ones are cut inside.

    Raises:
        ValueError: `limit` is below 20 characters.
    """
    if limit < 20:
        raise ValueError(f"passage limit is {limit} characters; it must be 20 or more")
    structure = outline(document.text, document.title)
    found = atoms(document.text, structure, limit)
    passages: list[Passage] = []
    for section in _sections(found):
        for first, last in _groups(section, structure, limit):
            passages.append(_passage(document, structure, section[first:last]))
    return passages


def _sections(found: Sequence[Atom]) -> list[list[Atom]]:
    """Group atoms into sections: a section's heading begins one, unless a heading is open."""
    sections: list[list[Atom]] = []
    for at, atom in enumerate(found):
        if not at or (atom.edge is Edge.SECTION and not found[at - 1].heading):
            sections.append([])
        sections[-1].append(atom)
    return sections


def _groups(section: Sequence[Atom], structure: Outline, limit: int) -> list[tuple[int, int]]:
    """Choose the cuts of one section: the cheapest sequence of groups `[first, last)`."""
    count = len(section)
    best = [0.0] + [float("inf")] * count
    cut_before = [0] * (count + 1)
    for last in range(1, count + 1):
        if last == count or not section[last - 1].lead:
            best[last], cut_before[last] = _best_group(section, structure, limit, last, best)
    groups: list[tuple[int, int]] = []
    last = count
    while last:
        groups.append((cut_before[last], last))
        last = cut_before[last]
    return groups[::-1]


def _best_group(
    section: Sequence[Atom], structure: Outline, limit: int, last: int, best: Sequence[float]
) -> tuple[float, int]:
    """Return the cost of the best cuts up to `last`, and where the last of their groups begins."""
    cheapest, chosen = float("inf"), last - 1
    end = section[last - 1].start + section[last - 1].length
    outermost = _NO_BORDER  # depth of the outermost clause that begins inside the group
    joins = 0.0
    longest = 0
    solid = True  # one atom, and the headings before it, stay together whatever their length
    for first in range(last - 1, -1, -1):
        atom = section[first]
        solid = solid and (first == last - 1 or atom.lead)
        longest = max(longest, atom.length)
        length = end - atom.start
        if length > max(_OVERFULL * limit, longest + _TAIL * limit) and not solid:
            break
        begins = atom.edge <= Edge.CLAUSE and atom.clause >= 0
        depth = structure.clauses[atom.clause].depth if atom.clause >= 0 else -1
        if not (first and section[first - 1].lead):
            cost = best[first] + _size(length, limit) + joins + (_CUT[atom.edge] if first else 0.0)
            if depth > outermost or (depth == outermost and not begins):
                cost += _TORN
            if last < len(section) and _inside(section[last], structure, outermost):
                cost += _TORN
            if cost < cheapest:
                cheapest, chosen = cost, first
            if begins and structure.clauses[atom.clause].heading:
                joins += _JOIN
        if begins:
            outermost = min(outermost, depth)
    return cheapest, chosen


def _inside(atom: Atom, structure: Outline, outermost: int) -> bool:
    """Tell whether the atom after a group goes on with the group's last clause of that depth."""
    if outermost == _NO_BORDER or atom.clause < 0:
        return False
    depth = structure.clauses[atom.clause].depth
    return depth > outermost or (depth == outermost and atom.edge > Edge.CLAUSE)


def _size(length: int, limit: int) -> float:
    """Return what a passage of `length` costs: the square of its distance from the limit."""
    share = 1 - length / limit
    return share * share * (1.0 if share >= 0 else _TOO_LONG)


def _common(paths: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the labels that all paths begin with."""
    depth = 0
    for labels in zip(*paths, strict=False):
        if len(set(labels)) > 1:
            break
        depth += 1
    return paths[0][:depth]


def _passage(document: Document, structure: Outline, group: Sequence[Atom]) -> Passage:
    """Make a passage of consecutive atoms."""
    start = group[0].start
    end = group[-1].start + group[-1].length
    paths = [clause_of(atom, structure) for atom in group if not atom.heading]
    path = _common(paths) if paths else clause_of(group[-1], structure)
    return Passage(
        document_id=document.id,
        title=document.title,
        start=start,
        end=end,
        text=document.text[start:end],
        clause=path,
    )
