"""Answers to “what document is this”: its title, number and issuing body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from answer.figures import parse_figures
from answer.finding import Finding, Sentence, known
from answer.matter import matter
from answer.places.levels import Level, level_of
from answer.understanding import Question
from answer.understanding.places import without_places
from records import Document, Passage, Validity

_ASKS_WHAT = re.compile(
    r"是(?:个|份|一个|一份)?(?:什么|啥|哪个|哪份)(?:文件|政策|规定|办法|文|东西)|全称|全名|正式名称|"
    r"叫(?:什么|啥)(?:名|$|[?？])|"
    r"what (?:document|policy) is|full (?:name|title)"
)

_NUMBER = re.compile("文号|发文字号|文件号")


def asks_what_it_is(question: Question) -> bool:
    """Whether the title or the number of one document is what is wanted."""
    named = len(question.documents) == 1
    return (named and bool(_ASKS_WHAT.search(question.text.lower()))) or asks_for_number(question)


def asks_for_number(question: Question) -> bool:
    """Whether a document's number (文号) is asked for."""
    return bool(_NUMBER.search(question.text)) and len(question.documents) < 2


def document_meant(question: Question, documents: Iterable[Document], home: str) -> Document | None:
    """The one document whose number or title is asked for.

    It is the one that is named, else the numbered one at the place that is named, or at `home`,
    whose title alone says most of the question; None where that is not plain.
    """
    stored = {one.id: one for one in documents}
    if question.documents:
        return stored.get(question.documents[0])
    if not asks_for_number(question):
        return None
    places = question.places or (home,)
    content = _NUMBER.sub(" ", " ".join(question.content))
    asked = matter(without_places(content, places))
    shared = {
        one.id: len(asked & matter(one.title))
        for one in stored.values()
        if one.doc_number and any(level_of(one.region, place) is Level.SAME for place in places)
    }
    most = max(shared.values(), default=0)
    meant = [stored[one] for one, count in shared.items() if count == most]
    return meant[0] if len(meant) == 1 else None


def naming(
    question: Question, document: Document, validity: Validity, passages: Sequence[Passage]
) -> Sentence | None:
    """The document's number, title and issuing body, resting on the title as it stands there.

    None when the title does not stand in the document's text.
    """
    finding = title_of(document, validity, passages)
    if finding is None:
        return None
    title = f"《{document.title}》"
    # “省经信厅等八部门” counts something that stands in no citation.
    body = "" if parse_figures(document.issuing_body) else document.issuing_body
    if question.is_english:
        said = f"{document.doc_number} is {title}" if document.doc_number else title
        by = f", issued by {body}" if body else ""
    else:
        said = f"{document.doc_number}是{title}" if document.doc_number else title
        by = f"，由{body}发布" if body else ""
    return Sentence(text=said + by, findings=(finding,))


def title_of(document: Document, validity: Validity, passages: Sequence[Passage]) -> Finding | None:
    """The title as it stands in the document's text; None where it does not."""
    start = document.text.find(document.title)
    end = start + len(document.title)
    holding = [one for one in passages if one.start <= start and end <= one.end]
    if start < 0 or not holding:
        return None
    return known(document, validity, holding[0], start, end)
