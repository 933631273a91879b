"""An approved answer in the public chat: who approved it is told by role and day, not by name."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

from chat import render
from chat.answer_text import answer_pieces
from chat.conversation import Turn, converse
from chat.saved import parse_saved, saved_turn
from chat.strings import CHINESE, ENGLISH
from records import Review
from tests.chat import fake_backend as fake

# In Beijing it is the next day.
REVIEW = Review(7, "wang", "staff", datetime(2026, 3, 1, 20, 30, tzinfo=UTC))


def reviewed(review: Review) -> Turn:
    *_, turns = converse(
        fake.FakeBackend(),
        (),
        fake.LONG,
        region=None,
        in_force_only=False,
        pieces=answer_pieces,
    )
    assert turns[0].answer is not None
    return replace(turns[0], answer=replace(turns[0].answer, review=review))


def test_the_mark_tells_role_and_day_in_beijing() -> None:
    assert "人工审核" in (shown := render.conversation(CHINESE, (reviewed(REVIEW),)))
    assert "热线人员 · 2026-03-02" in shown
    assert "hotline staff · 2026-03-02" in render.conversation(ENGLISH, (reviewed(REVIEW),))


def test_no_mark_where_nobody_reviewed() -> None:
    turn = reviewed(REVIEW)
    assert turn.answer is not None
    plain = replace(turn, answer=replace(turn.answer, review=None))
    assert "review-mark" not in render.conversation(CHINESE, (plain,))


def test_a_copy_says_that_it_was_reviewed() -> None:
    answer = reviewed(REVIEW).answer
    assert answer is not None
    assert "人工审核: 热线人员 · 2026-03-02" in render.copy_text(CHINESE, answer)


def test_a_made_up_role_in_a_saved_conversation_is_plain_text() -> None:
    turn = reviewed(replace(REVIEW, role="<img src=x onerror=alert(1)>"))
    kept = {"conversation": "c1", "turns": [json.loads(saved_turn(turn))]}
    shown = render.conversation(CHINESE, parse_saved(kept))
    assert "&lt;img src=x onerror=alert(1)&gt; · 2026-03-02" in shown
    assert "<img" not in shown
