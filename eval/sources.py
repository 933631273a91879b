"""Matches the documents that a question set names with those that are stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from eval.question import Dataset, Evidence, Question
from eval.system import System
from records import Document


class UnknownSourceError(ValueError):
    """A question names a document that is not stored."""


def resolve_sources(dataset: Dataset, system: System, storage: str) -> Dataset:
    """The set with every evidence document as an id of the system.

    A list kept by staff may name a document by id, title or number. Raises UnknownSourceError.
    """
    names = _names([system.document(document_id) for document_id in system.document_ids()])
    return replace(
        dataset,
        questions=tuple(_resolved(question, names, storage) for question in dataset.questions),
    )


def _names(documents: list[Document]) -> dict[str, str]:
    """Id by every way to name a document; an id wins over a title, a title over a number."""
    names = {document.doc_number: document.id for document in documents}
    names |= {_bare(document.title): document.id for document in documents}
    names |= {document.id: document.id for document in documents}
    names.pop("", None)
    return names


def _resolved(question: Question, names: Mapping[str, str], storage: str) -> Question:
    return replace(
        question,
        evidence=tuple(
            Evidence(_id(evidence.document_id, question, names, storage), evidence.quote)
            for evidence in question.evidence
        ),
    )


def _id(name: str, question: Question, names: Mapping[str, str], storage: str) -> str:
    found = names.get(name) or names.get(_bare(name))
    if found is None:
        raise UnknownSourceError(
            f"question “{question.id}” expects its answer in “{name}”, which is neither id, title "
            f"nor number of one of the {len(set(names.values()))} documents in {storage}. Correct "
            f"the question, or add the document: python -m ingest FILE --storage {storage}"
        )
    return found


def _bare(title: str) -> str:
    """A title as people may write it: with or without 《》, blanks aside."""
    return "".join(title.split()).removeprefix("《").removesuffix("》")
