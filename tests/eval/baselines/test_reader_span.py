"""The reader by itself as a system to be scored."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from eval.baselines.bm25 import Bm25Retriever
from eval.baselines.reader_span import ReaderSystem
from eval.metrics.citations import inexact_quotes
from eval.question import Dataset, Evidence, Question, with_gold_documents
from index.reader import Reading
from records import AnswerStatus
from tests.eval.small_system import DOCUMENTS


class FirstWords:
    """Marks the first four characters of each text, surest of the longest."""

    def read(self, question: str, texts: Sequence[tuple[str, str]]) -> list[Reading]:
        return [
            Reading([(0, 4)], np.array([len(text)], np.float32), np.array([0.0], np.float32), 100.0)
            for _, text in texts
        ]


def system() -> ReaderSystem:
    return ReaderSystem(Bm25Retriever(list(DOCUMENTS.values())), DOCUMENTS, FirstWords())


def test_the_marked_words_are_the_answer_and_its_quote() -> None:
    name = next(iter(DOCUMENTS))
    answer = system().answer("最高多少", document_ids=[name])
    assert answer.status is AnswerStatus.ANSWERED
    assert answer.text == f"{DOCUMENTS[name].text[:4]}[1]"
    assert inexact_quotes(answer.citations, DOCUMENTS.__getitem__) == []
    assert answer.confidence < 0.5


def test_without_a_limit_what_is_found_is_read() -> None:
    answer = system().answer("算力服务券最高多少")
    assert answer.citations[0].document_id in {
        hit.passage.document_id for hit in system().retrieve("算力服务券最高多少", 30)
    }


def test_a_question_is_limited_to_its_gold_documents() -> None:
    gold = Question(
        id="1", text="?", evidence=(Evidence("b", "x"), Evidence("a"), Evidence("b", "y"))
    )
    none = Question(id="2", text="?", candidates=("c",))
    limited = with_gold_documents(Dataset(name="d", questions=(gold, none)))
    assert [one.candidates for one in limited.questions] == [("b", "a"), ("c",)]
