"""Intervals and the test of paired differences."""

from __future__ import annotations

import pytest

from eval.statistics import mean_interval, paired_difference


def test_interval_encloses_the_mean_and_is_the_same_every_time() -> None:
    values = [1.0] * 75 + [0.0] * 25
    interval = mean_interval(values)
    assert interval.mean == 0.75
    # The normal approximation gives 0.75 ± 1.96 · sqrt(0.75 · 0.25 / 100) = 0.75 ± 0.085.
    assert interval.low == pytest.approx(0.665, abs=0.015)
    assert interval.high == pytest.approx(0.835, abs=0.015)
    assert mean_interval(values) == interval


def test_equal_values_leave_no_doubt() -> None:
    interval = mean_interval([1.0, 1.0])
    assert (interval.low, interval.high, interval.count) == (1.0, 1.0, 2)
    assert mean_interval([0.3]).low == 0.3


def test_a_clear_difference_is_significant_and_a_lone_change_is_not() -> None:
    clear = paired_difference([0.0] * 20 + [1.0] * 20, [1.0] * 40)
    assert clear.mean == 0.5
    assert clear.low > 0
    assert clear.p_value < 0.01
    alone = paired_difference([0.0] + [1.0] * 39, [1.0] * 40)
    assert alone.p_value == 1.0


def test_two_changes_in_one_direction_happen_half_of_the_time() -> None:
    # Of the four ways to sign two equal changes, two are as extreme as both in one direction.
    difference = paired_difference([0.0, 0.0, 1.0], [1.0, 1.0, 1.0])
    assert difference.p_value == pytest.approx(0.5, abs=0.03)


def test_no_change_is_certain() -> None:
    difference = paired_difference([0.2, 0.7], [0.2, 0.7])
    assert (difference.mean, difference.p_value) == (0.0, 1.0)
