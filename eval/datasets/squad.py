"""SQuAD-style JSON as CMRC 2018, DRCD and DuReader publish it.

Two layouts are in use: {"data": [{"title", "paragraphs": [{"context", "qas": [{"id", "question",
"answers": [{"text"}]}]}]}]}, and CMRC's flat list of {"context_id", "context_text", "title",
"qas": [{"query_id", "query_text", "answers": ["…"]}]}.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from eval.datasets.errors import DatasetError, shown
from eval.datasets.row import Row
from eval.question import Dataset, Evidence, Question
from records import Document

TYPE = "reading"


def read_squad(path: Path) -> Dataset:
    """Every paragraph becomes a document, every question one of ours.

    Raises DatasetError for the first record that does not fit either layout.
    """
    try:
        value: object = json.loads(path.read_text("utf-8-sig"))
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise DatasetError(path, where, "(file)", "JSON", error.msg) from error
    documents: dict[str, Document] = {}
    questions: list[Question] = []
    for document, entries in _paragraphs(path, value):
        documents[document.id] = document
        questions.extend(_question(entry, document) for entry in entries)
    if not questions:
        raise DatasetError(path, "the file", "qas", "at least one question", "none")
    return Dataset(name=path.stem, questions=tuple(questions), documents=tuple(documents.values()))


def _paragraphs(path: Path, value: object) -> Iterator[tuple[Document, list[Row]]]:
    if isinstance(value, list):
        for number, item in enumerate(value):
            row = Row.of(path, f"record {number}", item)
            yield _document(row, "context_text", row.text("title", "")), row.rows("qas", True)
        return
    if not isinstance(value, dict) or "data" not in value:
        expected = "an object with “data”, or a list of paragraphs"
        raise DatasetError(path, "the file", "data", expected, shown(value))
    for article in Row.of(path, "the file", value).rows("data", True):
        for row in article.rows("paragraphs", True):
            title = row.text("title", "") or article.text("title", "")
            yield _document(row, "context", title), row.rows("qas", True)


def _document(row: Row, field: str, title: str) -> Document:
    text = row.text(field)
    # The files name paragraphs in different ways or not at all; the text always identifies one.
    key = sha256(f"{title}\n{text}".encode()).hexdigest()[:16]
    return Document(id=key, title=title, text=text)


def _question(row: Row, document: Document) -> Question:
    question_field = "query_text" if "query_text" in row.values else "question"
    id_field = "query_id" if "query_id" in row.values else "id"
    impossible = row.flag("is_impossible", False)
    answers = () if impossible else _answers(row)
    answers = tuple(dict.fromkeys(answer for answer in answers if answer.strip()))
    return Question(
        id=row.text(id_field),
        text=row.text(question_field, blank=True),
        answers=answers,
        evidence=tuple(
            Evidence(document.id, answer if answer in document.text else "") for answer in answers
        ),
        answerable=bool(answers),
        type=TYPE,
    )


def _answers(row: Row) -> tuple[str, ...]:
    value = row.values.get("answers", ())
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    return tuple(item.text("text", "") for item in row.rows("answers"))
