"""Which policies there are: the documents of a place that a field names, by their titles."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from answer.finding import Sentence, Shape
from answer.matter import matter
from answer.understanding import Question
from answer.whole.field import Scope, field_of, field_words, holds_at
from answer.whole.grants_asked import is_particular
from answer.whole.telling import MOST_LINES, lead
from records import Document, Passage, Validity

_POLICIES = "政策|文件|措施|办法|法规|规定|意见"
_ASKS_WHICH = re.compile(
    f"(?:哪些|什么|啥|哪几[个份项部]).{{0,12}}(?:{_POLICIES})|(?:{_POLICIES})(?:都|分别)?有(?:哪些|什么|啥)|"
    r"(?:what|which) .{0,40}(?:policies|measures|documents|regulations)"
)
# What policies are called besides, where that is all that is said of them.
_PAPERS = re.compile("(?<=[些么啥的策])文件|文件(?=都?有)")
_NOTE = (
    "只列出文件库中{}的现行文件；内容请点开，或说出文件的名称再问。",
    "Only stored documents in force {} are listed; open one, or ask about it by its name.",
)
_OF_FIELD = ("标题写明所问领域", "whose titles name the field")
_OF_PLACE = ("该地区", "of that place")


def policies_scope(
    question: Question, documents: Sequence[Document], home: str, today: date
) -> Scope | None:
    """The documents of one place, or of `home`, whose titles name the field that is asked about.

    All of the place where it alone is named. None if something else is asked, or none is there.
    """
    text = (question.text if question.is_english else question.standalone).lower()
    if not _ASKS_WHICH.search(text) or question.documents or is_particular(question, today):
        return None
    words = field_words(_PAPERS.sub("", question.standalone), question.places)
    if words is None or len(question.places) > 1 or not (words or question.places):
        return None
    place = (*question.places, home)[0]
    field = matter(words)
    titled = [
        one
        for one in documents
        if holds_at(question, one, place, today) and field <= field_of(one.title)
    ]
    return Scope(tuple(titled), field, words) if titled else None


def policies_told(
    question: Question,
    scope: Scope,
    validity_of: Callable[[Document], Validity],
    passages_of: Callable[[str], Sequence[Passage]],
) -> tuple[list[Sentence], str]:
    """A line with title and number for each document in scope, newest first, and what is left out.

    Empty if no title stands in its document. The documents must be whole, with their text.
    """
    newest = sorted(scope.documents, key=lambda one: one.published or date.min, reverse=True)
    lines = [
        replace(named, shape=Shape.ITEM)
        for document in newest
        for named in lead(
            question, document, validity_of(document), passages_of(document.id), ("", "")
        )
    ]
    language = int(question.is_english)
    which = (_OF_FIELD if scope.field else _OF_PLACE)[language]
    return lines[:MOST_LINES], _NOTE[language].format(which)
