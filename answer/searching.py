"""Gathers the passages that a question is to be answered from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from answer.locality import Level, level_of
from answer.understanding import Question
from index.filters import Filters
from index.reranking import ReadHit
from index.search import Searcher
from records import Document, Hit, Passage

HITS = 10
# How many passages of each document or place that is named come before all others.
OF_EACH_NAMED = 3

_NUMERALS = "零一二三四五六七八九十"


def search(searcher: Searcher, question: Question, filters: Filters) -> list[ReadHit]:
    """The best passages, read and ranked.

    Those of documents and places that the question names are among those that are read, however
    many others are closer in their words; so is the clause that it names.
    """
    wanted = question.standalone or question.text
    headers = [one for one in searcher.documents() if filters.allows(one)]
    named: list[Hit] = _of_clause(searcher, question, headers)
    for ids in _named_groups(question, headers):
        narrow = replace(filters, document_ids=ids)
        named += searcher.find(wanted, OF_EACH_NAMED, narrow)
    hits = _distinct([*named, *searcher.find(wanted, HITS, filters)])
    return searcher.read(wanted, hits[: max(HITS, len(named))])


def _named_groups(question: Question, headers: Sequence[Document]) -> Iterator[list[str]]:
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
    for place in question.places:
        ids = [one.id for one in headers if level_of(one.region, place) is Level.SAME]
        if ids:
            yield ids


def _of_clause(searcher: Searcher, question: Question, headers: Iterable[Document]) -> list[Hit]:
    """The passages of the clause that is named by number, of the document that is named."""
    if question.clause_reference is None:
        return []
    present = {one.id for one in headers}
    label = re.compile(_label(question.clause_reference))
    return [
        Hit(passage, score=0.0)
        for named in question.documents
        if named in present
        for passage in searcher.passages(named)
        if _is_in(passage, label)
    ]


def _label(number: int) -> str:
    """What the heading of clause `number` may look like: 第三条, （三）, 三、, 3."""
    tens, ones = divmod(number, 10)
    written = ("" if tens < 2 else _NUMERALS[tens]) + ("十" if tens else "")
    written += _NUMERALS[ones] if ones else ""
    either = f"(?:{written}|{number})"
    return rf"第{either}条|[(（]{either}[)）]|^{either}[、.．]"


def _is_in(passage: Passage, label: re.Pattern[str]) -> bool:
    headings = [line for line in passage.text.splitlines() if line.startswith("#")]
    return any(label.search(heading) for heading in (*passage.clause, *headings))


def _distinct(hits: Iterable[Hit]) -> list[Hit]:
    found: dict[str, Hit] = {}
    for hit in hits:
        found.setdefault(hit.passage.id, hit)
    return list(found.values())
