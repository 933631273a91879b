"""Our own question sets: true to the corpus, and the first of them complete in kind."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from eval.datasets import read_dataset
from eval.question import Question
from ingest.discovery import find_files
from ingest.reading import read_file
from settings import Settings

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"
QUESTIONS = read_dataset(ROOT / "eval" / "questions").questions
# Written by others, who knew only the documents.
OTHERS = [
    question
    for name in ("hotline", "close_calls", "situations", "conversations")
    for question in read_dataset(ROOT / "eval" / name).questions
]
KINDS = {
    *("lookup", "procedure", "paraphrase", "amount", "calculation", "date", "condition"),
    *("conflict", "multi-doc", "cross-district", "follow-up", "typo", "english", "ambiguous"),
    *("false-premise", "unanswerable", "out-of-scope", "safety"),
}
REFUSED = {"ambiguous", "unanswerable", "out-of-scope", "safety"}


@pytest.fixture(scope="module")
def stored() -> dict[str, str]:
    """The text of every document of the corpus as ingest stores it, by id."""
    documents = [
        document for path in find_files([CORPUS]) for document in read_file(path, Settings())
    ]
    return {document.id: document.text for document in documents}


def test_there_are_enough_of_every_kind() -> None:
    counts = Counter(question.type for question in QUESTIONS)
    assert len(QUESTIONS) >= 150
    assert counts.keys() == KINDS
    assert min(counts.values()) >= 5


@pytest.mark.parametrize("question", [*QUESTIONS, *OTHERS], ids=lambda question: question.id)
def test_every_quoted_span_stands_in_the_corpus(question: Question, stored: dict[str, str]) -> None:
    for evidence in question.evidence:
        assert evidence.quote in stored[evidence.document_id]


def test_what_others_asked_has_evidence_where_it_has_an_answer() -> None:
    for question in OTHERS:
        assert bool(question.evidence) == question.answerable == bool(question.answers), question.id


def test_questions_with_an_answer_have_evidence_and_the_others_a_reason() -> None:
    for question in QUESTIONS:
        assert question.answerable == (question.type not in REFUSED), question.id
        assert bool(question.evidence) == question.answerable, question.id
        assert question.answerable or question.note, question.id


def test_follow_ups_and_only_they_have_turns_before() -> None:
    for question in QUESTIONS:
        assert (question.type == "follow-up") == bool(question.history), question.id
        assert len(question.history) % 2 == 0, question.id


def test_no_question_is_asked_twice() -> None:
    asked = Counter((question.text, question.history) for question in QUESTIONS)
    assert max(asked.values()) == 1
