"""Our own format: a folder with `questions.jsonl` and, if it brings its own, `documents.jsonl`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from eval.datasets.errors import DatasetError, shown
from eval.datasets.row import Row
from eval.question import Dataset, Evidence, Question
from records import Document

QUESTIONS = "questions.jsonl"
DOCUMENTS = "documents.jsonl"
# What `metadata` of a document may set, besides what every document has.
TEXT_FIELDS = ("kind", "region", "issuing_body", "doc_number", "date_notes", "url")
DATE_FIELDS = ("published", "effective_from", "valid_until")


def read_folder(folder: Path) -> Dataset:
    """Questions and documents of a folder. Raises DatasetError for the first wrong record."""
    documents_file = folder / DOCUMENTS
    documents = read_documents(documents_file) if documents_file.exists() else None
    questions = read_questions(folder / QUESTIONS)
    if documents is not None:
        _require_known_evidence(folder / QUESTIONS, questions, {d.id for d in documents})
    return Dataset(name=folder.resolve().name, questions=questions, documents=documents)


def read_documents(path: Path) -> tuple[Document, ...]:
    """One document a line: id, title, text, metadata."""
    documents = [_document(row) for row in _lines(path)]
    _require_distinct(path, [document.id for document in documents])
    return tuple(documents)


def read_questions(path: Path) -> tuple[Question, ...]:
    """One question a line, in file order."""
    questions = [_question(row) for row in _lines(path)]
    if not questions:
        raise DatasetError(path, "line 1", "question", "at least one question", "an empty file")
    _require_distinct(path, [question.id for question in questions])
    return tuple(questions)


def _lines(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8-sig") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                value: object = json.loads(line)
            except json.JSONDecodeError as error:
                found = f"{error.msg} at character {error.pos}"
                where = f"line {number}"
                raise DatasetError(path, where, "(record)", "a JSON object", found) from error
            yield Row.of(path, f"line {number}", value)


def _document(row: Row) -> Document:
    metadata = Row.of(row.path, f"{row.where}, metadata", row.values.get("metadata") or {})
    texts = {name: metadata.text(name, "") for name in TEXT_FIELDS}
    days: dict[str, date | None] = {name: metadata.day(name) for name in DATE_FIELDS}
    return Document(
        id=row.text("id"),
        title=row.text("title", ""),
        text=row.text("text"),
        kind=texts["kind"],
        region=texts["region"],
        issuing_body=texts["issuing_body"],
        doc_number=texts["doc_number"],
        date_notes=texts["date_notes"],
        url=texts["url"],
        published=days["published"],
        effective_from=days["effective_from"],
        valid_until=days["valid_until"],
    )


def _question(row: Row) -> Question:
    question = Question(
        id=row.text("id"),
        # Published sets hold a blank question here and there: it is asked like any other.
        text=row.text("question", blank=True),
        answers=tuple(answer for answer in row.texts("answers") if answer.strip()),
        evidence=tuple(
            Evidence(item.text("document_id"), item.text("quote", ""))
            for item in row.rows("evidence")
        ),
        answerable=row.flag("answerable", True),
        type=row.text("type", "question"),
        history=row.texts("history"),
        today=row.day("today"),
        candidates=row.texts("candidates"),
        note=row.text("note", ""),
    )
    if question.answerable and not question.answers:
        raise row.wrong("answers", "at least one answer, since the question is answerable")
    return question


def _require_distinct(path: Path, ids: list[str]) -> None:
    seen: dict[str, int] = {}
    for number, key in enumerate(ids, start=1):
        if key in seen:
            found = f"“{key}” in records {seen[key]} and {number}"
            raise DatasetError(path, f"record {number}", "id", "an id used once", found)
        seen[key] = number


def _require_known_evidence(path: Path, questions: tuple[Question, ...], known: set[str]) -> None:
    for question in questions:
        for evidence in question.evidence:
            if evidence.document_id not in known:
                raise DatasetError(
                    path,
                    f"question “{question.id}”",
                    "evidence.document_id",
                    f"the id of a document in {DOCUMENTS}",
                    shown(evidence.document_id),
                )
