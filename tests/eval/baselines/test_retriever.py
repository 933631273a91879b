"""What the baselines answer."""

from __future__ import annotations

from eval.baselines.bm25 import Bm25Retriever
from eval.baselines.retriever import QuotingSystem
from eval.metrics.citations import inexact_quotes
from records import AnswerStatus
from tests.eval.small_system import DOCUMENTS


def system() -> QuotingSystem:
    return QuotingSystem(Bm25Retriever(list(DOCUMENTS.values())), DOCUMENTS)


def test_the_best_passage_is_the_answer_with_a_citation_for_each_sentence() -> None:
    answer = system().answer("算力服务券最高多少")
    assert answer.status is AnswerStatus.ANSWERED
    assert answer.text == "算力服务券按算力费用的50%补助,最高20万元。[1]\n补助期限不超过三年。[1]"
    assert inexact_quotes(answer.citations, DOCUMENTS.__getitem__) == []


def test_turns_before_are_part_of_the_query() -> None:
    alone = system().retrieve("还有呢", 1)
    after = system().retrieve("还有呢", 1, history=["垂直行业模型的申报材料", "申报书"])
    assert list(alone) == []
    assert after[0].passage.document_id == "model"


def test_nothing_found_is_no_answer() -> None:
    assert system().answer("").status is AnswerStatus.NO_ANSWER
