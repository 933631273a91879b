"""“What support is there?” is answered with every grant of the documents of that field."""

from __future__ import annotations

from datetime import date

import pytest

from answer.checks import check_answer
from answer.composed import Composed
from answer.finding import Shape
from answer.places.locality import PlaceMatch
from answer.putting import given
from answer.understanding import Question, understand
from answer.whole import Scope, grants_scope, grants_told
from answer.whole.telling import MOST_LINES
from index.validity import validity_on
from ingest.clauses import split
from records import Passage, TextKind, Validity
from tests.answer.findings import known
from tests.answer.whole.measures import HOME, measure

TODAY = date(2026, 6, 1)


TEN = measure(
    "ten",
    "武汉市促进人工智能产业发展若干政策措施",
    "## 算力服务券(二)\n\n- 每年设立总额不低于1000万元的算力服务券,支持中小企业。\n"
    "- 企业使用算力服务费用按50%补助,最高20万元。\n\n"
    "## 算力网络(二)\n\n- 每年安排不超过300万元,用于算力网络运行监测。\n\n"
    "## 数据集(五)\n\n- 每个专项最高奖励200万元。\n\n"
    "## 有效期(十)\n\n- 自2025年3月19日起施行,有效期2年。\n",
    doc_number="武政规〔2025〕3号",
    text_kind=TextKind.DIGEST,
)
OPC = measure(
    "opc",
    "武汉市支持人工智能OPC创新发展若干措施",
    "## 资助\n\n- 最高给100万元创业资助。\n- 租房每月补贴2000元。\n- 贷款最高500万元。\n",
)
LAPSED = measure(
    "lapsed",
    "武汉市人工智能若干政策",
    "- 奖励1万元。\n- 奖励2万元。\n- 奖励3万元。\n",
    valid_until=date(2025, 12, 31),
)
WUCHANG = measure(
    "wuchang",
    "武昌区支持人工智能若干措施",
    "## 智能体\n\n- 智能体产品最高500万元。\n\n## 模型\n\n- 垂直行业模型最高100万元。\n\n"
    "## 算力\n\n- 算力费用最高按60%补贴。\n",
    region="武昌区",
)
HOUSING = measure(
    "housing", "汉阳区人才住房政策", "- 租房每月补贴1500元。\n", region="汉阳区", kind="guide"
)
LOAN = measure(
    "loan", "汉阳区创业贷款政策", "- 创业贷款最高30万元。\n", region="汉阳区", kind="guide"
)
QIAOKOU = measure(
    "qiaokou",
    "硚口区促进人工智能若干措施(试行)",
    "## 算力\n\n- 算力服务费按50%补贴,最高20万元。\n\n## 模型\n\n- 模型采购最高补贴30万元。\n\n"
    "## 揭榜\n\n- 揭榜挂帅项目最高100万元。\n",
    region="硚口区",
    valid_until=date(2026, 3, 31),
)
DOCUMENTS = (LAPSED, OPC, TEN, WUCHANG, HOUSING, LOAN, QIAOKOU)


def asked(text: str) -> Question:
    return understand(text, knowledge=known(DOCUMENTS), today=TODAY)


def passages(document_id: str) -> list[Passage]:
    return split(next(one for one in DOCUMENTS if one.id == document_id), 400)


def lines(question: Question) -> list[str]:
    scope = grants_scope(question, DOCUMENTS, HOME, TODAY)
    return [] if scope is None else told(question, scope)


def told(question: Question, scope: Scope) -> list[str]:
    sentences, _ = grants_told(question, scope, lambda one: validity_on(one, TODAY), passages)
    return [one.text for one in sentences if one.shape is Shape.ITEM]


OF_THE_TEN = [
    "算力服务券：每年设立总额不低于1000万元的算力服务券,支持中小企业",
    "算力服务券：企业使用算力服务费用按50%补助,最高20万元",
    "数据集：每个专项最高奖励200万元",
]


@pytest.mark.parametrize(
    "text",
    [
        "武政规〔2025〕3号有哪些支持措施？",
        "人工智能10条都补什么",
        "介绍一下人工智能10条",
        "人工智能企业有什么补贴",
        "武汉人工智能有哪些补贴政策,分别是多少",
        "AI公司能享受哪些扶持",
    ],
)
def test_every_grant_of_the_document_has_its_line(text: str) -> None:
    assert lines(asked(text)) == OF_THE_TEN


def test_the_document_is_named_first_with_its_title_as_the_source() -> None:
    question = asked("人工智能企业有什么补贴")
    (lead, *_), _ = grants_told(question, Scope((TEN,)), lambda _: Validity.IN_FORCE, passages)
    assert lead.text == f"《{TEN.title}》（武政规〔2025〕3号）给予以下支持"
    assert lead.findings[0].quote == TEN.title


def test_an_english_question_gets_the_quotes_in_english_words() -> None:
    _, second, _ = lines(asked("What support is there for AI companies in Wuhan?"))
    assert second == "50% of computing service fees, up to RMB 200,000"


def test_a_group_has_its_own() -> None:
    assert lines(asked("OPC有什么优惠政策"))[0] == "资助：最高给100万元创业资助"


def test_a_field_is_told_from_the_clauses_that_speak_of_it() -> None:
    assert lines(asked("算力有哪些支持")) == OF_THE_TEN[:2]


