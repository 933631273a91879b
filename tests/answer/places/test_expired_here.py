"""A district's own rule that has expired is not passed over in silence."""

from __future__ import annotations

from datetime import date

from answer.places.expired_here import expired_note
from tests.answer.findings import ask, make_finding

CITY = make_finding("模型采购费用按50%补助。", region="武汉市")
LAPSED = make_finding(
    "模型采购按30%补贴。", region="硚口区", valid_until=date(2025, 6, 1), certainty=0.5
)


def test_that_the_district_s_own_rule_has_expired_is_said() -> None:
    note = expired_note(ask("硚口采购模型补多少", places=("硚口区",)), [LAPSED, CITY], CITY)
    assert note == "硚口区另有文件规定此事项，但该文件已过期；以下出自武汉市的文件。"


def test_nothing_is_said_where_it_leads_is_in_force_or_of_another_place() -> None:
    there = ask("硚口采购模型补多少", places=("硚口区",))
    assert not expired_note(there, [LAPSED, CITY], LAPSED)
    current = make_finding(LAPSED.quote, region="硚口区")
    assert not expired_note(there, [current, CITY], CITY)
    elsewhere = ask("武昌采购模型补多少", places=("武昌区",))
    assert not expired_note(elsewhere, [LAPSED, CITY], CITY)
    assert not expired_note(ask("采购模型补多少"), [LAPSED, CITY], CITY)
