"""How a question becomes a turn."""

from __future__ import annotations

import logging
from itertools import pairwise

import pytest

from chat.answer_text import answer_pieces
from chat.conversation import MAX_QUESTION_CHARACTERS, Turns, converse, question_problem
from chat.strings import CHINESE
from tests.chat import fake_backend as fake


def ask(backend: fake.FakeBackend, question: str, turns: Turns = ()) -> list[Turns]:
    return list(
        converse(
            backend,
            turns,
            question,
            region="武汉市",
            in_force_only=True,
            pieces=answer_pieces,
        )
    )


def test_text_grows_to_the_whole_answer() -> None:
    steps = ask(fake.FakeBackend(), fake.THREE_CITATIONS)
    shown = [turns[-1].shown for turns in steps]
    assert all(later.startswith(earlier) for earlier, later in pairwise(shown))
    assert len(set(shown)) > 5
    assert [turns[-1].done for turns in steps].count(True) == 1
    assert steps[-1][-1].shown == fake.ANSWERS[fake.THREE_CITATIONS].text


def test_earlier_turns_stay() -> None:
    backend = fake.FakeBackend()
    first = ask(backend, fake.LONG)[-1]
    steps = ask(backend, f"  {fake.CLARIFY}\n", first)
    assert all(turns[0] == first[0] and len(turns) == 2 for turns in steps)
    assert backend.asked[-1] == (fake.CLARIFY, "武汉市", True)


def test_nearest_documents_come_once_each_and_leave_out_withdrawn_ones() -> None:
    backend = fake.FakeBackend()
    assert [near.document.id for near in ask(backend, fake.NO_ANSWER)[-1][-1].nearest] == [
        fake.MEASURES.id,
        fake.LONG_DOCUMENT.id,
    ]
    del backend.documents[fake.MEASURES.id]
    assert [near.document.id for near in ask(backend, fake.NO_ANSWER)[-1][-1].nearest] == [
        fake.LONG_DOCUMENT.id
    ]
    assert ask(backend, fake.LONG)[-1][-1].nearest == ()


def test_failure_becomes_a_turn_and_a_log_entry_without_the_question(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.ERROR):
        last = ask(fake.FakeBackend(), fake.FAILING)[-1][-1]
    assert last.failed
    assert last.done
    assert "the index is being rebuilt" in caplog.text
    assert fake.FAILING not in caplog.text


@pytest.mark.parametrize(
    ("question", "problem"),
    [
        ("", CHINESE.blank_question),
        (" \n\t　", CHINESE.blank_question),
        ("问", ""),
        ("问" * MAX_QUESTION_CHARACTERS, ""),
    ],
)
def test_question_problem(question: str, problem: str) -> None:
    assert question_problem(question, CHINESE) == problem


def test_overlong_question_names_both_numbers() -> None:
    problem = question_problem("问" * 1234, CHINESE)
    assert "1234" in problem
    assert "1000" in problem


def test_the_answering_side_is_told_the_turns_of_this_conversation() -> None:
    backend = fake.FakeBackend()
    first = ask(backend, fake.LONG)[-1]
    failed = ask(backend, fake.FAILING, first)[-1]
    ask(backend, fake.CLARIFY, failed)
    assert backend.histories[0] == ()
    assert backend.histories[-1] == (fake.LONG, fake.ANSWERS[fake.LONG].text)


def test_another_conversation_starts_without_turns() -> None:
    backend = fake.FakeBackend()
    ask(backend, fake.LONG)
    ask(backend, fake.CLARIFY)
    assert backend.histories == [(), ()]
