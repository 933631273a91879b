"""Clauses of documents as the lines of an answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from answer.clause_numbers import without_number
from answer.figures import unsupported_figures
from answer.finding import Finding, Sentence, Shape, known
from answer.naming import title_of
from answer.understanding import Question
from answer.wording import inner_quotes
from answer.wording.english import english_words
from answer.wording.standing import in_standing
from ingest.clauses import StatementKind, outline, statements
from records import Document, Passage, Validity

# So many lines at most.
MOST_LINES = 16


def lead(
    question: Question,
    document: Document,
    validity: Validity,
    passages: Sequence[Passage],
    words: tuple[str, str],
) -> list[Sentence]:
    """A line that names the document, where its title stands in its text.

    `words` go behind the name, in Chinese and in English: “给予以下支持”.
    """
    title = title_of(document, validity, passages)
    if title is None:
        return []
    number = (f"（{document.doc_number}）", f" ({document.doc_number})")[question.is_english]
    text = f"《{document.title}》{number if document.doc_number else ''}"
    text += f" {words[1]}" if question.is_english else words[0]
    return [Sentence(text=in_standing(question, title, text), findings=(title,))]


def clauses(
    document: Document,
    validity: Validity,
    passages: Sequence[Passage],
    wanted: Callable[[str], bool],
    unwanted: re.Pattern[str] | None = None,
) -> Iterator[tuple[str, Finding]]:
    """The statements that are `wanted`, each with its clause's name.

    Those under a heading that `unwanted` is found in are left out.
    """
    headings = outline(document.text, document.title)
    for passage in passages:
        for statement in statements(passage.text):
            words = passage.text[statement.start : statement.end]
            if statement.kind is StatementKind.HEADING or not wanted(words):
                continue
            start, end = passage.start + statement.start, passage.start + statement.end
            path = headings.path_at(start)
            if path and unwanted and unwanted.search(path[-1]):
                continue
            yield (
                without_number(path[-1]) if path else "",
                known(document, validity, passage, start, end, " › ".join(path)),
            )


def line(
    question: Question,
    finding: Finding,
    label: str,
    *,
    several: bool = False,
    figures_first: bool = True,
) -> Sentence:
    """The statement with its clause's name; of `several` documents also with the document's.

    In English the quote follows on its figures, or with `figures_first` off stands alone.
    """
    words = inner_quotes(finding.quote)
    if question.is_english:
        words = (english_words(question, finding) if figures_first else "") or f"“{words}”"
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
