"""Drafts: markers are numbered anew, quotes are found again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from chat.approved import ApprovedAnswer, ApprovedCitation, Draft, Quoted
from chat.desk_room.drafts import QuoteGone, relocated, renumbered
from records import Message
from tests.chat.fake_backend import MEASURES, SUBSIDY_QUOTE, FakeBackend

QUOTES = tuple(Quoted(name, 0, 1, name) for name in "abc")


def draft(text: str) -> Draft:
    return Draft(questions=("问",), text=text, quotes=QUOTES)


def test_markers_follow_their_first_appearance_and_unused_quotes_go() -> None:
    mended = renumbered(draft("先[3]后[1]再[3]"))
    assert mended.text == "先[1]后[2]再[1]"
    assert [one.quote for one in mended.quotes] == ["c", "a"]


@pytest.mark.parametrize("text", ["没有[4]", "没有[0]"])
def test_a_marker_without_a_quote_is_left_for_the_check(text: str) -> None:
    assert renumbered(draft(text)) == draft(text)


def approved(quote: str) -> ApprovedAnswer:
    cited = ApprovedCitation(
        number=1, document_id=MEASURES.id, title=MEASURES.title, start=3, end=3 + len(quote),
        quote=quote, fingerprint="old", was_expired=False, was_superseded=False,
    )  # fmt: skip
    moment = datetime(2026, 3, 2, tzinfo=UTC)
    return ApprovedAnswer(
        id=1, questions=("问",), text="答[1]", citations=(cited,), note="", staff="li",
        role="admin", approved_at=moment, lapsed_at=moment,
        lapse_reason=Message("改动", "changed"), version=2,
    )  # fmt: skip


def test_a_quote_that_moved_is_found_again() -> None:
    backend = FakeBackend()
    backend.documents[MEASURES.id] = replace(MEASURES, text="新的开头\n" + MEASURES.text)
    (quote,) = relocated(backend, approved(SUBSIDY_QUOTE)).quotes
    assert backend.documents[MEASURES.id].text[quote.start : quote.end] == SUBSIDY_QUOTE


def test_a_quote_that_is_gone_is_named() -> None:
    with pytest.raises(QuoteGone, match="不在其中"):
        relocated(FakeBackend(), approved("不在其中的话"))
    with pytest.raises(QuoteGone):
        relocated(FakeBackend(documents={}), approved(SUBSIDY_QUOTE))
