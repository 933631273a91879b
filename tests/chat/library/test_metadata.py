"""The metadata form: what is taken over, and that every bad field is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from chat.library.errors import InvalidMetadata
from chat.library.metadata import completed, metadata_of
from records import Relation, RelationKind, TextKind
from tests.chat.library.library_service import form
from tests.small_storage import make_document

DOCUMENT = make_document(
    published=date(2026, 1, 2), relations=(Relation(RelationKind.REFINES, "loan"),)
)


def problems(**changes: str) -> dict[str, str]:
    with pytest.raises(InvalidMetadata) as refused:
        completed(DOCUMENT, form(**changes), is_new=True)
    return {one.field: one.message.en for one in refused.value.problems}


def test_an_unchanged_form_changes_nothing() -> None:
    assert completed(DOCUMENT, metadata_of(DOCUMENT), is_new=False) == DOCUMENT


def test_what_is_written_is_taken_over_and_the_rest_kept() -> None:
    metadata = form(
        title="  新标题 ",
        published="",
        effective_from="2026年3月1日",
        valid_until="2028/2/29",
        url="https://example.gov.cn/a",
        text_kind="digest",
    )
    made = completed(DOCUMENT, metadata, is_new=True)
    assert (made.id, made.title, made.text) == ("rent", "新标题", DOCUMENT.text)
    assert (made.published, made.effective_from) == (None, date(2026, 3, 1))
    assert (made.valid_until, made.text_kind) == (date(2028, 2, 29), TextKind.DIGEST)
    assert made.relations == DOCUMENT.relations
    assert completed(DOCUMENT, metadata, is_new=False).id == DOCUMENT.id


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("id", "../x", "letters"),
        ("id", "", "letters"),
        ("title", " ", "needed"),
        ("title", "长" * 301, "301 characters"),
        ("title", "a\nb", "line breaks"),
        ("region", "a\x00", "control characters"),
        ("kind", "nonsense", "measure"),
        ("published", "2026-02-30", "calendar"),
        ("valid_until", "soon", "a date such as"),
        ("url", "javascript:alert(1)", "http"),
        ("url", "ftp://example.org", "http"),
        ("text_kind", "poem", "digest"),
    ],
)
def test_a_bad_field_is_named(field: str, value: str, said: str) -> None:
    found = problems(**{field: value})
    assert found.keys() == {field}
    assert said in found[field]


def test_all_bad_fields_are_named_at_once() -> None:
    assert problems(title="", published="x", url="y").keys() == {"title", "published", "url"}


@pytest.mark.parametrize("name", ["published", "effective_from"])
def test_dates_that_are_out_of_order(name: str) -> None:
    found = problems(**{name: "2026-05-02", "valid_until": "2026-05-01"})
    assert "2026-05-02" in found["valid_until"]
    completed(DOCUMENT, form(**{name: "2026-05-01", "valid_until": "2026-05-01"}), is_new=True)


def test_hostile_text_is_kept_as_the_plain_text_it_is() -> None:
    title = "<script>alert(1)</script> [x](javascript:alert(1)) \u202e逆"
    assert completed(DOCUMENT, form(title=title), is_new=True).title == title


def test_a_kind_that_the_document_has_already_stays() -> None:
    odd = replace(DOCUMENT, kind="circular")
    assert completed(odd, metadata_of(odd), is_new=False).kind == "circular"
