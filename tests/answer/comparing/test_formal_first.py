"""A report never leads with an amount that the policy words otherwise."""

from __future__ import annotations

from dataclasses import replace

from answer.comparing.formal_first import formal_first
from answer.understanding import Asked
from records import TextKind
from tests.answer.findings import ask, make_finding

QUESTION = ask("示范应用场景最高奖多少", "示范应用场景", asked=Asked.AMOUNT)
REPORT = make_finding(
    "支持人工智能示范应用场景,最高给予200万元奖励", text_kind=TextKind.NEWS, region="江城市"
)
POLICY = make_finding(
    "每年遴选示范应用场景项目,最高100万元。", certainty=0.25, kind="measure", region="江城市"
)


def test_the_policy_leads_and_is_as_sure_as_the_report() -> None:
    lead, *rest = formal_first(QUESTION, [REPORT, POLICY])
    assert lead.quote == POLICY.quote
    assert lead.certainty == REPORT.certainty
    assert rest == [REPORT]


def test_a_policy_that_the_reader_makes_little_of_leads_too() -> None:
    unread = replace(POLICY, certainty=0.12)
    assert formal_first(QUESTION, [REPORT, unread])[0].quote == POLICY.quote


def test_a_policy_on_another_matter_does_not() -> None:
    other = make_finding("中试平台最高1000万元。", kind="measure", region="江城市")
    assert formal_first(QUESTION, [REPORT, other]) == [REPORT, other]


def test_a_policy_that_agrees_leads_too() -> None:
    same = make_finding("示范应用场景最高200万元。", kind="measure", region="江城市")
    assert formal_first(QUESTION, [REPORT, same])[0].quote == same.quote
    elsewhere = make_finding("示范应用场景最高200万元。", kind="measure", region="他城市")
    assert formal_first(QUESTION, [REPORT, elsewhere]) == [REPORT, elsewhere]


def test_where_the_policy_leads_nothing_moves() -> None:
    assert formal_first(QUESTION, [POLICY, REPORT]) == [POLICY, REPORT]
    assert formal_first(QUESTION, []) == []
