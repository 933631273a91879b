"""The least and the most."""

from __future__ import annotations

import pytest

from answer.asked_for.bounds import is_other_bound
from answer.understanding import understand


@pytest.mark.parametrize(
    ("text", "told", "other"),
    [
        ("单次最少投多少", "单次投资额不超过100万元", True),
        ("单次最少投多少", "单次投资额不低于50万元,不超过100万元", False),
        ("单次最少投多少", "单次投资50万元", False),
        ("单次最多投多少", "单次投资额不超过100万元", False),
        ("算力券最高多少", "每年总额不低于1000万元", True),
        ("在孵企业至少几家", "在孵企业不少于30家", False),
        ("上架率至少多少才能再建", "上架率低于50%的不再规划新的数据中心", False),
        ("最低多少钱的贷款要反担保", "10万元以下免反担保", False),
        ("出资上限可达多少", "出资比例提高到50%以上", False),
        ("单次投多少", "单次投资额不超过100万元", False),
        ("最少投多少,最多投多少", "单次投资额不超过100万元", False),
        ("单次最少投多少", "未规定下限,不超过100万元", False),
        ("总部奖的注册资本最低要求", "按注册资本10%奖励,最高500万元", True),
        ("想拿那1000万,设备投入起码要多少", "按设备投入给最高1000万元", True),
        ("设备投入起码要多少", "按建设投入30%支持,最高500万元", True),
        ("注册资本最低要到多少", "按注册资本10%奖励,最高500万元", True),
        ("注册资本最低要到多少", "注册资本不低于1000万元,最高奖500万元", False),
        # A share that the asker says himself is not what he asks for.
        ("按50%支持,每年封顶多少", "总投入超1亿元的按50%支持", True),
        ("按50%支持,每年封顶多少", "总投入超1亿元的按50%支持,最高800万元", False),
    ],
)
def test_a_cap_is_no_floor(text: str, told: str, other: bool) -> None:
    assert is_other_bound(understand(text), told) is other
