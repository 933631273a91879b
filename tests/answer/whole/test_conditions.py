"""“What are the conditions?” is answered with every condition that the document sets."""

from __future__ import annotations

from datetime import date

import pytest

from answer.checks import check_answer
from answer.composed import Composed
from answer.finding import Sentence, Shape
from answer.places.locality import PlaceMatch
from answer.putting import given
from answer.understanding import Question, understand
from answer.whole import conditions_scope, conditions_told
from index.validity import validity_on
from ingest.clauses import split
from records import Passage
from tests.answer.findings import known
from tests.answer.whole.measures import HOME, measure

TODAY = date(2026, 9, 1)


RECOGNITION = measure(
    "recognition",
    "武汉市人工智能OPC企业认定办法(试行)",
    "## 主体(第一条)\n\n- 申报主体须为在武汉依法注册并属地纳税的公司,近三年无重大安全事故。\n\n"
    "## 人数(第二条)\n\n- 全职从业人员总数不少于1人、不超过10人。\n\n"
    "## 申报(第四条)\n\n- 全年开放线上申报。\n\n"
    "## 复核(第六条)\n\n- 年度复核须合格,不合格的取消资格。\n\n"
    "## 奖励(第八条)\n\n- 通过认定的一次性奖励不超过5万元。\n",
    valid_until=date(2027, 8, 4),
)
MEASURES = measure(
    "measures",
    "武汉市支持人工智能OPC创新发展若干措施",
    "## 资助\n\n- 最高给100万元创业资助。\n\n## 对象\n\n- 须在武汉注册。\n",
)
INCUBATORS = measure(
    "incubators",
    "武汉市科技型企业孵化器管理办法",
    "## 面积(第七条)\n\n- 标准级可自主支配场地不低于3000平方米。\n\n"
    "## 在孵(第七条)\n\n- 标准级在孵企业不少于30家。\n",
)
LOANS = measure(
    "loans",
    "武汉市科技型企业信用贷款实施细则",
    "## 额度(第五条)\n\n- 授信不超过1000万元。\n\n## 期限(第九条)\n\n- 最长不超过3年。\n",
)
DOCUMENTS = (RECOGNITION, MEASURES, INCUBATORS, LOANS)


def asked(text: str) -> Question:
    return understand(text, knowledge=known(DOCUMENTS), today=TODAY)


def passages(document_id: str) -> list[Passage]:
    return split(next(one for one in DOCUMENTS if one.id == document_id), 400)


def told(text: str) -> list[Sentence]:
    question = asked(text)
    scope = conditions_scope(question, DOCUMENTS, HOME, TODAY)
    if scope is None:
        return []
    return conditions_told(question, scope, lambda one: validity_on(one, TODAY), passages)[0]


def lines(text: str) -> list[str]:
    return [one.text for one in told(text) if one.shape is Shape.ITEM]


OF_RECOGNITION = [
    "主体：申报主体须为在武汉依法注册并属地纳税的公司,近三年无重大安全事故",
    "人数：全职从业人员总数不少于1人、不超过10人",
]


@pytest.mark.parametrize(
    "text",
    [
        "OPC企业认定需要什么条件",
        "OPC认定的条件有哪些?",
        "《武汉市人工智能OPC企业认定办法(试行)》有哪些要求",
        "认定OPC要满足哪些条件",
        "OPC企业认定条件",
    ],
)
def test_every_condition_has_its_line_and_grants_and_reviews_have_none(text: str) -> None:
    assert lines(text) == OF_RECOGNITION


def test_how_one_gets_there_need_not_stand_in_the_title() -> None:
    assert lines("市级孵化器的认定条件有哪些") == [
        "面积：标准级可自主支配场地不低于3000平方米",
        "在孵：标准级在孵企业不少于30家",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "OPC认定对人数有什么要求",
        "OPC认定的第一个条件是什么",
        "不满足OPC认定条件怎么办",
        "OPC认定和孵化器认定的条件有哪些",
        "养老院的认定条件有哪些",
        "上海市OPC认定条件有哪些",
        "OPC企业认定归哪个部门管,要什么条件",
        "信用贷款要什么条件",
    ],
)
def test_what_is_asked_in_particular_or_not_known_is_not_told_whole(text: str) -> None:
    assert lines(text) == []


def test_an_english_question_gets_the_conditions_as_quotes() -> None:
    question = "What are the requirements for OPC recognition in Wuhan?"
    assert lines(question)[1] == "“全职从业人员总数不少于1人、不超过10人”"


@pytest.mark.parametrize("text", ["OPC企业认定需要什么条件", "市级孵化器的认定条件有哪些"])
def test_the_answer_holds_every_promise(text: str) -> None:
    sentences = told(text)
    findings = tuple(finding for one in sentences for finding in one.findings)
    composed = Composed(tuple(sentences), (), 0.9, PlaceMatch(findings))
    answer = given(asked(text), composed, TODAY)
    check_answer(answer, {one.id: one for one in DOCUMENTS})
