"""Which finding leads: in force before lapsed, formal before reported, never the worse answer."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.finding import Finding
from answer.matter import coverage
from answer.standing.authority import COVERAGE_MARGIN, arrange
from answer.standing.rank import Rank, rank_of
from answer.understanding import Asked
from records import Relation, RelationKind, TextKind
from tests.answer.findings import ask, make_finding
from tests.small_storage import make_document

QUESTION = ask("示范场景最高奖多少", "示范场景", asked=Asked.AMOUNT)
LAPSED: dict[str, Any] = {"valid_until": date(2025, 12, 31)}


def order(*findings: Finding) -> list[str]:
    return [one.quote for one in arrange(QUESTION, findings)]


def test_what_has_lapsed_does_not_lead() -> None:
    old = make_finding("示范场景最高200万元。", certainty=0.9, **LAPSED)
    new = make_finding("示范场景最高100万元。", certainty=0.6)
    assert order(old, new) == [new.quote, old.quote]


def test_a_draft_does_not_lead_unless_it_is_asked_for() -> None:
    draft = make_finding("示范场景最高200万元。", kind="draft")
    new = make_finding("示范场景最高100万元。", certainty=0.7)
    assert order(draft, new)[0] == new.quote
    question = ask("征求意见稿里示范场景最高多少", "示范场景", asked=Asked.AMOUNT)
    assert arrange(question, (draft, new))[0] is draft


def test_what_is_in_force_may_name_less_of_the_question_than_a_draft() -> None:
    question = ask("事业法人能申请专项吗", "事业", "法人", "专项", asked=Asked.YES_NO)
    draft = make_finding("专项支持事业法人。", kind="draft")
    rule = make_finding("申报者须为事业法人。", certainty=0.7)
    assert coverage(question, draft) - coverage(question, rule) > COVERAGE_MARGIN
    assert arrange(question, (draft, rule))[0].quote == rule.quote


def test_the_only_answer_leads_even_if_it_has_lapsed() -> None:
    old = make_finding("示范场景最高200万元。", **LAPSED)
    other = make_finding("集群最高500万元。")
    vague = make_finding("每年遴选示范场景。", certainty=0.8)
    assert order(old, other, vague)[0] == old.quote


def test_what_has_lapsed_may_tell_a_fact() -> None:
    question = ask("跟武汉同一批的先导区还有谁", "先导区")
    old = make_finding("先导区同批有南京、长沙。", **LAPSED)
    new = make_finding("建设先导区。", certainty=0.65)
    assert arrange(question, (old, new))[0].quote == old.quote


def test_what_is_in_force_for_other_spending_does_not_lead_before_what_has_lapsed() -> None:
    question = ask("采购大模型补多少", "大模型", asked=Asked.AMOUNT)
    old = make_finding("大模型采购按30%补贴。", **LAPSED)
    new = make_finding("大模型研发按30%补助,最高500万元。")
    assert arrange(question, (old, new))[0].quote == old.quote


def test_what_is_in_force_on_something_else_does_not_lead_before_what_has_lapsed() -> None:
    question = ask("研发费用增量补贴一家给多少", "研发费用增量补贴", asked=Asked.AMOUNT)
    old = make_finding("对研发费用增量补贴,每家5万—100万元。", **LAPSED)
    other = make_finding("专用模型按研发费8%最高500万元。", id="model", certainty=0.7)
    assert arrange(question, [old, other])[0] is old


def test_a_title_that_names_a_word_of_the_question_leads_among_equals() -> None:
    question = ask("认定OPC企业最多几个员工", "认定", "opc", "企业", "员工", asked=Asked.COUNT)
    project = make_finding("OPC企业员工不超过20人。", title="OPC专项方案", region="江城市")
    rules = make_finding(
        "从业人员不超过10人。", title="OPC企业认定办法", region="江城市", certainty=0.85
    )
    assert arrange(question, (project, rules))[0].quote == rules.quote
    unsure = make_finding(
        "从业人员不超过10人。", title="OPC企业认定办法", region="江城市", certainty=0.6
    )
    assert arrange(question, (project, unsure))[0].quote == project.quote


def test_a_text_that_another_finding_replaces_does_not_lead() -> None:
    old = make_finding("示范场景最高200万元。", id="old")
    new = make_finding(
        "示范场景最高100万元。",
        certainty=0.7,
        relations=(Relation(RelationKind.SUPERSEDES, "old"),),
    )
    assert order(old, new)[0] == new.quote


@pytest.mark.parametrize(
    "weaker", [{"kind": "rule"}, {"kind": "interpretation"}, {"text_kind": TextKind.NEWS}]
)
def test_the_formal_text_leads_where_it_answers_about_as_well(weaker: dict[str, Any]) -> None:
    other = make_finding("示范场景最高200万元。", certainty=0.9, **weaker)
    formal = make_finding("示范场景最高100万元。", certainty=0.8)
    assert order(other, formal)[0] == formal.quote


def test_what_a_reading_only_reports_gives_way_as_a_report_does() -> None:
    reading = make_finding("报道称示范场景最高200万元。", certainty=0.9, kind="interpretation")
    formal = make_finding("示范场景最高100万元。", certainty=0.6)
    assert order(reading, formal)[0] == formal.quote


def test_how_to_apply_is_for_the_notice_to_say() -> None:
    question = ask("示范场景在哪个平台报", "示范场景", "平台", asked=Asked.PROCEDURE)
    notice = make_finding("示范场景登录平台申报。", certainty=0.9, kind="notice", id="notice")
    formal = make_finding("示范场景经平台认定,最高200万元。", certainty=0.8)
    assert arrange(question, (notice, formal))[0] is notice
    report = make_finding("示范场景登录平台申报。", certainty=0.9, kind="news", id="news")
    assert arrange(question, (report, formal))[0].quote == formal.quote


def test_a_formal_text_that_answers_worse_is_not_lifted() -> None:
    rule = make_finding("示范场景最高200万元。", certainty=0.9, kind="rule")
    unsure = make_finding("示范场景最高100万元。", certainty=0.6)
    elsewhere = make_finding("示范场景最高50万元。", certainty=0.85, region="武昌区")
    assert order(rule, unsure, elsewhere)[0] == rule.quote


def test_the_document_that_is_named_leads() -> None:
    formal = make_finding("示范场景最高100万元。")
    named = make_finding("示范场景最高200万元。", certainty=0.6, id="named", kind="notice")
    question = ask("通知里示范场景最高多少", "示范场景", documents=("named",))
    assert arrange(question, (formal, named))[0].document.id == "named"


@given(
    st.lists(
        st.tuples(
            st.floats(0, 1),
            st.sampled_from(["measure", "rule", "news", "draft", "interpretation"]),
            st.booleans(),
        ),
        max_size=8,
    )
)
def test_nothing_is_lost_and_equals_keep_their_order(
    made: list[tuple[float, str, bool]],
) -> None:
    findings = [
        make_finding(
            "示范场景最高100万元。",
            certainty=certainty,
            kind=kind,
            id=str(at),
            **(LAPSED if lapsed else {}),
        )
        for at, (certainty, kind, lapsed) in enumerate(made)
    ]
    arranged = arrange(QUESTION, findings)
    assert sorted(one.document.id for one in arranged) == sorted(
        one.document.id for one in findings
    )
    alike = [one for one in findings if one.document.kind == "measure" and len(made) > 1]
    if len(alike) == len(findings) and not any(lapsed for *_, lapsed in made):
        assert arranged == findings


@pytest.mark.parametrize(
    ("values", "rank"),
    [
        ({"kind": "regulation"}, Rank.FORMAL),
        ({"kind": "measure"}, Rank.FORMAL),
        ({"kind": "measure", "title": "行动方案（新闻发布口径）"}, Rank.EXPLANATION),
        ({"kind": "", "title": "资金管理办法实施细则"}, Rank.RULE),
        ({"kind": "", "title": "若干措施"}, Rank.FORMAL),
        ({"kind": "measure", "text_kind": TextKind.NEWS}, Rank.NEWS),
        ({"kind": "draft", "title": "若干措施"}, Rank.DRAFT),
    ],
)
def test_the_force_of_a_text(values: dict[str, Any], rank: Rank) -> None:
    assert rank_of(make_document(**values)) is rank


def test_a_general_rule_goes_before_one_for_a_group_that_is_not_named() -> None:
    special = make_finding("示范场景最高100万元。", title="OPC若干措施", kind="measure")
    general = make_finding("示范场景最高200万元。", certainty=0.7, kind="rule")
    assert order(special, general)[0] == general.quote
    question = ask("OPC示范场景最高奖多少", "OPC示范场景", asked=Asked.AMOUNT)
    assert arrange(question, (special, general))[0] is special


def test_a_rule_for_a_group_that_is_not_named_does_not_go_before_one_that_has_lapsed() -> None:
    lapsed = make_finding("示范场景最高100万元。", **LAPSED)
    special = make_finding("示范场景最高50万元。", title="OPC若干措施", kind="measure")
    assert order(lapsed, special)[0] == lapsed.quote
    general = make_finding("示范场景最高80万元。", kind="measure")
    assert order(lapsed, general)[0] == general.quote


def test_who_takes_the_lead_is_as_sure_as_who_had_it() -> None:
    other = make_finding("示范场景最高200万元。", certainty=0.9, kind="rule", region="江城市")
    formal = make_finding("示范场景最高100万元。", certainty=0.8, region="江城市")
    lead = arrange(QUESTION, (other, formal))[0]
    assert (lead.quote, lead.certainty) == (formal.quote, 0.9)


def test_a_text_that_lacks_a_word_asked_for_does_not_lead() -> None:
    question = ask("人形机器人场景的产品方能拿多少", "人形机器人场景", "产品方", asked=Asked.AMOUNT)
    report = make_finding(
        "人形机器人场景提供方最高100万元,产品提供方按研发投入20%最高100万元。",
        text_kind=TextKind.NEWS,
    )
    general = make_finding("人形机器人场景等按总投入30%支持申报单位,最高100万元。", certainty=0.85)
    assert coverage(question, report) - coverage(question, general) <= COVERAGE_MARGIN
    assert arrange(question, (report, general))[0] is report
