"""The grants of documents, a line for each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from answer.clause_numbers import without_number
from answer.figures import unsupported_figures
from answer.finding import Finding, Sentence, Shape, known
from answer.grants.scope import Scope
from answer.matter import matter, told
from answer.naming import title_of
from answer.understanding import Asked, Question
from answer.wanted import holds_kind
from answer.wording import inner_quotes
from answer.wording.english import english_words
from answer.wording.standing import in_standing
from ingest.clauses import StatementKind, outline, statements
from records import Document, Passage, Validity

# So many lines at most. With fewer grants a document, or a field, is not told as a list of them.
MOST_LINES, FEWEST_LINES, FEWEST_OF_FIELD = 16, 3, 2
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
        for label, finding in _grants(document, validity_of(document), passages_of(document.id))
        if scope.field <= matter(told(finding))
    ]
    if len(found) < (FEWEST_OF_FIELD if scope.words or len(scope.documents) > 1 else FEWEST_LINES):
        return [], ""
    sources = {one.document.id: one.document for _, one in found}
    lines = [_line(question, one, label, len(sources) > 1) for label, one in found]
    language = int(question.is_english)
    narrowed = _NARROWED[language].format(scope.words) if scope.words else ""
    note = _CUT if len(lines) > MOST_LINES else _LEFT_OUT
    ours = "" if question.places or question.documents else _DISTRICTS[language]
    lines = lines[:MOST_LINES]
    if len(sources) == 1:
        (source,) = sources.values()
        lines = [*_lead(question, source, validity_of(source), passages_of(source.id)), *lines]
    return lines, note[language].format(narrowed) + ours


def _lead(
    question: Question, document: Document, validity: Validity, passages: Sequence[Passage]
) -> list[Sentence]:
    """A line that names the document, where its title stands in its text."""
    title = title_of(document, validity, passages)
    if title is None:
        return []
    if question.is_english:
        number = f" ({document.doc_number})" if document.doc_number else ""
        text = f"《{document.title}》{number} gives this support"
    else:
        number = f"（{document.doc_number}）" if document.doc_number else ""
        text = f"《{document.title}》{number}给予以下支持"
    return [Sentence(text=in_standing(question, title, text), findings=(title,))]


def _grants(
    document: Document, validity: Validity, passages: Sequence[Passage]
) -> Iterator[tuple[str, Finding]]:
    """The statements that give an amount or a share of it, each with its clause's name."""
    headings = outline(document.text, document.title)
    for passage in passages:
        for statement in statements(passage.text):
            words = passage.text[statement.start : statement.end]
            if statement.kind is StatementKind.HEADING or not _gives(words):
                continue
            start, end = passage.start + statement.start, passage.start + statement.end
            path = headings.path_at(start)
            if path and _NO_GRANT.search(path[-1]):
                continue
            yield (
                without_number(path[-1]) if path else "",
                known(document, validity, passage, start, end, " › ".join(path)),
            )


def _gives(words: str) -> bool:
    return bool(_GIVES.search(words)) and holds_kind(Asked.AMOUNT, words)


def _line(question: Question, finding: Finding, label: str, several: bool) -> Sentence:
    """The grant with its clause's name; of several documents also with the document's."""
    words = inner_quotes(finding.quote)
    if question.is_english:
        words = english_words(finding) or f"“{words}”"
    else:
        words = _labelled(label, words, finding)
    if several:
        words = f"《{finding.document.title}》{words}"
    return Sentence(
        text=in_standing(question, finding, words), findings=(finding,), shape=Shape.ITEM
    )


def _labelled(label: str, words: str, finding: Finding) -> str:
    """The words behind the clause's name, unless figures would be read otherwise behind it."""
    if not label or label == finding.document.title or words.startswith(label):
        return words
    labelled = f"{label}：{words}"
    return words if unsupported_figures(labelled, [f"“{finding.quote}”"]) else labelled
