"""Conversations as JSON, there and back."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from chat.answer_text import answer_pieces
from chat.conversation import MAX_QUESTION_CHARACTERS, Turn, Turns, converse
from chat.saved import MAX_SAVED_TURNS, parse_saved, saved_turn
from tests.chat import fake_backend as fake


def conversation(*questions: str) -> Turns:
    turns: Turns = ()
    for question in questions:
        *_, turns = converse(
            fake.FakeBackend(),
            turns,
            question,
            region="武昌区",
            in_force_only=True,
            pieces=answer_pieces,
        )
    return turns


def kept(turns: Turns) -> dict[str, object]:
    return {
        "conversation": turns[0].conversation,
        "turns": [json.loads(saved_turn(turn)) for turn in turns],
    }


def test_what_was_saved_comes_back() -> None:
    turns = conversation(*fake.ANSWERS, fake.FAILING)
    restored = parse_saved(kept(turns))
    without_texts = [
        replace(
            turn,
            nearest=tuple(
                replace(near, document=replace(near.document, text="")) for near in turn.nearest
            ),
        )
        for turn in turns
    ]
    assert list(restored) == without_texts
    assert restored[-1].failed


def test_saved_turns_are_ascii_and_hold_no_document() -> None:
    for turn in conversation(fake.HOSTILE, fake.NO_ANSWER):
        saved = saved_turn(turn)
        assert saved.isascii()
        assert "市级科技重大专项按投入" not in json.loads(saved).__repr__()


def _changed(**changes: object) -> object:
    saved = kept(conversation(fake.LONG))
    turns = saved["turns"]
    assert isinstance(turns, list)
    return {**saved, "turns": [{**turns[0], **changes}]}


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {},
        {"conversation": "a", "turns": []},
        {"conversation": "", "turns": [{"question": "问"}]},
        {"conversation": "x" * 65, "turns": [{"question": "问"}]},
        {"conversation": "<b>", "turns": [{"question": "问"}]},
        {"conversation": "a", "turns": [{}]},
        {"conversation": "a", "turns": ["问"]},
        {"conversation": "a", "turns": [{"question": "问"}] * (MAX_SAVED_TURNS + 1)},
        {"conversation": "a", "turns": [{"question": "问", "shown": "长" * 1_000_000}]},
        _changed(question="问" * (MAX_QUESTION_CHARACTERS + 1)),
        _changed(record_id="1" * 201),
        _changed(answer={"question": "问", "status": "won", "text": ""}),
        _changed(answer={"question": "问", "status": "answered", "text": ["x"]}),
    ],
)
def test_what_no_page_saved_is_refused(data: object) -> None:
    with pytest.raises(ValueError):
        parse_saved(data)


def test_a_turn_that_was_not_finished_comes_back_as_one_without_an_answer() -> None:
    [turn] = parse_saved({"conversation": "a", "turns": [{"question": "问"}]})
    assert turn == Turn(question="问", done=True, failed=True, conversation="a")
