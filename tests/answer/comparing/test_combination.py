"""Whether two places' supports may be drawn together."""

from __future__ import annotations

from datetime import date

import pytest

from answer.comparing.combination import asks_to_combine, combination
from answer.composed import Setting
from answer.composing import compose
from answer.finding import Finding, Sentence, Shape
from answer.understanding import understand
from tests.answer.findings import make_finding

DISTRICT = make_finding("算力费用最高按60%补贴。", region="武昌区", certainty=0.5)
CITY = make_finding("使用算力按50%补助,最高20万元。", region="武汉市", certainty=0.5)
RULE = make_finding("同一单位同一项目符合多项条款的,按“就高不重复”执行。", region="武汉市")


def told(text: str, rule: Finding = RULE) -> list[Sentence]:
    setting = Setting(
        documents={one.document.id: one.document for one in (DISTRICT, CITY, rule)},
        standing={},
        today=date(2026, 1, 1),
        home="武汉市",
        rarity=lambda _: 1.0,
        passages=lambda _: [],
        read_alone=lambda _question, _passage, _quote: None,
    )
    return list(compose(understand(text), [DISTRICT, CITY], setting, lambda: [rule]).sentences)


def test_the_rule_comes_before_what_each_place_gives() -> None:
    lines = told("武昌区和市里的算力补贴可以叠加吗")
    assert "没有写明" in lines[0].text
    assert "就高不重复" in lines[1].text
    assert [one.cells[0] for one in lines if one.shape is Shape.ROW] == ["武昌区", "武汉市"]
    assert not any(one.worked for one in lines)


def test_no_clause_is_shown_where_no_programme_is_named() -> None:
    lines = told("武昌区的补贴和市里的补贴可以叠加吗")
    assert "就高不重复" in lines[1].text
    assert not any(one.shape is Shape.ROW for one in lines)


@pytest.mark.parametrize(
    ("clause", "allows"),
    [
        ("同一单位可叠加享受。", True),
        ("同一单位可与市级政策叠加享受。", True),
        ("为成就高质量发展，同一单位可叠加享受。", True),
        ("同一单位不可叠加享受。", False),
        ("同一单位不能叠加享受。", False),
        ("同一单位不可以叠加享受。", False),
        ("同一单位不予叠加享受。", False),
        ("同一单位不得与其他政策叠加享受。", False),
    ],
)
def test_what_may_not_be_combined_is_not_allowed(clause: str, allows: bool) -> None:
    lines = told(
        "武昌区和市里的算力补贴可以叠加吗", make_finding(clause, region="武汉市", certainty=0.5)
    )
    assert any(clause.rstrip("。") in one.text for one in lines)
    assert any("没有写明" in one.text for one in lines) is not allows


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("两个券能不能各领20万", True),
        ("企业和个人都能申报线上社区吗", False),
        ("高校、企业和团队都可以申报吗", False),
        ("企业能把市里和区里的补贴都领吗", True),
        ("可以叠加吗", True),
        ("能同时享受吗", True),
        ("都能拿满吧", True),
        ("算力券补多少", False),
        ("同时废止了哪个文件", False),
        ("听说每家OPC都能拿100万创业资助", False),
        ("所有企业都可以申请吗", False),
        ("是不是人人都能领", False),
        ("每家初创企业都能拿100万吗", False),
        ("所有的企业都能拿吗", False),
        ("两个补贴大家都能拿吗", True),
        ("所有企业市区两级补贴都能拿吗", True),
        ("所有OPC政策企业都能拿吗", True),
        ("市里的和区里的都能拿吗", True),
        ("所有补贴都能领吗", True),
        ("每个奖励都可以拿吗", True),
    ],
)
def test_questions_of_combining_and_of_each_applicant(text: str, asks: bool) -> None:
    assert asks_to_combine(understand(text)) is asks


def test_a_clause_on_the_programme_by_its_whole_name_allows_it() -> None:
    question = understand("刚评上卓越级智能工厂,写材料申请的那100万能不能跟别的奖一起拿")
    clause = make_finding("首批卓越级智能工厂奖励100万元,可叠加享受。")
    (told,) = combination(question, [clause], [])
    assert "可叠加享受" in told.text
    other = make_finding("首批揭榜优胜单位奖励100万元,可叠加享受。")
    assert all("可叠加享受" not in one.text for one in combination(question, [other], []))
