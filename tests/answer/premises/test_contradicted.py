"""A ban that no passage has, and a permission that one forbids, are found."""

from __future__ import annotations

import pytest

from answer.premises.contradicted import contradicted


@pytest.mark.parametrize(
    ("said", "passage"),
    [
        ("企业不得申请算力服务券", "企业使用算力服务费用按50%补助"),
        ("个人可以申请算力券", "个人不得申请算力券"),
        ("申请算力券无需提交材料", "申请算力券须提交材料"),
        ("申请算力券须提交材料", "申请算力券免提交材料"),
        ("同一项目能重复申报", "同一项目不予重复申报"),
    ],
)
def test_what_a_passage_does_not_say_or_denies_is_found(said: str, passage: str) -> None:
    assert contradicted(f"算力券最高20万元，{said}。", [passage]) == [said]


@pytest.mark.parametrize(
    ("said", "passage"),
    [
        ("个人不得申请算力券", "个人不得申请算力券"),
        ("个人不能申请", "自然人、个体工商户除外"),
        ("不得超过合同额", "不超过合同额"),
        ("注册地在武汉的企业能申报", "注册地不在武汉的企业不能申报"),
        ("企业可以申请算力券", "企业可以申请算力券，个人不得申请"),
        ("不得弄虚作假", "严禁弄虚作假"),
        ("同一事项不能重复享受", "按就高不重复原则享受"),
        ("不能用于购买硬件", "只能用于购买算力服务"),
        ("每家不可以超过两个", "不超过2个"),
        ("骗补的不得申报", "取消申报资格"),
        ("不要求注册地在武汉", "注册地不限"),
        ("不能", "全职从业人员不少于1人"),
        ("卓越级智能工厂免申即享", "卓越级、领航级智能工厂奖励免申即享"),
        ("智能体产品最高500万元", "智能体产品最高500万元"),
        ("需要转为建设用地的", "免办建设用地手续"),
    ],
)
def test_what_it_does_say_is_not(said: str, passage: str) -> None:
    assert contradicted(f"{said}。", [passage]) == []
