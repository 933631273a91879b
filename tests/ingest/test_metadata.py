"""Metadata is taken as written, checked, and completed from the text only where it is silent."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.content import Content
from ingest.errors import UnreadableFile
from ingest.metadata import build_document, slug
from records import Document, Relation, RelationKind, TextKind

PATH = Path("办法.txt")
TEXT = "算力券管理办法\n武政规〔2025〕3号\n第一条 正文。\n武汉市人民政府\n2025年2月12日"


def build(values: dict[str, object], text: str = TEXT, **hints: str) -> Document:
    return build_document(PATH, Content(text=text, hints=hints), values, "办法")


def test_every_field() -> None:
    document = build(
        {
            "id": "ban-fa",
            "title": "办法",
            "kind": "rule",
            "region": "武汉市",
            "issuing_body": "市局",
            "doc_number": "武科〔2026〕16号",
            "published": "2026-03-24",
            "effective_from": "2026/4/1",
            "valid_until": "2028年3月31日",
            "date_notes": "有效期两年",
            "source_url": "https://example.gov.cn/a.html (mirror)",
            "text_kind": "digest",
            "source_kind": "official",
            "supersedes": ["a", "b"],
            "refines": "c",
            "relations": [{"kind": "explains", "document_id": "d"}],
        }
    )
    assert document == Document(
        id="ban-fa",
        title="办法",
        text=TEXT,
        kind="rule",
        region="武汉市",
        issuing_body="市局",
        doc_number="武科〔2026〕16号",
        published=date(2026, 3, 24),
        effective_from=date(2026, 4, 1),
        valid_until=date(2028, 3, 31),
        date_notes="有效期两年",
        url="https://example.gov.cn/a.html",
        text_kind=TextKind.DIGEST,
        relations=(
            Relation(RelationKind.SUPERSEDES, "a"),
            Relation(RelationKind.SUPERSEDES, "b"),
            Relation(RelationKind.REFINES, "c"),
            Relation(RelationKind.EXPLAINS, "d"),
        ),
    )


def test_what_is_left_out_comes_from_the_text() -> None:
    document = build({})
    assert (document.id, document.title) == ("办法", "算力券管理办法")
    assert document.doc_number == "武政规〔2025〕3号"
    assert document.issuing_body == "武汉市人民政府"
    assert document.published == date(2025, 2, 12)
    assert document.text_kind is TextKind.FULL
    assert document.effective_from is None


def test_what_a_page_says_of_itself_comes_before_the_text() -> None:
    document = build({}, title="页面标题", published="2025-02-18", url="https://example.gov.cn/")
    assert (document.title, document.published) == ("页面标题", date(2025, 2, 18))
    assert document.url == "https://example.gov.cn/"


def test_news_is_labelled_and_names_its_source() -> None:
    document = build({}, text="标题\n极目新闻记者 刘孝斌\n正文。", source="极目新闻")
    assert document.text_kind is TextKind.NEWS
    assert (document.kind, document.issuing_body) == ("news", "极目新闻")


def test_the_file_name_is_the_last_resort_for_a_title() -> None:
    assert build({}, text="第一条 正文。").title == "办法"


@pytest.mark.parametrize("nothing", ["", "null", "~", None])
def test_fields_left_empty_are_unknown(nothing: object) -> None:
    assert (
        build({"valid_until": nothing, "url": nothing, "supersedes": nothing}).valid_until is None
    )


@pytest.mark.parametrize(
    ("values", "parts"),
    [
        ({"published": "2025年"}, ["published", "2025年", "2025-03-19"]),
        ({"valid_until": "2025-02-30"}, ["valid_until", "2025-02-30", "calendar"]),
        (
            {"valid_until": "2025-01-01", "effective_from": "2025-02-01"},
            ["valid_until", "2025-02-01"],
        ),
        ({"text_kind": "summary"}, ["text_kind", "summary", "full", "digest", "news"]),
        (
            {"relations": [{"kind": "replaces", "document_id": "x"}]},
            ["relations", "replaces", "supersedes"],
        ),
        ({"relations": "x"}, ["relations", "'x'"]),
        ({"supersedes": {"a": "b"}}, ["supersedes", "'a'"]),
        ({"source_url": "www.example.cn"}, ["source_url", "www.example.cn", "https://"]),
        ({"url": "javascript:alert(1)"}, ["url", "javascript"]),
        ({"title": ["a"]}, ["title", "'a'"]),
        ({"effective_form": "2025-01-01"}, ["effective_form", "effective_from"]),
    ],
)
def test_a_bad_field_is_named_with_its_value_and_what_is_expected(
    values: dict[str, object], parts: list[str]
) -> None:
    with pytest.raises(UnreadableFile) as caught:
        build(values)
    message = str(caught.value)
    assert message.startswith("办法.txt")
    assert "\n" not in message
    assert not [part for part in parts if part not in message]


def test_fields_of_other_programs_are_left_alone() -> None:
    assert build({"tags": ["a"], "layout": "post", "author": {"name": "x"}}) == build({})


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("武政规〔2025〕3号 措施", "武政规-2025-3号-措施"),
        ("a:b c", "a-b-c"),
        ("e\u0301tude", "étude"),
        ("wuhan-ai10-2025", "wuhan-ai10-2025"),
    ],
)
def test_slugs(stem: str, expected: str) -> None:
    assert slug(stem) == expected


@given(st.text())
def test_a_slug_is_safe_and_stable(stem: str) -> None:
    made = slug(stem)
    assert made
    assert ":" not in made
    assert made == slug(made) == "".join(made.split())
