"""Whose rule a sum is worked out by where no place is named."""

from __future__ import annotations

from datetime import date

from answer.calculation.at_home import worked_at_home
from answer.understanding import understand
from tests.answer.findings import make_finding

QUESTION = understand("租算力花了30万能补多少")
DISTRICT = make_finding("租用算力服务器的企业最高补贴30万元。", region="江岸区", certainty=0.6)
CITY = make_finding("企业使用算力服务费用按50%补助,最高20万元。", region="武汉市", certainty=0.1)


def test_homes_rule_gives_the_sum_and_is_as_sure_as_what_it_goes_before() -> None:
    (lead,) = worked_at_home(QUESTION, [DISTRICT], [DISTRICT, CITY], "武汉市")
    assert lead.quote == CITY.quote
    assert lead.certainty == DISTRICT.certainty


def test_a_clause_of_home_that_gives_no_sum_changes_nothing() -> None:
    vague = make_finding("支持企业使用算力。", region="武汉市")
    assert worked_at_home(QUESTION, [DISTRICT], [DISTRICT, vague], "武汉市") == []


def test_who_names_a_place_is_answered_for_it() -> None:
    asked = understand("江岸区租算力花了30万能补多少")
    assert worked_at_home(asked, [DISTRICT], [DISTRICT, CITY], "武汉市") == []


def test_a_rule_for_others_gives_no_sum_in_the_place_of_one_that_has_lapsed() -> None:
    rule = CITY.quote
    special = make_finding(rule, region="武汉市", title="OPC若干措施", certainty=0.1)
    lapsed = make_finding(DISTRICT.quote, region="江岸区", valid_until=date(2025, 1, 1))
    assert worked_at_home(QUESTION, [lapsed], [lapsed, special], "武汉市") == []
    assert worked_at_home(QUESTION, [DISTRICT], [DISTRICT, special], "武汉市")
