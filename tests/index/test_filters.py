"""Which documents a filter leaves."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from index.filters import EVERYTHING, Filters
from records import DocumentState
from tests.small_storage import make_document

DAY = date(2026, 1, 15)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)


def test_nothing_set_allows_everything() -> None:
    assert EVERYTHING.allows(make_document(region="", kind="draft"))


@pytest.mark.parametrize(
    ("filters", "allowed"),
    [
        (Filters(regions=["汉阳区", "武汉市"]), True),
        (Filters(regions=["汉阳区"]), False),
        (Filters(regions=[]), False),
        (Filters(kinds=["measure"]), True),
        (Filters(kinds=["notice"]), False),
        (Filters(document_ids=["voucher"]), True),
        (Filters(document_ids=["voucher-2"]), False),
        (Filters(regions=["武汉市"], kinds=["notice"]), False),
    ],
)
def test_every_condition_must_hold(filters: Filters, allowed: bool) -> None:
    assert filters.allows(make_document()) is allowed


@pytest.mark.parametrize(
    ("filters", "allowed"),
    [
        (Filters(published_from=DAY), True),
        (Filters(published_from=AFTER), False),
        (Filters(published_until=DAY), True),
        (Filters(published_until=BEFORE), False),
        (Filters(published_from=DAY, published_until=DAY), True),
        (Filters(published_from=AFTER, published_until=BEFORE), False),
    ],
)
def test_both_ends_of_a_range_of_dates_count(filters: Filters, allowed: bool) -> None:
    assert filters.allows(make_document(published=DAY)) is allowed


@pytest.mark.parametrize(
    ("state", "plain", "with_old"),
    [
        (DocumentState.CURRENT, True, True),
        (DocumentState.SUPERSEDED, False, True),
        (DocumentState.WITHDRAWN, False, False),
    ],
)
def test_only_current_documents_unless_old_ones_are_asked_for(
    state: DocumentState, plain: bool, with_old: bool
) -> None:
    document = make_document(state=state)
    assert Filters().allows(document) is plain
    assert Filters(superseded=True).allows(document) is with_old


def test_a_document_without_a_date_is_in_no_range() -> None:
    assert not Filters(published_from=DAY).allows(make_document(published=None))
    assert not Filters(published_until=DAY).allows(make_document(published=None))


@pytest.mark.parametrize(
    ("dates", "allowed"),
    [
        ({"effective_from": DAY, "valid_until": DAY}, True),
        ({"valid_until": BEFORE}, False),
        ({"effective_from": AFTER}, False),
        ({"kind": "draft", "effective_from": BEFORE}, False),
        ({}, True),
    ],
)
def test_in_force_drops_what_is_known_not_to_be(dates: dict[str, object], allowed: bool) -> None:
    assert Filters(in_force_on=DAY).allows(make_document(**dates)) is allowed


def test_narrowing_never_widens() -> None:
    asked_for = Filters(document_ids=("one", "two"), regions=("武汉市",))
    assert asked_for.narrowed({"two", "three"}).document_ids == {"two"}
    assert Filters().narrowed({"one"}).document_ids == {"one"}
    assert asked_for.narrowed({"two"}).regions == ("武汉市",)