def test_a_district_has_its_own() -> None:
    assert lines(asked("武昌有哪些人工智能扶持政策")) == [
        "智能体产品最高500万元",
        "模型：垂直行业模型最高100万元",
        "算力费用最高按60%补贴",
    ]


def test_what_has_expired_is_told_and_marked_where_a_district_has_nothing_else() -> None:
    question = asked("硚口区对人工智能企业有什么支持")
    scope = grants_scope(question, DOCUMENTS, HOME, TODAY)
    assert scope is not None
    sentences, _ = grants_told(question, scope, lambda one: validity_on(one, TODAY), passages)
    assert len(sentences) == 4
    assert all("该文件已过期" in one.text for one in sentences)


def test_a_district_of_many_guides_is_told_from_all_of_them() -> None:
    assert lines(asked("汉阳区有哪些补贴")) == [
        "《汉阳区人才住房政策》租房每月补贴1500元",
        "《汉阳区创业贷款政策》创业贷款最高30万元",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "人工智能10条什么时候施行",
        "人工智能10条有哪些申报条件",
        "人工智能10条由哪些部门负责",
        "人工智能10条支持哪些领域",
        "哪些企业可以享受算力券补贴",
        "人工智能10条对数据集有哪些支持",
        "国家对人工智能有什么支持",
        "国家给算力什么补贴",
        "人工智能10条第三条写了什么",
        "武政规〔2024〕9号对人工智能有哪些支持",
        "人工智能20条都补什么",
        "2028年人工智能企业有什么补贴",
        "What benefits do AI companies get in 2028?",
        "人工智能10条不支持什么",
        "What support is not available for AI companies?",
        "What subsidies for AI can be combined?",
        "人工智能10条最高的奖励是什么",
        "听说人工智能企业没有什么补贴了,是吗",
        "人工智能企业和OPC有什么补贴",
        "OPC贷款有什么优惠",
        "申请算力券要写什么",
        "申请人工智能补贴写什么",
        "OPC政策是什么意思",
        "哪个区人工智能补贴最多,有什么政策",
        "人工智能产业园有什么支持",
        "人工智能实施方案主要内容",
        "人工智能企业500人以上有什么补贴",
        "人工智能企业还有什么补贴",
        "长沙人工智能有什么补贴",
        "有什么补贴",
        "算力服务券最高补多少",
    ],
)
def test_what_is_asked_in_particular_is_not_answered_with_all(text: str) -> None:
    assert lines(asked(text)) == []


def test_a_list_of_a_field_says_what_it_was_narrowed_to() -> None:
    question = asked("算力有哪些支持")
    scope = grants_scope(question, DOCUMENTS, HOME, TODAY)
    assert scope is not None
    _, note = grants_told(question, scope, lambda _: Validity.IN_FORCE, passages)
    assert "提到“算力”并写明金额或比例" in note


def test_what_may_have_lapsed_long_since_is_left_out() -> None:
    undated = measure(
        "undated",
        "洪山区人工智能若干措施",
        "- 奖励1万元。\n- 奖励2万元。\n- 奖励3万元。\n",
        region="洪山区",
        effective_from=None,
        published=date(2022, 1, 1),
    )
    question = asked("洪山区人工智能有什么补贴")
    scope = grants_scope(question, [undated], HOME, TODAY)
    assert scope is None or scope.documents == ()


def test_a_target_is_no_grant_and_a_date_is_not_torn_from_its_name() -> None:
    long = measure(
        "long",
        "武汉市数据若干措施",
        "## 目标\n\n- 到2027年补贴企业破5000亿元。\n\n## 期限：到2027年\n\n- 奖励1万元。\n"
        "- 奖励2万元。\n- 奖励3万元。\n",
    )
    question = asked("人工智能10条都补什么")
    sentences, _ = grants_told(
        question, Scope((long,)), lambda _: Validity.IN_FORCE, lambda _: split(long, 400)
    )
    told_lines = [one.text for one in sentences if one.shape is Shape.ITEM]
    assert len(told_lines) == 3
    assert not any("5000亿" in line for line in told_lines)


def test_a_note_says_that_conditions_and_districts_are_not_in_it() -> None:
    question = asked("人工智能企业有什么补贴")
    _, note = grants_told(question, Scope((TEN,)), lambda _: Validity.IN_FORCE, passages)
    assert "申报条件请看全文" in note
    assert "注明所在区" in note


def test_a_long_list_is_cut_and_says_so() -> None:
    long = measure("long", "长清单", "".join(f"- 第{n}类奖励{n}万元。\n" for n in range(1, 40)))
    question = asked("人工智能10条都补什么")
    sentences, note = grants_told(
        question, Scope((long,)), lambda _: Validity.IN_FORCE, lambda _: split(long, 400)
    )
    assert len(sentences) == 1 + MOST_LINES
    assert "前一部分" in note


@pytest.mark.parametrize("text", ["人工智能企业有什么补贴", "What support is there for AI firms?"])
def test_the_answer_holds_every_promise(text: str) -> None:
    question = asked(text)
    sentences, note = grants_told(question, Scope((TEN,)), lambda _: Validity.IN_FORCE, passages)
    match = PlaceMatch(tuple(one for line in sentences for one in line.findings))
    answer = given(question, Composed(tuple(sentences), (note,), 0.9, match), TODAY)
    assert len(answer.citations) == 4
    check_answer(answer, {TEN.id: TEN})
