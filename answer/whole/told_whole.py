"""Answers by all that documents grant or demand, or by which there are: nothing is read for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from answer.composed import Composed
from answer.finding import Sentence, backing
from answer.places.locality import PlaceMatch
from answer.stored import document_of
from answer.understanding import Question
from answer.whole import (
    Scope,
    conditions_scope,
    conditions_told,
    grants_scope,
    grants_told,
    policies_scope,
    policies_told,
)
from index.filters import Filters
from index.search import Searcher
from index.validity import validity_on
from records import Document, Passage, Validity

# How sure an answer is whose document is known and which gives all of it.
KNOWN = 0.9

# Makes lines, and a note on what is left out, of the clauses of documents.
Tell = Callable[
    [
        Question,
        Scope,
        Callable[[Document], Validity],
        Callable[[str], Sequence[Passage]],
    ],
    tuple[list[Sentence], str],
]


def told_whole(
    searcher: Searcher, question: Question, filters: Filters, home: str, day: date
) -> Iterator[Composed]:
    """What answers a question for all of something, the likeliest reading of it first.

    Raises DocumentChanged if a document is replaced or removed meanwhile.
    """
    for scope, tell in _scopes(searcher, question, filters, home, day):
        if composed := _told(searcher, question, scope, tell, day):
            yield composed


def asks_for_whole(
    searcher: Searcher, question: Question, filters: Filters, home: str, day: date
) -> bool:
    """Whether a question is for all of something that there are documents on."""
    return any(_scopes(searcher, question, filters, home, day))


def _scopes(
    searcher: Searcher, question: Question, filters: Filters, home: str, day: date
) -> Iterator[tuple[Scope, Tell]]:
    headers = [one for one in searcher.documents() if filters.allows(one)]
    for scope_of, tell in (
        (grants_scope, grants_told),
        (conditions_scope, conditions_told),
        (policies_scope, policies_told),
    ):
        if scope := scope_of(question, headers, home, day):
            yield scope, tell


def _told(
    searcher: Searcher, question: Question, scope: Scope, tell: Tell, day: date
) -> Composed | None:
    """What `tell` makes of the documents in scope, None if it makes nothing."""
    passages = {one.id: searcher.passages(one.id) for one in scope.documents}
    whole = [document_of(searcher, one.id, passages[one.id]) for one in scope.documents]
    lines, note = tell(
        question,
        replace(scope, documents=tuple(whole)),
        lambda one: validity_on(one, day),
        passages.__getitem__,
    )
    if not lines:
        return None
    match = PlaceMatch(tuple(backing(lines)))
    return Composed(tuple(lines), (note,), KNOWN, match)
