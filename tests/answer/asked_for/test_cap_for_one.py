"""What one company gets at most."""

from __future__ import annotations

import pytest

from answer.asked_for.cap_for_one import cap_for_one_first, caps_one, lacks_cap
from answer.understanding import understand
from tests.answer.findings import make_finding

RATE = make_finding("年度2.5亿元算力券,按合同额不超过30%补贴。", id="a", clause="算力券")
CAP = make_finding("单家企业每年不超过800万元。", id="a", clause="算力券", certainty=0.3)
FAR = make_finding("单家企业每年不超过800万元。", id="a", clause="智能券", certainty=0.7)


def test_the_cap_is_told_before_the_rate() -> None:
    told = cap_for_one_first(understand("算力券最高多少"), [RATE, CAP])
    assert [one.quote for one in told] == [CAP.quote, RATE.quote]
    assert told[0].certainty == RATE.certainty


def test_a_cap_of_another_clause_only_where_one_company_is_named() -> None:
    assert cap_for_one_first(understand("算力券最高多少"), [RATE, FAR]) == [RATE, FAR]
    told = cap_for_one_first(understand("算力券一家公司最多拿多少"), [RATE, FAR])
    assert told[0].quote == FAR.quote


@pytest.mark.parametrize("text", ["算力券总额最高多少", "算力券怎么申请", "算力券最高能补几成"])
def test_who_asks_for_something_else_is_told_the_first(text: str) -> None:
    assert cap_for_one_first(understand(text), [RATE, CAP]) == [RATE, CAP]


def test_a_first_one_with_a_cap_stays() -> None:
    capped = make_finding("按30%补助,最高20万元。", id="a", clause="算力券")
    assert cap_for_one_first(understand("算力券最高多少"), [capped, CAP]) == [capped, CAP]


@pytest.mark.parametrize(
    ("text", "told", "lacks"),
    [
        ("20%配套,最多封顶多少万", "按市级实际补贴资金20%配套", True),
        ("语料券一家最多补多少万", "发放1亿元语料券,按合同额最高30%", True),
        ("语料券一家最多补多少万", "按合同额30%,最高200万元", False),
        ("语料券一家企业最多能拿多少钱", "发放1亿元语料券,按合同额最高30%", True),
        ("补一半的话一年封顶多少", "总投入超1亿元的按50%支持", True),
        ("What is the yearly cap per company for 智能券?", "按30%或10%补贴", True),
        ("What is the yearly cap per company for 智能券?", "每年不超过800万元", False),
        ("语料券一家企业封顶多少", "发放1亿元语料券,按合同额最高30%", True),
        ("买语料的券,一家企业最多能拿多少", "发放1亿元语料券,按合同额最高30%", True),
        ("语料券最多补多少", "按合同额最高30%", False),
        # A share alone tells something, too.
        ("配套最高能拿多少钱", "按市级实际补贴资金20%配套", False),
        ("最多补多少万", "未写明金额", False),
    ],
)
def test_a_cap_in_money_is_missed(text: str, told: str, lacks: bool) -> None:
    assert lacks_cap(understand(text), told) is lacks


@pytest.mark.parametrize(
    ("quote", "caps"),
    [
        ("每家企业最高20万元", True),
        ("每家企业给予20万元以内的补贴", True),
        ("每家企业年收入100万元以下的给予最高20万元奖励", True),
        ("每家企业年收入100万元以下的给予奖励", False),
        ("单个企业年合同50万元(含)以下的按30%补贴", False),
        ("单个企业年费用50万元以内的部分补贴40%", False),
        ("每家企业违规的处5000元以下罚款", False),
    ],
)
def test_what_is_demanded_of_a_company_is_no_cap(quote: str, caps: bool) -> None:
    assert caps_one(quote) is caps
