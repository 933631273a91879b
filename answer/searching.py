"""Gathers the passages that a question is to be answered from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from answer.clause_numbers import is_clause
from answer.places.levels import Level, asks_for_districts, level_of, placed
from answer.standing.in_force import asks_for_term
from answer.understanding import Asked, Question
from answer.understanding.neutral import neutral
from answer.understanding.places import without_places
from answer.understanding.same_words import in_words_of, other_wording
from index.filters import Filters
from index.reranking import ReadHit
from index.search import Searcher
from records import Document, Hit, Passage

HITS = 10
_SPENDING = re.compile("(?:花了?|花费了?|投入?了?|支出了?|用了|付了|共|一共|总共|大概|约)+$")
# Finds the clause on a document's own terms.
ON_STANDING = "自 起施行 有效期"
_BETWEEN_CHINESE = re.compile("(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")
# How many of the best found passages are read whatever is named, or whatever home is.
BEST_FOUND = 2
# How many passages of each document or place that is named come before the rest.
OF_EACH_NAMED = 3
# The same where it is one alone, home included: its clause may be worded quite otherwise.
OF_ONE_NAMED = 5


def search(
    searcher: Searcher, question: Question, filters: Filters, home: str = "", k: int = HITS
) -> list[ReadHit]:
    """The best `k` passages, read and ranked.

    The clause that the question names is read first, then the best found, then those of documents
    and places that it names, however many others are closer in their words. Where none is named,
    those of the `home` region are.
    """
    wanted = _without_own_amounts(question)
    headers = [one for one in searcher.documents() if filters.allows(one)]
    found = _found(searcher, wanted, max(k, HITS), filters)
    # The clause that is named goes before all that is merely close in its words.
    first = found[0].score + 1 if found else 1.0
    clause = [Hit(one, first) for one in _of_clause(searcher, question, headers)]
    named = [*clause, *found[:BEST_FOUND]]
    groups = list(_named_groups(question, headers, home))
    of_each = OF_ONE_NAMED if len(groups) == 1 else OF_EACH_NAMED
    for ids in groups:
        narrow = replace(filters, document_ids=ids)
        named += _found(searcher, wanted, of_each, narrow)
    if groups and asks_for_term(question) and (question.documents or question.places):
        named += searcher.find(ON_STANDING, 2, replace(filters, document_ids=groups[0]))
    hits = _distinct([*named, *found])
    # Clauses do not repeat the place that their document is from.
    matter = without_places(_to_be_read(question, wanted), placed(question, headers))
    return searcher.read(matter, hits[: max(k, len(named))], in_words_of)


def read_alone(
    searcher: Searcher, question: Question, passage: Passage, quote: str
) -> float | None:
    """The reader's log-odds that `quote`, by itself under the passage's headings, answers.

    None without a reader. The question is put in full, with its places, unlike to passages.
    """
    asked = _to_be_read(question, question.in_full)
    (read,) = searcher.read(asked, [Hit(replace(passage, text=quote), 1.0)])
    span = read.reading.best() if read.reading else None
    return span.score if span else None


def _without_own_amounts(question: Question) -> str:
    """What is searched for: what the asker has spent stands in no clause and would mislead."""
    wanted = question.in_full
    if Asked.CALCULATION not in question.kinds or question.figures_in != wanted:
        return wanted
    for figure in reversed(question.given_amounts):
        before = _SPENDING.sub("", wanted[: figure.start])
        wanted = before + wanted[figure.end :]
    return wanted


def _to_be_read(question: Question, wanted: str) -> str:
    """The question as the reader is asked it: no claim, the terms of an English one joined."""
    if question.is_english:
        return _BETWEEN_CHINESE.sub("", wanted)
    return neutral(wanted) if question.claims else wanted


def _found(searcher: Searcher, wanted: str, k: int, filters: Filters) -> list[Hit]:
    """The best `k` hits for the question in its own words and in others that mean the same."""
    hits = searcher.find(wanted, k, filters)
    if other := other_wording(wanted):
        hits = [*hits, *searcher.find(other, k, filters)]
        hits = _distinct(sorted(hits, key=lambda hit: -hit.score))
    return hits[:k]


def _named_groups(
    question: Question, headers: Sequence[Document], home: str
) -> Iterator[list[str]]:
    """The documents of each name in the question: a document with its rules, or a place."""
    for named in question.documents:
        rules = [
            one.id
            for one in headers
            if any(relation.document_id == named for relation in one.relations)
        ]
        present = [one.id for one in headers if one.id == named]
        if present:
            yield present
            if rules:
                yield rules
    places = question.places
    if home and asks_for_districts(question):
        regions = dict.fromkeys(one.region for one in headers)
        places = tuple(one for one in regions if level_of(one, home) is Level.BELOW)
    elif not places and not question.documents and home:
        places = (home,)
    for place in places:
        ids = [one.id for one in headers if level_of(one.region, place) is Level.SAME]
        if ids:
            yield ids


def _of_clause(
    searcher: Searcher, question: Question, headers: Iterable[Document]
) -> list[Passage]:
    """The passages of the clause that is named by number, of the document that is named."""
    if question.clause_reference is None:
        return []
    present = {one.id for one in headers}
    return [
        passage
        for named in question.documents
        if named in present
        for passage in searcher.passages(named)
        if any(is_clause(one, question.clause_reference) for one in _headings(passage))
    ]


def _headings(passage: Passage) -> list[str]:
    inside = [line for line in passage.text.splitlines() if line.startswith("#")]
    return [*passage.clause, *inside]


def _distinct(hits: Iterable[Hit]) -> list[Hit]:
    found: dict[str, Hit] = {}
    for hit in hits:
        found.setdefault(hit.passage.id, hit)
    return list(found.values())
