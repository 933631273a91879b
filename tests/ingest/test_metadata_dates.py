"""Validity is derived only where notes or text say it unmistakably, and never overrides."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.content import Content
from ingest.metadata import build_document
from ingest.metadata_dates import last_day, stated_months, stated_term
from ingest.reading import read_file
from records import Document
from settings import Settings

CORPUS = Path(__file__).parents[2] / "corpus"
ISSUED = date(2025, 2, 12)


def build(text: str, **values: object) -> Document:
    values = {"published": "2025-02-12", "kind": "measure"} | values
    return build_document(Path("办法.txt"), Content(text=text), values, "办法")


@pytest.mark.parametrize(
    ("text", "start", "until"),
    [
        ("本办法自2025年3月19日起施行,有效期2年。", (2025, 3, 19), (2027, 3, 18)),
        ("第二十条 本办法自2025年3月19日起施行，有效期五年。", (2025, 3, 19), (2030, 3, 18)),
        ("本措施自印发之日起施行，有效期三年。", (2025, 2, 12), (2028, 2, 11)),
        ("自公布之日起实施,有效期为3年。", (2025, 2, 12), (2028, 2, 11)),
        ("自2025年9月30日施行、有效期两年,同时废止《旧办法》。", (2025, 9, 30), (2027, 9, 29)),
        ("自2026年3月18日起施行,有效期至2028年12月31日。", (2026, 3, 18), (2028, 12, 31)),
        ("2024年12月30日公布,自2025年3月1日起施行。", (2025, 3, 1), None),
        ("自2025年8月31日起试行,试行期6个月。", (2025, 8, 31), (2026, 2, 28)),
    ],
)
def test_what_the_text_says(
    text: str, start: tuple[int, int, int], until: tuple[int, int, int] | None
) -> None:
    document = build(f"# 办法\n\n第一条 正文。\n\n{text}\n")
    assert document.effective_from == date(*start)
    assert document.valid_until == (date(*until) if until else None)


@pytest.mark.parametrize(
    "text",
    [
        "《另一办法》自2025年3月19日起施行,有效期2年。",
        "本办法自发布之日起30日后施行。",
        "自公布之日起两个月内申报。",
        "认定资格自2025年3月19日起生效,有效期三年。",
        "项目自2025年3月19日起实施。本办法自2025年4月1日起施行。",
    ],
)
def test_what_is_not_unmistakable_stays_unknown(text: str) -> None:
    document = build(f"# 办法\n\n{text}\n")
    assert (document.effective_from, document.valid_until) in [
        (None, None),
        (date(2025, 4, 1), None),
    ]


def test_two_different_days_are_no_proof_of_either() -> None:
    text = "本办法自2025年3月1日起施行。\n本办法自2025年4月1日起施行。\n"
    assert build(text).effective_from is None


def test_dates_that_are_given_are_never_overridden() -> None:
    text = "本办法自2025年3月19日起施行,有效期2年。"
    document = build(text, effective_from="2025-05-01", valid_until="2026-01-31")
    assert document.effective_from == date(2025, 5, 1)
    assert document.valid_until == date(2026, 1, 31)


def test_the_end_is_counted_from_the_start_that_is_given() -> None:
    assert build(
        "正文。", effective_from="2025-05-01", date_notes="有效期两年"
    ).valid_until == date(2027, 4, 30)


def test_an_end_before_the_start_is_a_misreading() -> None:
    text = "本办法自2026年3月1日起施行,有效期至2025年12月31日。"
    document = build(text)
    assert (document.effective_from, document.valid_until) == (None, None)


@pytest.mark.parametrize("kind", ["news", "interpretation", "draft"])
def test_texts_about_other_documents_say_nothing_of_themselves(kind: str) -> None:
    assert build("本办法自2025年3月19日起施行,有效期2年。", kind=kind).effective_from is None


def test_the_day_of_a_reprint_is_not_the_day_of_issue() -> None:
    text = "本措施自印发之日起施行，有效期三年。"
    assert build(text, date_notes="2025-02-12(武汉转发)").effective_from is None


def test_a_length_without_a_start_is_kept_in_words() -> None:
    document = build("# 办法\n\n## 有效期\n\n- 有效期两年,每年评估。\n", date_notes="落款日")
    assert document.valid_until is None
    assert document.date_notes == "落款日; 有效期2年"
    assert stated_months(document.date_notes) == 24


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(1, 120))
def test_periods_that_follow_each_other_leave_no_gap(start: date, months: int) -> None:
    end = last_day(start, months)
    assert start < end
    assert 28 * months - 1 <= (end - start).days <= 31 * months


def test_what_is_derived_agrees_with_what_people_found_in_every_document() -> None:
    derived = 0
    for path in sorted(CORPUS.glob("*.md")):
        for document in read_file(path, Settings.model_construct()):
            if document.kind in ("news", "interpretation", "draft"):
                continue
            term = stated_term(document.date_notes, document.text, document.published)
            term = term.given(None, None)
            known = replace(
                term,
                start=document.effective_from if term.start else None,
                until=document.valid_until if term.until else None,
            )
            assert term == known, document.id
            derived += term.until is not None
    assert derived >= 5
