"""Who asks for a sum or a share is told one, or that there is none."""

from __future__ import annotations

import pytest

from answer.asked_for.money import (
    lacks_each,
    lacks_each_of_two,
    lacks_share,
    lacks_spending,
    lacks_sum,
    lacks_support,
    only_disclaims,
)
from answer.understanding import understand


@pytest.mark.parametrize(
    ("text", "told", "lacks"),
    [
        ("优秀人才一个人给多少资助", "每年招募300名博士", True),
        ("个人开发者给多少", "到2027年集聚10万名开发者", True),
        ("个人开发者给多少", "按研发成本30%补助", False),
        ("区里再给多少", "按市级实际拨付1:1配套", False),
        ("优秀人才给多少钱", "一事一议", False),
        ("到2027年要集聚多少万名开发者", "集聚10万名以上开发者", False),
        ("OPC的免费算力一年能领多少", "每年提供不少于2000卡时免费算力", False),
        ("个人开发者给多少", "按成效给予支持(未写明金额)", False),
        ("OPC能拿多少免费算力", "每年提供不少于2000卡时免费算力", False),
        ("灵伴科技拿了多少投资", "仅用60天就完成尽调", True),
        ("补偿资金池总共有几个亿", "按1:1设立,承担不超过本金损失的80%", True),
        ("补偿资金池总共有几个亿", "资金池规模5亿元", False),
    ],
)
def test_how_many_there_are_is_no_sum(text: str, told: str, lacks: bool) -> None:
    assert lacks_sum(understand(text), told) is lacks


@pytest.mark.parametrize(
    ("text", "told", "lacks"),
    [
        ("研发补贴按增加额的百分之几算", "每家5万—100万元", True),
        ("研发补贴按增加额的百分之几算", "按增加额的8%补助", False),
        ("担保贷款银行收的年利率是多少", "按实际利率50%贴息", True),
        ("担保贷款银行收的年利率是多少", "利率不超过LPR加50个基点", False),
        ("担保贷款银行收的年利率是多少", "年利率3.5%", False),
        ("贷款利率补贴多少", "按实际利率50%贴息", False),
        ("设备投了1500万,按百分之几补", "门槛由2000万元降至1000万元", True),
        ("设备投了1500万,按百分之几补", "按设备投资的8%补助", False),
        ("技改按设备投资的几个点补", "门槛由2000万元降至1000万元", True),
        ("贷款利率打几折贴息", "按实际利率50%贴息", False),
    ],
)
def test_a_share_that_is_asked_for_is_missed(text: str, told: str, lacks: bool) -> None:
    assert lacks_share(understand(text), told) is lacks


@pytest.mark.parametrize(
    ("text", "told", "lacks"),
    [
        ("一个社保人头算多少钱", "与社保人数挂钩,单家每年最高120万元", True),
        ("人均补多少钱", "每人每年补3000元", False),
        ("按社保人头给奖,一年最多拿多少钱", "单家每年最高120万元", False),
        ("英才计划每个人给多少钱", "分别资助100万元、50万元、20万元", False),
        ("一家公司最多多少钱", "单家每年最高120万元", False),
    ],
)
def test_what_there_is_for_each_head(text: str, told: str, lacks: bool) -> None:
    assert lacks_each(understand(text), told) is lacks


@pytest.mark.parametrize(
    ("text", "told", "lacks"),
    [
        ("金种子企业和银种子企业各要培育多少家", "培育金种子、银种子企业500家以上", True),
        ("金种子企业和银种子企业各要培育多少家", "培育金种子200家、银种子300家", False),
        ("场景提供方和产品提供方各奖多少", "均最高奖励100万元", False),
        ("市里和各区县补多少", "最高奖励100万元", False),
    ],
)
def test_what_there_is_of_each_of_two(text: str, told: str, lacks: bool) -> None:
    assert lacks_each_of_two(understand(text), told) is lacks


def test_a_grant_that_is_looked_up_is_spoken_of() -> None:
    question = understand("经开区 测试里程补贴 每公里")
    assert lacks_support(question, "公开测试道路4000公里")
    assert not lacks_support(question, "按里程给予资金支持")
    assert not lacks_support(understand("测试道路多长"), "公开测试道路4000公里")


@pytest.mark.parametrize("text", ["规上企业有没有奖励", "数据交易有什么补贴"])
def test_whether_there_is_any_grant_is_told_of_what_is_paid(text: str) -> None:
    question = understand(text)
    assert lacks_support(question, "规上工业企业关键工序数控化率80%,支持有条件的创建基地")
    assert not lacks_support(question, "纳入规上库的给50万元")
    assert not lacks_support(question, "按交易额的5%奖励")
    assert not lacks_support(question, "按项目成效给予相应支持(未写明金额)")


@pytest.mark.parametrize(
    ("text", "told", "lacks"),
    [
        ("上年研发投入最少要多少", "场地不少于1000平方米、研发人员不少于30人", True),
        ("上年研发投入最少要多少", "研发投入不少于1000万元", False),
        ("研发投入占比要多少", "在职人员不少于30人", False),
    ],
)
def test_what_must_be_spent_is_a_sum(text: str, told: str, lacks: bool) -> None:
    assert lacks_spending(understand(text), told) is lacks


def test_that_no_sums_are_laid_down_answers_who_asks_for_money_alone() -> None:
    told = "条例是地方性法规,不规定具体企业补贴金额"
    assert only_disclaims(understand("条例由哪个部门解释"), told)
    assert not only_disclaims(understand("条例给企业补多少钱"), told)
    assert not only_disclaims(understand("条例属于地方性法规吗"), told)
    assert not only_disclaims(understand("条例给企业补贴500万,怎么申请"), told)
