"""Fusion of dense and text scores, against sums done by hand."""

from __future__ import annotations

import pytest

from index.fusion import fuse


def test_the_weighted_sum() -> None:
    fused = fuse({1: 0.75, 2: 0.5, 3: 0.25}, {2: 8.0, 3: 2.0}, dense_weight=2.0)
    assert fused == pytest.approx({2: 2 * 0.5 + 1.0, 1: 2 * 0.75, 3: 2 * 0.25 + 0.25})
    assert list(fused) == [2, 1, 3]


def test_text_scores_alone_do_not_bring_a_passage_in() -> None:
    assert list(fuse({1: 0.1}, {2: 9.0}, dense_weight=1.0)) == [1]


def test_without_text_hits_the_cosine_decides() -> None:
    assert fuse({1: 0.25, 2: 0.5}, {}, dense_weight=4.0) == {2: 2.0, 1: 1.0}


def test_text_scores_of_zero_do_not_divide_by_zero() -> None:
    assert fuse({1: 0.5}, {1: 0.0}, dense_weight=2.0) == {1: 1.0}


def test_ties_go_to_the_smaller_key() -> None:
    assert list(fuse({7: 0.5, 3: 0.5, 5: 0.5}, {}, dense_weight=1.0)) == [3, 5, 7]


def test_nothing_found() -> None:
    assert fuse({}, {}) == {}


def test_a_filter_that_takes_others_away_does_not_change_a_score() -> None:
    everything = fuse({1: 0.9, 2: 0.5}, {1: 4.0, 2: 1.0})
    assert fuse({1: 0.9}, {1: 4.0})[1] == everything[1]
