"""One question of a data set with its gold labels, and the data set it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from records import Document


@dataclass(frozen=True, slots=True)
class Evidence:
    """A gold span: where the answer stands. Without a `quote` the document itself is enough.

    Labels name documents and quotes rather than passages, so that another splitter keeps them.
    """

    document_id: str
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question and what is known to be right about it.

    `answers` are alternatives: any of them is right. `history` holds the turns before, oldest
    first, question and answer in turn. `today` is the day that validity is judged by, None for
    the day of the run. `candidates` limits the search to those documents; empty for all.
    """

    id: str
    text: str
    answers: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    answerable: bool = True
    type: str = "question"
    history: tuple[str, ...] = ()
    today: date | None = None
    candidates: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """Questions, and the documents to ask them of; None means the storage in use."""

    name: str
    questions: tuple[Question, ...]
    documents: tuple[Document, ...] | None = None


def with_gold_documents(dataset: Dataset) -> Dataset:
    """The set with each question limited to its gold documents: what is left is to read them.

    Questions without gold stay as they are.
    """
    return replace(
        dataset,
        questions=tuple(
            replace(
                question,
                candidates=tuple(dict.fromkeys(one.document_id for one in question.evidence))
                or question.candidates,
            )
            for question in dataset.questions
        ),
    )
