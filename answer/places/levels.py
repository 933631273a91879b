"""How regions stand to each other, and to the places that a question names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from enum import IntEnum

from answer.places.locality_notes import NATION
from answer.understanding import Question
from answer.understanding.places import canonical_place, is_within, named_places
from records import Document

_ASKS_FOR_DISTRICTS = re.compile(
    "(?<!在)(?:哪些|哪个|哪几个)区|各区|每个区|各个区|区里|which districts?"
)
_LOCATED = re.compile("(?:在|位于|注册(?:在|于)?|落户(?:在|到)?|来|到|去|迁到|搬到|设在)$")
_OWN = re.compile(
    "的|对|给|有|出台|补|最高|区级|市级|省级|自己|针对|关于|算力|人工智能|ai|opc|政策"
)


class Level(IntEnum):
    """How a document's region stands to a place; smaller is closer."""

    SAME = 0
    UNKNOWN = 1
    ABOVE = 2
    BELOW = 3
    ELSEWHERE = 4


def home_region(documents: Iterable[Document]) -> str:
    """The region that most documents are of; empty if none names one."""
    regions = Counter(one.region for one in documents if one.region)
    return regions.most_common(1)[0][0] if regions else ""


def level_of(region: str, place: str) -> Level:
    """How a region stands to a place; the nation lies above every place."""
    ours, theirs = canonical_place(region) or region, canonical_place(place) or place
    if not ours:
        return Level.UNKNOWN
    if ours == theirs:
        return Level.SAME
    if ours == NATION or is_within(theirs, ours):
        return Level.ABOVE
    return Level.BELOW if theirs == NATION or is_within(ours, theirs) else Level.ELSEWHERE


def placed(question: Question, documents: Iterable[Document]) -> frozenset[str]:
    """The question's places that some of the documents are from."""
    regions = {one.region for one in documents}
    return frozenset(
        place
        for place in question.places
        if any(level_of(region, place) is Level.SAME for region in regions)
    )


def is_of_named_place(document: Document, question: Question) -> bool:
    """Whether the document is of a place that the question names."""
    return any(level_of(document.region, place) is Level.SAME for place in question.places)


def asks_for_own_rules(question: Question, place: str) -> bool:
    """Whether the rules of the place itself are asked for, not those for somebody who is there."""
    text = question.in_full
    for named in named_places(text):
        if named.name != place:
            continue
        if _LOCATED.search(text[: named.start]):
            return False
        if _OWN.match(text, named.end):
            return True
    return False


def asks_for_districts(question: Question) -> bool:
    """Whether the rules of several districts are asked for: “哪些区有算力补贴”."""
    return bool(_ASKS_FOR_DISTRICTS.search(question.text))
