"""An application that the document calls open yet is not passed over in silence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from answer.applying.when_to_apply import with_time_to_apply
from answer.composed import Setting
from answer.finding import Finding, Sentence
from answer.understanding import Asked
from answer.wording import plain_sentences
from tests.answer.findings import ask, make_finding

GRANT = "租用算力的企业最高补贴30万元。"
PENDING = "《实施方案》尚为讨论稿,具体申报条件和流程待该方案确定。"
ANNOUNCED = "每年的申报时间另行通知。"


def lines(
    text: str, asked: Asked, rest: str, *, backs: bool = True, years: tuple[int, ...] = ()
) -> list[str]:
    whole = make_finding(f"{GRANT}\n\n{rest}\n")
    grant = replace(whole, end=len(GRANT), answer_end=len(GRANT))
    question = ask(text, asked=asked, years=years)
    told = with_time_to_apply(
        question, plain_sentences(question, [grant]), [grant], setting_of(whole)
    )
    assert not backs or all(backed(one) for one in told)
    return [one.text for one in told]


def backed(sentence: Sentence) -> bool:
    return sentence.text.rstrip("。") in sentence.findings[0].quote


def setting_of(*findings: Finding) -> Setting:
    passages = {one.document.id: [one.passage] for one in findings}
    return Setting(
        documents={one.document.id: one.document for one in findings},
        standing={one.document.id: one.validity for one in findings},
        today=date(2026, 6, 1),
        home="武汉市",
        rarity=lambda _: 1.0,
        passages=lambda name: passages[name],
        read_alone=lambda _question, _passage, _quote: None,
    )


def test_what_is_still_to_come_stands_behind_the_sum() -> None:
    told = lines("租算力补多少", Asked.AMOUNT, PENDING)
    assert [one.rstrip("。") for one in told] == [GRANT.rstrip("。"), PENDING.rstrip("。")]


@pytest.mark.parametrize("text", ["现在可以报了吗", "能申请了吗", "什么时候开始申报"])
def test_it_comes_first_where_that_is_asked(text: str) -> None:
    assert lines(text, Asked.YES_NO, PENDING)[0].rstrip("。") == PENDING.rstrip("。")
    assert lines(text, Asked.YES_NO, ANNOUNCED)[0].rstrip("。") == ANNOUNCED.rstrip("。")


def test_other_questions_and_other_documents_get_no_such_line() -> None:
    assert len(lines("哪个部门负责", Asked.DEPARTMENT, PENDING)) == 1
    assert len(lines("有电话咨询吗", Asked.YES_NO, PENDING)) == 1
    assert len(lines("租算力补多少", Asked.AMOUNT, ANNOUNCED)) == 1
    assert len(lines("租算力补多少", Asked.AMOUNT, "申报材料一式两份。")) == 1
    assert len(lines("现在可以报了吗", Asked.YES_NO, "场地标准待住建部门确定。")) == 1


@pytest.mark.parametrize(
    ("window", "verdict"),
    [
        ("网上申报时间为2026年3月25日至2026年4月14日。", "申报已截止："),
        ("网上申报时间为2026年5月25日至2026年6月14日。", "正在申报期内："),
        ("网上申报时间为2026年7月1日至2026年7月14日。", "尚未开始申报："),
        # For each year, and so neither open nor closed for good.
        ("全年开放线上申报,不间断受理。", ""),
    ],
)
def test_who_asks_when_to_apply_is_told_of_the_window_alone(window: str, verdict: str) -> None:
    (told,) = lines("现在可以申报了吗", Asked.YES_NO, window, backs=False)
    assert told == f"{verdict}{window.rstrip('。')}"
    (told,) = lines("什么时候可以申报", Asked.DATE, window)
    assert told == window.rstrip("。")


def test_who_asks_for_something_else_is_not_told_of_the_window() -> None:
    window = "网上申报时间为2026年3月25日至2026年4月14日。"
    assert lines("租算力补多少", Asked.AMOUNT, window) == [GRANT.rstrip("。")]


@pytest.mark.parametrize("text", ["第三批现在可以申报了吗", "2027年的可以申报了吗"])
def test_the_window_of_another_call_is_not_told(text: str) -> None:
    window = "第二批网上申报时间为2026年3月25日至2026年4月14日。"
    years = (2027,) if "2027" in text else ()
    assert lines(text, Asked.YES_NO, window, years=years) == [GRANT.rstrip("。")]


def test_the_window_of_another_document_on_the_matter_is_told_before_the_rest() -> None:
    where = make_finding("登录模境平台在线申报。", title="OPC企业认定培育通知")
    rule = make_finding("委托第三方机构受理,全年开放线上申报。", title="OPC企业认定办法")
    other = make_finding("全年开放线上申报。", title="孵化器管理办法")
    question = ask("OPC企业认定现在能报吗", "OPC企业认定", asked=Asked.YES_NO)

    def told(*findings: Finding) -> list[str]:
        own = plain_sentences(question, [where])
        found = with_time_to_apply(question, own, [where, *findings], setting_of(where, *findings))
        return [one.findings[0].document.title for one in found]

    assert told(rule) == ["OPC企业认定办法", "OPC企业认定培育通知"]
    assert told(other) == ["OPC企业认定培育通知"]
