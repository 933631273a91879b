"""The grants of documents, a line for each."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from answer.asked_for.wanted import holds_kind
from answer.finding import Sentence
from answer.matter import matter, told
from answer.understanding import Asked, Question
from answer.whole.field import Scope
from answer.whole.telling import MOST_LINES, clauses, lead, line
from records import Document, Passage, Validity

# With fewer grants a document, or a field, is not told as a list of them.
FEWEST_LINES, FEWEST_OF_FIELD = 3, 2
_LEAD = ("给予以下支持", "gives this support")
# “{}” is what the list was narrowed to.
_LEFT_OUT = (
    "只列出{}写明金额或比例的支持，其余条款和申报条件请看全文。",
    "Only support{} with an amount or a rate is listed; see the full text for the rest and for the "
    "conditions.",
)
_CUT = (
    "只列出{}写明金额或比例的支持中的前一部分，其余条款和申报条件请看全文。",
    "Only the first part of the support{} with an amount or a rate is listed; see the full text "
    "for the rest and for the conditions.",
)
_NARROWED = ("提到“{}”并", " that names “{}”")
_DISTRICTS = (
    "区级政策请注明所在区再查询。",
    " For a district's own policies, name the district.",
)
_GIVES = re.compile("最高|补|奖|支持|资助|贴|给|贷(?!款余额)|免|券")
# Clauses under such a heading say what is to be reached, not what is given.
_NO_GRANT = re.compile("目标|指标|规模")


def grants_told(
    question: Question,
    scope: Scope,
    validity_of: Callable[[Document], Validity],
    passages_of: Callable[[str], Sequence[Passage]],
) -> tuple[list[Sentence], str]:
    """A line for each grant in scope, in the documents' order, and a note on what is left out.

    Empty if there are but a few. The documents of `scope` must be whole, with their text.
    """
    found = [
        (label, finding)
        for document in scope.documents
        for label, finding in clauses(
            document, validity_of(document), passages_of(document.id), gives, _NO_GRANT
        )
        if scope.field <= matter(told(finding))
    ]
    if len(found) < (FEWEST_OF_FIELD if scope.words or len(scope.documents) > 1 else FEWEST_LINES):
        return [], ""
    sources = {one.document.id: one.document for _, one in found}
    lines = [line(question, one, label, several=len(sources) > 1) for label, one in found]
    language = int(question.is_english)
    narrowed = _NARROWED[language].format(scope.words) if scope.words else ""
    note = _CUT if len(lines) > MOST_LINES else _LEFT_OUT
    ours = "" if question.places or question.documents else _DISTRICTS[language]
    lines = lines[:MOST_LINES]
    if len(sources) == 1:
        (source,) = sources.values()
        named = lead(question, source, validity_of(source), passages_of(source.id), _LEAD)
        lines = [*named, *lines]
    return lines, note[language].format(narrowed) + ours


def gives(words: str) -> bool:
    """Whether a statement gives an amount or a share of it."""
    return bool(_GIVES.search(words)) and holds_kind(Asked.AMOUNT, words)
