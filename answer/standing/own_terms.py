"""Until when a document holds is told by that document alone."""

from __future__ import annotations

import re

from answer.finding import Finding
from answer.matter import matter
from answer.places.levels import Level, level_of
from answer.standing.in_force import AT_LARGE, asks_for_standing, asks_for_term, states_term
from answer.understanding import Asked, Question
from answer.understanding.places import without_places
from records import Document

# The share of what the question is about that the document must name somewhere; less where its own
# term need not be what is asked for.
NAMED, NAMED_AT_ALL = 0.5, 0.25
_IN_FORCE = re.compile("有效|施行|实施|试行|执行|失效|废止|in force|valid", re.IGNORECASE)
_FROM_WHEN = re.compile(
    "(?:什么时候|啥时候|哪一?天|何时|几[号时]).{0,6}(?:施行|生效|实施|执行|试行)|(?:施行|生效|实施)(?:日期|时间)"
)
# How sure a clause on the term of such a document is at least: that it is this document's, which
# its words do not tell.
OWN_TERM = 0.6


def of_document_meant(question: Question, findings: list[Finding]) -> list[Finding]:
    """The findings of the documents whose term is asked for.

    Those are the documents that the question names, else those of its places that name what it is
    about. Every document has a clause on its own term, all in the same words: who asks for
    another time (“算力券有效期多久”) is not told that of a document on something else.
    """
    asks = asks_for_term(question) or _FROM_WHEN.search(question.in_full)
    if not asks or (question.parts and not question.documents):
        # Of several questions at once each is answered by itself.
        return [
            one
            for one in findings
            if Asked.DATE not in question.kinds
            or not states_term(one.quote)
            or _may_be_meant(question, one.document, NAMED_AT_ALL)
        ]
    if question.documents:
        return [one for one in findings if one.document.id in question.documents]
    only = _only_document_of_place(question, findings)
    meant = [
        one for one in findings if one.document.id == only or _may_be_meant(question, one.document)
    ]
    return [one.at_least(OWN_TERM) if states_term(one.quote) else one for one in meant]


def lacks_term(question: Question, told: str) -> bool:
    """Whether it is asked until when a document holds and `told` speaks of something else's time.

    “最长不超过3年” is the term of a loan.
    """
    return (
        asks_for_term(question) and not asks_for_standing(question) and not _IN_FORCE.search(told)
    )


def _only_document_of_place(question: Question, findings: list[Finding]) -> str | None:
    """The id of the document asked about, where one alone is found of the place that is named."""
    if len(question.places) != 1 or not asks_for_standing(question):
        return None
    place = question.places[0]
    here = {
        one.document.id for one in findings if level_of(one.document.region, place) is Level.SAME
    }
    return here.pop() if len(here) == 1 else None


def _may_be_meant(question: Question, document: Document, share: float = NAMED) -> bool:
    if document.id in question.documents:
        return True
    places = question.places
    if places and not any(level_of(document.region, one) <= Level.UNKNOWN for one in places):
        return False
    runs = (without_places(run, places) for run in question.content)
    wanted = matter(" ".join(AT_LARGE.sub(" ", run) for run in runs))
    named = matter(f"{document.title}\n{document.text}")
    return len(wanted & named) >= share * len(wanted)
