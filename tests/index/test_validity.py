"""Validity on a day."""

from __future__ import annotations

from datetime import date

import pytest

from index.validity import validity_on
from records import DocumentState, Validity
from tests.small_storage import make_document

FIRST, LAST = date(2025, 3, 19), date(2027, 3, 18)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2025, 3, 18), Validity.NOT_YET),
        (FIRST, Validity.IN_FORCE),
        (LAST, Validity.IN_FORCE),
        (date(2027, 3, 19), Validity.EXPIRED),
    ],
)
def test_the_first_and_the_last_day_count(today: date, expected: Validity) -> None:
    document = make_document(effective_from=FIRST, valid_until=LAST)
    assert validity_on(document, today) is expected


def test_a_superseded_version_has_expired_and_a_draft_stays_one() -> None:
    values = {"effective_from": FIRST, "valid_until": LAST, "state": DocumentState.SUPERSEDED}
    assert validity_on(make_document(**values), LAST) is Validity.EXPIRED
    assert validity_on(make_document(**values, kind="draft"), LAST) is Validity.DRAFT


def test_one_date_is_enough_to_be_in_force() -> None:
    today = date(2026, 1, 1)
    assert validity_on(make_document(effective_from=FIRST), today) is Validity.IN_FORCE
    assert validity_on(make_document(valid_until=LAST), today) is Validity.IN_FORCE


def test_a_bare_publication_date_says_nothing() -> None:
    document = make_document(published=FIRST)
    assert validity_on(document, date(2026, 1, 1)) is Validity.UNKNOWN


def test_a_draft_is_a_draft_whatever_its_dates() -> None:
    document = make_document(kind="draft", effective_from=FIRST, valid_until=LAST)
    assert validity_on(document, date(2026, 1, 1)) is Validity.DRAFT
    assert validity_on(document, date(2030, 1, 1)) is Validity.DRAFT


@pytest.mark.parametrize(
    "title", ["资金管理办法(试行)(征求意见稿)", "关于公开征求《办法》意见的公告", "办法（送审稿）"]
)
def test_a_title_can_say_that_it_is_a_draft(title: str) -> None:
    document = make_document(title=title, effective_from=FIRST)
    assert validity_on(document, LAST) is Validity.DRAFT


def test_a_length_of_validity_that_has_surely_passed_is_enough_to_have_expired() -> None:
    document = make_document(published=date(2020, 5, 1), date_notes="有效期两年")
    assert validity_on(document, date(2023, 4, 30)) is Validity.UNKNOWN
    assert validity_on(document, date(2023, 5, 1)) is Validity.EXPIRED
