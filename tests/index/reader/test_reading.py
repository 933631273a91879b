import numpy as np
import pytest

from index.reader import Reading
from index.reader.reading import LONGEST_ANSWER


def reading(starts: list[float], ends: list[float], null_score: float = 0.0) -> Reading:
    offsets = [(at, at + 1) for at in range(len(starts))]
    return Reading(offsets, np.array(starts, np.float32), np.array(ends, np.float32), null_score)


def test_the_best_span_has_the_highest_sum_of_its_ends() -> None:
    span = reading([0, 3, 1, 0], [0, 0, 2, 1], null_score=1.5).best()
    assert span is not None
    assert (span.start, span.end) == (1, 3)
    assert span.score == pytest.approx(3 + 2 - 1.5)


def test_spans_that_agree_outweigh_the_likeliest_one() -> None:
    starts, ends = [-9.0] * 10, [-9.0] * 10
    starts[2] = 0.0
    ends[3], ends[8], ends[9] = np.log([0.4, 0.3, 0.3])
    span = reading(starts, ends).best()
    assert span is not None
    # 2..3 is the likeliest; that the answer goes on to 8 is likelier still.
    assert (span.start, span.end) == (2, 9)
    assert span.score == pytest.approx(np.log(0.4))


def test_a_span_never_ends_before_it_begins() -> None:
    span = reading([0, 0, 9], [9, 0, 1]).best()
    assert span is not None
    assert (span.start, span.end) == (2, 3)


def test_only_tokens_inside_the_limits_count() -> None:
    span = reading([9, 1, 0, 9], [9, 0, 1, 9]).best(1, 3)
    assert span is not None
    assert (span.start, span.end) == (1, 3)


def test_no_token_inside_the_limits() -> None:
    assert reading([1, 1], [1, 1]).best(5, 9) is None
    assert reading([], []).best() is None


def test_an_answer_is_never_longer_than_the_limit() -> None:
    tokens = LONGEST_ANSWER + 50
    starts, ends = [0.0] * tokens, [0.0] * tokens
    starts[0], ends[-1] = 5.0, 5.0
    span = reading(starts, ends).best()
    assert span is not None
    assert span.end - span.start <= LONGEST_ANSWER
