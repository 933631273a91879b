"""“Which policies are there?” is answered with the titles of those in force."""

from __future__ import annotations

from datetime import date

import pytest

from answer.checks import check_answer
from answer.composed import Composed
from answer.finding import Sentence
from answer.places.locality import PlaceMatch
from answer.putting import given
from answer.understanding import Question, understand
from answer.whole import policies_scope, policies_told
from index.validity import validity_on
from ingest.clauses import split
from tests.answer.findings import known
from tests.answer.whole.measures import HOME, measure

TODAY = date(2026, 6, 1)
PROVINCE = "湖北省"
MAKING = measure(
    "making",
    "湖北省“人工智能+制造”专项行动实施方案",
    "- 推进智能工厂。\n",
    region=PROVINCE,
    published=date(2026, 3, 1),
    doc_number="鄂经信智数〔2026〕24号",
)
OPINION = measure(
    "opinion",
    "湖北省加快推进人工智能产业发展的实施意见",
    "- 发展壮大产业。\n",
    region=PROVINCE,
    published=date(2025, 12, 1),
)
COMPUTING = measure("computing", "湖北省加快算力发展若干措施", "- 发券。\n", region=PROVINCE)
LAPSED = measure(
    "lapsed",
    "湖北省人工智能行动计划",
    "- 行动。\n",
    region=PROVINCE,
    valid_until=date(2025, 12, 31),
)
OURS = measure("ours", "武汉市人工智能若干措施", "- 支持。\n")
DOCUMENTS = (OPINION, MAKING, COMPUTING, LAPSED, OURS)
BY_ID = {one.id: one for one in DOCUMENTS}


def asked(text: str) -> Question:
    return understand(text, knowledge=known(DOCUMENTS), today=TODAY)


def told(question: Question) -> tuple[list[Sentence], str]:
    scope = policies_scope(question, DOCUMENTS, HOME, TODAY)
    if scope is None:
        return [], ""
    return policies_told(
        question,
        scope,
        lambda one: validity_on(one, TODAY),
        lambda name: split(BY_ID[name], 400),
    )


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("湖北省有哪些人工智能政策", [MAKING, OPINION]),
        ("省里的人工智能政策文件有哪些", [MAKING, OPINION]),
        ("What AI policies does Hubei have?", [MAKING, OPINION]),
        ("湖北省有什么政策", [MAKING, OPINION, COMPUTING]),
        ("有哪些人工智能方面的文件", [OURS]),
        ("武昌区有哪些人工智能政策", []),
        ("湖北省有哪些海洋政策", []),
        ("湖北省人工智能政策补多少", []),
        ("湖北省人工智能政策什么时候出台", []),
    ],
)
def test_those_in_force_that_name_the_field_are_listed(text: str, documents: list[object]) -> None:
    lines, _ = told(asked(text))
    assert [line.findings[0].document for line in lines] == documents


def test_the_number_stands_behind_the_title_and_the_answer_holds() -> None:
    question = asked("湖北省有哪些人工智能政策")
    lines, note = told(question)
    assert lines[0].text == f"《{MAKING.title}》（{MAKING.doc_number}）"
    match = PlaceMatch(tuple(one for line in lines for one in line.findings))
    answer = given(question, Composed(tuple(lines), (note,), 0.9, match), TODAY)
    check_answer(answer, BY_ID)
    assert "标题写明所问领域" in note
