"""Grades, loans and vouchers are told apart by their names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from answer.asked_for.named_things import (
    is_of_another_batch,
    is_of_another_company,
    is_of_another_degree,
    is_of_another_kind,
    is_of_another_thing,
    is_of_another_version,
    lacks_charge,
    lacks_named_thing,
    lacks_quoted,
    of_named_thing,
)
from answer.understanding import understand
from tests.answer.findings import make_finding

LEVELS = "贷款细则 额度 A级不超过1000万元、C级500万元。"


@pytest.mark.parametrize(
    ("text", "told", "lacks", "another"),
    [
        ("C级能贷多少", LEVELS, False, False),
        ("省技术创新专项贷最多能贷多少", "单家企业每年不超过800万元", True, True),
        ("B级能贷多少", LEVELS, True, True),
        ("卓越级孵化器场地多大", "标准级场地不低于3000平方米", True, True),
        ("算力贷找谁", "信用贷款向银行申请", True, True),
        ("语料券多少", "模型券最高1亿元", True, False),
        ("智能券每家封顶多少", "算力券 单家企业每年不超过800万元", True, False),
        ("算力券公示几天", "名单公示5个工作日", False, False),
        ("国家级园区补多少", "市级园区补100万元", False, False),
    ],
)
def test_what_is_named_must_be_spoken_of(text: str, told: str, lacks: bool, another: bool) -> None:
    question = understand(text)
    assert lacks_named_thing(question, told) is lacks
    assert is_of_another_thing(question, told) is another


def test_rules_for_other_grades_go_where_one_for_the_named_grade_is_found() -> None:
    standard = make_finding("标准级场地不低于3000平方米。")
    best = make_finding("卓越级须设立500万元以上基金。")
    question = understand("卓越级孵化器有什么要求")
    assert of_named_thing(question, [standard, best]) == [best]
    assert of_named_thing(question, [standard]) == [standard]


@pytest.mark.parametrize(
    ("text", "told", "another"),
    [
        ("第三批社区什么时候报", "第二批认定通知 8月24日前申报", True),
        ("第二批社区什么时候报", "第二批认定通知 8月24日前申报", False),
        ("社区什么时候报", "第二批认定通知 8月24日前申报", False),
        ("第三批社区什么时候报", "全年开放线上申报", False),
    ],
)
def test_a_batch_is_no_other_batch(text: str, told: str, another: bool) -> None:
    assert is_of_another_batch(understand(text), told) is another


@pytest.mark.parametrize(
    ("text", "told", "another"),
    [
        ("硕士租房免几年", "全日制博士免3年房租", True),
        ("硕士租房免几年", "全日制硕士免2年房租", False),
        ("本科生能免租吗", "大专以上毕业生按70%缴纳", False),
        ("租房免几年", "全日制博士免3年房租", False),
    ],
)
def test_a_degree_is_no_other_degree(text: str, told: str, another: bool) -> None:
    assert is_of_another_degree(understand(text), told) is another


@pytest.mark.parametrize(
    ("text", "told", "another"),
    [
        ("江夏科投给灵伴科技投了多少钱", "安湃光电是初创公司,江夏科投给予2000万元", True),
        ("灵伴科技从江夏科投拿了多少", "灵伴科技获得2000万元", False),
        ("安湃光电拿了多少钱", "安湃光电是初创公司,江夏科投给予2000万元", False),
        ("科技型企业能拿多少", "安湃光电是初创公司,江夏科投给予2000万元", False),
        ("灵伴科技拿了多少", "市级科技重大专项最高2000万元", False),
    ],
)
def test_a_company_is_no_other_company(text: str, told: str, another: bool) -> None:
    assert is_of_another_company(understand(text), told) is another


@pytest.mark.parametrize(
    ("text", "told", "another"),
    [
        ("区域性总部奖百分之几", "新引进全国性总部项目按总投资40%奖励", True),
        ("区域性总部奖百分之几", "全国性总部按40%奖励,区域性总部按20%奖励", False),
        ("总部奖百分之几", "新引进全国性总部项目按总投资40%奖励", False),
        ("商业价值信用贷款最长几年", "知识价值信用贷款细则 最长不超过3年", True),
        ("零部件企业牵头最高支持多少", "整机企业牵头最高支持6000万元", True),
        ("创新产品项目研发投入得有多少", "模型工具项目对象 不低于100万元", True),
        ("评价不合格的怎么办", "合格的给予10万元", True),
        ("项目验收合格给多少", "评选优秀项目,每个最高200万元", False),
        ("个人想贷创业担保贷款,最多几年", "小微企业可申请不超过两年的贷款贴息", True),
        ("高校牵头的技术创新中心研发投入要多少", "企业申报的研发费用不低于100万元", True),
        ("个人想贷创业担保贷款,最多几年", "个人贷款最长不超过3年", False),
        # Whether the other gets it, too, is told by who gets it.
        ("良好也能拿30万吗", "绩效优秀给30万元后补贴", False),
    ],
)
def test_a_kind_is_no_rival_kind(text: str, told: str, another: bool) -> None:
    assert is_of_another_kind(understand(text), told) is another


def test_who_asks_for_one_kind_is_told_of_it() -> None:
    whole = make_finding("全国性总部按40%奖励")
    regional = make_finding("区域性总部按20%奖励", certainty=0.6)
    assert of_named_thing(understand("区域性总部奖百分之几"), [whole, regional]) == [regional]


def test_who_asks_for_one_degree_is_told_of_it() -> None:
    doctor = make_finding("全日制博士免3年房租")
    master = make_finding("全日制硕士免2年房租", certainty=0.6)
    assert of_named_thing(understand("硕士租房免几年"), [doctor, master]) == [master]


def test_the_part_for_the_degree_asked_for_leads_before_the_whole_clause() -> None:
    both = make_finding("全日制博士免3年房租;全日制硕士免2年房租", id="rules")
    part = replace(both, start=11, answer_start=11, certainty=0.7, confidence=0.7)
    assert part.quote == "全日制硕士免2年房租"
    first, *_ = of_named_thing(understand("硕士租房免几年"), [both, part])
    assert first.quote == part.quote
    assert first.certainty == both.certainty
    assert of_named_thing(understand("租房免几年"), [both, part]) == [both, part]


@pytest.mark.parametrize(
    ("text", "told", "lacks"),
    [
        ("园区怎么评“产业名园”", "打造2—3个人工智能产业园区", True),
        ("“路演直通车”多久一次", "每月举办路演直通车", False),
        ("“人工智能+”是什么", "AI+行动", False),
    ],
)
def test_a_quoted_name_must_be_there(text: str, told: str, lacks: bool) -> None:
    assert lacks_quoted(understand(text), told) is lacks


def test_a_fee_must_be_named() -> None:
    assert lacks_charge(understand("一年担保费收几个点"), "单户担保上限提高到3000万元")
    assert not lacks_charge(understand("一年担保费收几个点"), "担保费率不超过1%,担保费由财政补贴")
    assert not lacks_charge(understand("武昌区算力服务费能补多少"), "算力费用按60%补贴")


def test_who_asks_what_a_draft_said_is_not_told_the_policy() -> None:
    question = understand("2024年征求意见那版市AI政策,示范场景给的比例是多少")
    assert is_of_another_version(question, "若干政策措施 按项目总投入30%支持")
    assert not is_of_another_version(question, "政策措施(征求意见稿) 按30%支持")
    assert not is_of_another_version(understand("示范场景的比例"), "按30%支持")
    # Who asks when comments were due is told so by whoever tells it.
    called = understand("征求意见稿反馈到哪天")
    assert not is_of_another_version(called, "反馈截止4月18日")
