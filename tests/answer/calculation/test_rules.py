"""The rules of reckoning that a statement holds."""

from __future__ import annotations

from answer.calculation.rules import lone_cap, rules_in


def brief(quote: str) -> list[tuple[str, list[str]]]:
    return [(rule.factor.text, [cap.text for cap in rule.caps]) for rule in rules_in(quote)]


def test_rate_and_cap_of_one_statement() -> None:
    assert brief("按实际建设投入30%支持,最高500万元。") == [("30%", ["500万元"])]
    assert brief("按50%补助；同一单位每年最高20万元。") == [("50%", ["20万元"])]
    assert brief("每家每年申领不超过20万元,按服务金额30%兑付。") == [("30%", ["20万元"])]


def test_the_size_of_a_programme_is_no_cap() -> None:
    assert brief("每年最高5亿元训力券,按合同金额的50%资助。") == [("50%", [])]
    assert brief("年合同50万元以下的按30%补贴。") == [("30%", [])]


def test_conditions_taxes_losses_and_interest_are_no_rates_of_support() -> None:
    for quote in (
        "研发投入占营收15%及以上的企业给予支持,最高200万元。",
        "减按25%计算应纳税所得额、20%税率。",
        "贷款本金损失最高补偿80%。",
        "按实际利率50%贴息。",
        "在职研发人员中硕士以上占40%,给予奖励。",
    ):
        assert brief(quote) == [], quote


def test_two_rates_for_one_thing_are_left_out() -> None:
    assert brief("对采购智能算力的按30%或10%分档补贴。") == []


def test_a_cap_without_a_rate() -> None:
    cap = lone_cap("中试平台最高1000万元。")
    assert cap is not None
    assert cap.text == "1000万元"
    assert lone_cap("按30%补助,最高1000万元。") is None
    assert lone_cap("算力券最高10万元,科技创新券最高20万元。") is None
