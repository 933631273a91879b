"""The statement that would lead is read once more, by itself."""

from __future__ import annotations

from dataclasses import replace

from answer.evidence.reading_again import first_read_again
from answer.understanding import Question, understand
from records import Passage
from tests.answer.evidence.test_certainty import READ

QUESTION = understand("每家企业最高补多少")


def test_only_the_first_is_read_again() -> None:
    asked: list[str] = []

    def read_alone(_question: Question, _passage: Passage, quote: str) -> float:
        asked.append(quote)
        return 2.5

    first, second = first_read_again(QUESTION, [READ, replace(READ, quote="其他")], read_alone)
    assert first.alone == 2.5
    assert second.alone == READ.alone
    assert asked == [READ.quote]


def test_what_was_not_read_is_not_read_again() -> None:
    def read_alone(*_: object) -> float:
        raise AssertionError("there is no reader")

    unread = [replace(READ, reading=None, alone=None)]
    assert first_read_again(QUESTION, unread, read_alone) == unread
    assert first_read_again(QUESTION, [], read_alone) == []
