"""Who asks until when is told an end."""

from __future__ import annotations

import pytest

from answer.asked_for.deadlines import lacks_end
from answer.understanding import understand


@pytest.mark.parametrize(
    ("text", "told", "lacks"),
    [
        ("补贴几号截止申报", "申报通知(2026-05-07)分设算力券", True),
        ("计划的申报截止到哪天", "2026年6月26日启动", True),
        ("补贴几号截止申报", "4月14日前网上申报", False),
        ("最晚哪天还能申领", "持续申领,截止2026年11月5日", False),
        ("几号截止申报", "全年开放线上申报", False),
        ("什么时候开始申报", "2026年6月26日启动", False),
        ("When is the deadline for the vouchers?", "notice of May 7, 2026", True),
        ("When is the deadline for the vouchers?", "until November 5, 2026", False),
    ],
)
def test_an_end_that_is_asked_for_is_missed(text: str, told: str, lacks: bool) -> None:
    assert lacks_end(understand(text), told) is lacks
