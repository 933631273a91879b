"""How sure an answer is that a piece of evidence leads."""

from __future__ import annotations

from dataclasses import replace

import pytest

from answer.evidence.certainty import STRONGEST, confidence
from answer.evidence.statements import Evidence
from tests.answer.findings import make_finding

READ = Evidence(
    passage=make_finding("每家最高20万元。").passage,
    start=0,
    end=8,
    quote="每家最高20万元。",
    score=1.0,
    named=2.0,
    share=0.5,
    nearness=0.3,
    answer_start=0,
    answer_end=8,
    reading=4.0,
    alone=4.0,
)
ASKED = "每家企业最高补多少"


def test_each_of_two_readings_counts() -> None:
    assert confidence(replace(READ, reading=8.0), ASKED) > confidence(READ, ASKED)
    assert confidence(replace(READ, alone=8.0), ASKED) > confidence(READ, ASKED)


def test_two_readings_count_alike() -> None:
    one, other = replace(READ, reading=1.0, alone=5.0), replace(READ, reading=5.0, alone=1.0)
    assert confidence(one, ASKED) == pytest.approx(confidence(other, ASKED))


def test_a_reading_beyond_the_strongest_tells_no_more() -> None:
    strongest, beyond = (replace(READ, alone=STRONGEST + more) for more in (0.0, 9.0))
    assert confidence(strongest, ASKED) == confidence(beyond, ASKED)


def test_what_was_not_read_again_is_taken_to_read_less_sure_by_itself() -> None:
    once = replace(READ, alone=None)
    assert confidence(once, ASKED) < confidence(READ, ASKED)
    assert confidence(once, ASKED) > confidence(replace(READ, alone=0.0), ASKED)


def test_the_same_reading_of_a_longer_question_tells_more() -> None:
    assert confidence(READ, f"喂你好,我想问一下,{ASKED}") > confidence(READ, ASKED)


def test_without_a_reader_words_in_common_tell() -> None:
    unread = replace(READ, reading=None, alone=None)
    assert confidence(unread, ASKED) > confidence(replace(unread, named=0.0, share=0.0), ASKED)
