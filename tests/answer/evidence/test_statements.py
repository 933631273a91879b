"""Statements as evidence, by what the reader marks."""

from __future__ import annotations

import numpy as np
import pytest

from answer.evidence.statements import Evidence, find_evidence
from answer.evidence.support import Support
from answer.understanding import Asked
from index.reader import Reading
from index.reranking import ReadHit
from records import Hit
from tests.answer.findings import ask, make_finding

MATERIALS = "申请时需提交如下材料：\n1.审批表原件。\n2.营业执照复印件。\n3.承诺书原件。"


def evidence(text: str, marked: str, question: str, asked: Asked) -> list[Evidence]:
    """What is found in `text`, of which a reader marks one part."""
    start = text.index(marked)
    offsets = [(at, at + 1) for at in range(len(text))]
    scores = np.full((2, len(text)), -10.0, np.float32)
    scores[0, start] = scores[1, start + len(marked) - 1] = 10.0
    reading = Reading(offsets, scores[0], scores[1], 0.0)
    passage = make_finding(text).passage
    hit = ReadHit(Hit(passage, 1.0), reading)
    asking = ask(question, "材料", asked=asked)
    support = Support(asking, lambda _: 1.0, frozenset())
    return find_evidence(asking, [hit], support, lambda _: 0.0)


@pytest.mark.parametrize(
    ("marked", "asked", "quote"),
    [
        ("需提交如下材料", Asked.LIST, MATERIALS),
        ("营业执照复印件", Asked.LIST, "营业执照复印件。"),
        ("需提交如下材料", Asked.AMOUNT, "申请时需提交如下材料："),
    ],
)
def test_a_list_is_told_whole_where_its_introduction_is_marked(
    marked: str, asked: Asked, quote: str
) -> None:
    first = evidence(MATERIALS, marked, "申请要什么材料", asked)[0]
    assert first.quote.strip() == quote.strip()
    whole = first.end - first.start if quote == MATERIALS else len(marked)
    assert first.answer_end - first.answer_start == whole


def test_a_statement_that_says_the_question_again_counts_less() -> None:
    text, question = "出台了多项扶持创业企业的政策。", "出台了哪些扶持创业企业的政策"
    told = evidence(text, text, question, Asked.LIST)[0].score
    confirmed = evidence(text, text, question, Asked.YES_NO)[0].score
    assert told < confirmed - 0.3


def test_hits_that_come_first_for_another_reason_are_weighed_by_their_scores() -> None:
    first, second = make_finding("补助最高20万元。"), make_finding("期限不超过三年。")
    hits = [ReadHit(Hit(first.passage, 0.2)), ReadHit(Hit(second.passage, 0.9))]
    asking = ask("最多几年", "几年", asked=Asked.DATE)
    found = find_evidence(asking, hits, Support(asking, lambda _: 1.0, frozenset()), lambda _: 0.0)
    assert [one.quote for one in found] == [second.quote, first.quote]
    assert all(abs(one.score) < 10 for one in found)
