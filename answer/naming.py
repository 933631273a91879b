"""Answers to “what document is this”: its title, number and issuing body."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answer.figures import parse_figures
from answer.finding import Finding, Sentence, known
from answer.understanding import Question
from records import Document, Passage, Validity

_ASKS_WHAT = re.compile(
    r"是(?:个|份|一个|一份)?(?:什么|啥|哪个|哪份)(?:文件|政策|规定|办法|文|东西)|全称|全名|正式名称|"
    r"叫(?:什么|啥)(?:名|$|[?？])|文号是|(?:哪个|什么)文号|"
    r"what (?:document|policy) is|full (?:name|title)"
)


def asks_what_it_is(question: Question) -> bool:
    """Whether one document is named and its title or number is what is wanted."""
    return len(question.documents) == 1 and bool(_ASKS_WHAT.search(question.text.lower()))


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
