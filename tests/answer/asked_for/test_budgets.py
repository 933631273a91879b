"""What a programme has in all is not told to who asks what one company gets."""

from __future__ import annotations

import pytest

from answer.asked_for.budgets import tells_only_a_budget, tells_only_a_demand, without_budgets
from answer.understanding import understand
from tests.answer.findings import make_finding

BUDGET = make_finding("每年设立总额不低于1000万元的算力服务券,重点支持中小企业。")
EACH = make_finding("企业使用算力服务费用按50%补助,最高20万元。", certainty=0.7)
BOTH = make_finding(f"{BUDGET.quote}\n- {EACH.quote}")


@pytest.mark.parametrize("text", ["算力券最高多少", "算力券能补多少", "算力券一家企业最多给多少钱"])
def test_what_one_company_gets_is_told_where_it_is_found(text: str) -> None:
    assert without_budgets(understand(text), [BUDGET, BOTH, EACH]) == [EACH]


@pytest.mark.parametrize(
    "text", ["算力券总额多少", "一年拿多少钱出来发算力券", "每年安排多少算力券", "算力券谁负责"]
)
def test_the_budget_stays_where_it_is_asked_for_or_no_sum_is(text: str) -> None:
    assert without_budgets(understand(text), [BUDGET, EACH]) == [BUDGET, EACH]


def test_it_stays_where_nothing_else_tells_a_sum() -> None:
    unsure = make_finding("企业使用算力服务费用按50%补助。", certainty=0.1)
    other = make_finding("算力券即领即用。")
    question = understand("算力券最高多少")
    assert without_budgets(question, [BUDGET, unsure, other]) == [BUDGET, unsure, other]


@pytest.mark.parametrize(
    ("text", "is_budget"),
    [
        ("每年安排1亿元科技创新券。", True),
        ("每年安排不超过300万元,用于算力网络建设。", True),
        ("产业基金总规模5亿元,首期规模1亿元。", True),
        ("每年安排1亿元科技创新券,按企业实际发生额30%,最高20万元。", False),
        ("每年发布建设任务专项,每个专项最高奖励200万元。", False),
        ("对设立总部的企业最高奖励500万元。", False),
        ("首次进入规模以上工业企业奖励20万元。", False),
        ("市经信局负责。", False),
    ],
)
def test_budgets_are_known_by_their_words(text: str, is_budget: bool) -> None:
    assert tells_only_a_budget(text) is is_budget


def test_what_a_company_must_spend_is_not_told_to_who_asks_what_it_gets() -> None:
    demanded = make_finding("模型工具项目面向企业;上年度研发费用不低于100万元。")
    granted = make_finding("模型工具项目单个支持50万元。", certainty=0.6)
    told = without_budgets(understand("模型工具项目给多少钱"), [demanded, granted])
    assert told == [granted]
    lowest = understand("模型工具项目的研发费用最低要多少")
    assert without_budgets(lowest, [demanded, granted]) == [demanded, granted]
    until = understand("模型工具项目的研发费用要到多少才能申请")
    assert without_budgets(until, [demanded, granted]) == [demanded, granted]


@pytest.mark.parametrize(
    ("text", "is_demand"),
    [
        ("企业上年度研发投入不低于60万元。", True),
        ("按研发投入的30%补助,最高100万元。", False),
        ("设立总额不低于1000万元的算力服务券。", False),
        ("研发投入不低于60万元的,给予最高30万元支持。", False),
        ("主营业务收入门槛由2000万元降至1000万元。", True),
        ("企业投入研发,市经信局负责。", False),
    ],
)
def test_demands_are_known_by_their_words(text: str, is_demand: bool) -> None:
    assert tells_only_a_demand(text) is is_demand
