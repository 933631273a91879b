"""Validity on a day."""

from __future__ import annotations

from datetime import date

import pytest

from index.validity import validity_on
from records import Validity
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
