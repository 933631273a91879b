"""Grades, loans and vouchers are told apart by their names."""

from __future__ import annotations

import pytest

from answer.asked_for.named_things import (
    is_of_another_thing,
    lacks_computing_voucher,
    lacks_named_thing,
    names_voucher,
    of_named_thing,
)
from answer.understanding import understand
from tests.answer.findings import make_finding

LEVELS = "贷款细则 额度 A级不超过1000万元、C级500万元。"


@pytest.mark.parametrize(
    ("text", "told", "lacks", "another"),
    [
        ("C级能贷多少", LEVELS, False, False),
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


def test_a_computing_voucher_is_spoken_of_by_what_speaks_of_computing() -> None:
    question = understand("发算力服务券的第三方机构叫什么")
    assert lacks_computing_voucher(question, "OPC企业认定 第三方服务机构为江城研究院")
    assert not lacks_computing_voucher(question, "OPC措施 算力券由第三方机构发放")
    got = understand("领了算力券的公司能上路演直通车吗")
    assert not lacks_computing_voucher(got, "OPC路演 企业注册不超过3年")
    assert not lacks_computing_voucher(understand("第三方机构叫什么"), "第三方服务机构为江城研究院")


def test_a_clause_on_another_voucher_is_known_by_its_name() -> None:
    assert names_voucher("科技创新券申领 截止2026年11月5日")
    assert not names_voucher("算力券公示5个工作日")
