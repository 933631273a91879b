"""Windows for applying: closed or not yet open is told, and only of the document quoted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from answer.applying.windows import window_caveat, window_note
from answer.finding import Finding
from tests.answer.findings import ask, make_finding

QUESTION = ask("专项支持多少")


def note(quote: str, today: date, **values: Any) -> str | None:
    return window_note(QUESTION, [make_finding(quote, **values)], today)


@pytest.mark.parametrize(
    ("quote", "day"),
    [
        ("申报时间为2026年3月1日至3月31日。", "2026年3月31日"),
        ("网上申报时间为3月25日至4月14日(2026年度)。", "2026年4月14日"),
        ("持续申领,截止2026年5月20日。", "2026年5月20日"),
        ("2026年5月24日17:30前完成线上申报,逾期不纳入。", "2026年5月24日"),
    ],
)
def test_a_window_that_is_over(quote: str, day: str) -> None:
    assert note(quote, date(2026, 6, 1)) == f"《若干措施》的申报已于{day}截止。"


def test_the_last_day_is_open() -> None:
    quote = "申报时间为2026年3月1日至3月31日。"
    assert note(quote, date(2026, 3, 31)) is None
    assert note(quote, date(2026, 3, 1)) is None
    assert note(quote, date(2026, 4, 1)) is not None


def test_a_window_that_has_not_begun() -> None:
    said = note("申报时间为2026年3月1日至3月31日。", date(2026, 2, 28))
    assert said is not None
    assert "2026年3月1日开始" in said
    assert "尚未开始" in said


@pytest.mark.parametrize(
    "quote",
    [
        "意见反馈截止2025年4月18日。",
        "每年3月1日至3月31日申报。",
        "自2025年3月19日起施行,有效期至2026年3月18日。",
        "到2025年12月31日建成平台。",
        "申报单位须为企业。",
        "全年开放线上申报。",
    ],
)
def test_what_is_no_window(quote: str) -> None:
    assert note(quote, date(2030, 1, 1)) is None


def test_the_year_comes_from_the_title_or_the_day_of_publication() -> None:
    quote = "网上申报时间为3月25日至4月14日。"
    titled = note(quote, date(2026, 6, 1), title="2025年度专项申报通知")
    assert titled is not None
    assert "2025年4月14日" in titled
    published = note(quote, date(2026, 6, 1), published=date(2026, 3, 1))
    assert published is not None
    assert "2026年4月14日" in published
    assert note(quote, date(2026, 6, 1)) is None


def of_first_line(text: str, clause: str = "", **values: Any) -> Finding:
    finding = make_finding(text, **values)
    end = text.index("\n")
    start = text.rfind("- ", 0, end) + 2 if "- " in text[:end] else 0
    return replace(finding, start=start, end=end, clause=clause)


def test_the_only_window_of_the_document_counts() -> None:
    finding = of_first_line("单个项目支持30万元。\n申报截止2026年5月20日。\n")
    assert window_note(QUESTION, [finding], date(2026, 6, 1)) is not None


def test_of_two_windows_of_a_document_neither_is_believed() -> None:
    finding = of_first_line(
        "支持30万元。\n甲项申报截止2026年5月20日。\n乙项申报截止2026年7月20日。\n"
    )
    assert window_note(QUESTION, [finding], date(2026, 6, 1)) is None


def test_the_notes_of_a_document_count() -> None:
    finding = make_finding("单个项目支持30万元。", date_notes="申报截止2026-05-20")
    assert window_note(QUESTION, [finding], date(2026, 6, 1)) is not None


def test_only_the_leading_finding_counts() -> None:
    findings = [make_finding("支持30万元。"), make_finding("申报截止2026年5月20日。")]
    assert window_note(QUESTION, findings, date(2026, 6, 1)) is None
    assert window_note(QUESTION, [], date(2026, 6, 1)) is None


def test_that_applying_is_over_is_said_without_the_day_where_it_is_read_out() -> None:
    finding = make_finding("申报截止2026年3月31日。")
    assert window_caveat(QUESTION, [finding], date(2026, 6, 1)) == "该项申报已经截止。"
    assert window_caveat(QUESTION, [finding], date(2026, 3, 1)) == ""
    assert window_caveat(QUESTION, [], date(2026, 6, 1)) == ""
