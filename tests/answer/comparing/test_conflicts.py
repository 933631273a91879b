"""Other wordings of the same matter are told, those of other matters are not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from answer.comparing.combination import combination
from answer.comparing.conflicts import conflict_notes
from answer.figures import unsupported_figures
from answer.finding import Finding, Sentence
from answer.understanding import Asked
from records import TextKind
from tests.answer.findings import ask, make_finding

QUESTION = ask("公共服务平台最高支持多少", "公共服务平台", asked=Asked.AMOUNT)
FORMAL = make_finding("AI公共服务平台按实际建设投入30%支持,最高500万元。")


def news(quote: str, **values: Any) -> Finding:
    told: dict[str, Any] = {"text_kind": TextKind.NEWS, "certainty": 0.5} | values
    return make_finding(quote, **told)


def supported(sentence: Sentence) -> bool:
    sources = [text for one in sentence.findings for text in (one.quote, one.document.title)]
    return not unsupported_figures(sentence.text, sources)


def test_a_report_that_merges_caps_is_told_and_the_formal_text_holds() -> None:
    other = news("支持建设人工智能公共服务平台和中试平台,最高给予1000万元资金支持")
    [note] = conflict_notes(QUESTION, [FORMAL, other])
    assert "1000万元" in note.text
    assert "以正式文件为准" in note.text
    assert note.findings == (other,)
    assert supported(note)


@pytest.mark.parametrize(
    "other",
    [
        news("公共服务平台最高给予500万元支持"),
        news("智能网联汽车公开测试道路项目最高给予1000万元支持"),
        news("公共服务平台最高给予1000万元支持", region="深圳市"),
        news("公共服务平台最高给予1000万元支持", certainty=0.05),
        news("全市安排不低于1000万元用于公共服务平台"),
        make_finding("公共服务平台最高1000万元", kind="draft"),
    ],
    ids=["same value", "other matter", "other place", "unsure", "other binding", "draft"],
)
def test_what_is_no_conflict(other: Finding) -> None:
    assert conflict_notes(QUESTION, [FORMAL, other]) == []


def test_another_clause_of_a_reading_on_the_same_field_is_no_conflict() -> None:
    reading = make_finding(
        "通过兼并重组进入公共服务平台领域的企业最高支持800万元。",
        kind="interpretation",
        certainty=0.3,
    )
    assert conflict_notes(QUESTION, [FORMAL, reading]) == []
    assert conflict_notes(QUESTION, [FORMAL, replace(reading, certainty=0.6)]) != []


def test_what_another_must_have_is_no_other_wording() -> None:
    lead = make_finding("企业上年度研发投入不少于1000万元。", id="center", title="技术创新中心办法")
    other = make_finding("企业上年度研发投入不低于60万元。", id="opc", title="OPC专项方案")
    question = ask("技术创新中心研发投入要多少", "技术创新中心", "研发投入", asked=Asked.AMOUNT)
    assert conflict_notes(question, [lead, other]) == []
    same = make_finding(other.quote, id="opc", title="技术创新中心细则")
    assert conflict_notes(question, [lead, same]) != []


def test_two_counts_of_the_same_thing_are_both_told() -> None:
    lead = make_finding("武汉现有7家人形机器人整机企业,配套率85%。")
    other = make_finding("另一报道称武汉聚集6家整机企业。", clause="整机数存疑(报道)")
    [note] = conflict_notes(ask("有几家整机企业", "整机企业"), [lead, other])
    assert "6家整机企业" in note.text
    assert supported(note)


def test_two_values_offered_are_each_given_with_what_they_apply_to() -> None:
    question = ask("申请OPC是10人还是20人?", "opc")
    staff = make_finding("从业人员不少于1人、不超过10人。", title="认定办法", clause="人数(第二条)")
    project = make_finding(
        "参保员工原则上不超过20人。", title="创新专项方案", clause="创新产品项目对象(三(一)2)"
    )
    first, second, last = conflict_notes(question, [project, staff])
    assert first.text.startswith("《认定办法》（人数）")
    assert second.text.startswith("《创新专项方案》（创新产品项目对象）")
    assert "不同" in last.text
    assert all(supported(one) for one in (first, second, last))


VOUCHER = make_finding("算力券最高20万元(市数据局)。")
GENERAL = make_finding("同一单位同一项目符合多项条款的,除写明可叠加外按“就高不重复”执行。")


def test_without_a_clause_that_allows_it_nothing_is_promised() -> None:
    lines = combination(ask("算力券能叠加吗", "算力券"), [VOUCHER], [])
    text = "".join(one.text for one in lines)
    assert "没有写明" in text
    assert "市数据局" in text
    assert all(one.findings for one in lines)


def test_the_general_rule_is_quoted() -> None:
    lines = combination(ask("算力券能叠加吗", "算力券"), [VOUCHER], [GENERAL])
    assert "没有写明" in lines[0].text
    assert "就高不重复" in lines[1].text


def test_a_clause_that_allows_another_programme_allows_nothing_here() -> None:
    other = make_finding("智能工厂奖励100万元,可叠加享受。")
    lines = combination(ask("算力券能叠加吗", "算力券"), [VOUCHER], [other])
    assert "没有写明" in lines[0].text
    assert not any("智能工厂" in one.text for one in lines)


def test_a_clause_that_allows_it_speaks_for_itself() -> None:
    allowed = make_finding("智能工厂奖励100万元,可叠加享受。")
    lines = combination(ask("智能工厂奖励能叠加吗", "智能工厂"), [allowed], [GENERAL])
    assert "可叠加享受" in lines[0].text


def test_the_rules_of_other_places_are_left_out() -> None:
    other = make_finding("同一项目就高不重复。", region="深圳市")
    lines = combination(ask("算力券能叠加吗", "算力券"), [VOUCHER], [other])
    assert not any("就高" in one.text for one in lines)
