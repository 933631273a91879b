"""What holds for one voucher is not told for another."""

from __future__ import annotations

import pytest

from answer.asked_for.vouchers import (
    is_of_another_voucher,
    lacks_computing_voucher,
    lacks_kind_of_voucher,
)
from answer.understanding import understand


def test_a_computing_voucher_is_spoken_of_by_what_speaks_of_computing() -> None:
    question = understand("发算力服务券的第三方机构叫什么")
    assert lacks_computing_voucher(question, "OPC企业认定 第三方服务机构为江城研究院")
    assert not lacks_computing_voucher(question, "OPC措施 算力券由第三方机构发放")
    got = understand("领了算力券的公司能上路演直通车吗")
    assert not lacks_computing_voucher(got, "OPC路演 企业注册不超过3年")
    assert not lacks_computing_voucher(understand("第三方机构叫什么"), "第三方服务机构为江城研究院")


def test_a_clause_on_another_voucher_is_known_by_its_name() -> None:
    question = understand("算力券申领到几号")
    assert is_of_another_voucher(question, "科技创新券申领 截止2026年11月5日")
    assert not is_of_another_voucher(question, "算力券公示5个工作日")
    assert not is_of_another_voucher(question, "名单公示5个工作日")
    corpus = understand("深圳的语料券,初创企业比例能不能提高")
    assert is_of_another_voucher(corpus, "训力券按合同额50%资助,初创企业提高到60%")
    assert not is_of_another_voucher(corpus, "语料券和训力券初创企业都提高到60%")


@pytest.mark.parametrize(
    ("text", "told", "lacks"),
    [
        ("上云服务券最多能领多少", "科技创新券每家不超过20万元", True),
        ("上云服务券最多能领多少", "对企业上云发放服务券", False),
        ("科技创新券最多能领多少", "创新券每家不超过20万元", False),
        ("买科研服务的那个券能领多少", "创新券每家不超过20万元", False),
        ("疫情期间对于债券的发行支持哪些企业", "支持受影响较重的企业", False),
        ("武汉算力券政策有效期到什么时候", "自2025年3月19日起施行", False),
        ("用完券以后找谁结账", "服务商提交结算申请表", False),
        ("算力服务券补多少", "算力券最高20万元", False),
    ],
)
def test_a_voucher_by_a_name_of_its_own(text: str, told: str, lacks: bool) -> None:
    assert lacks_kind_of_voucher(understand(text), told) is lacks
