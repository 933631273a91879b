"""Wording measures against values worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.metrics.text import char_f1, exact_match, rouge_l, tokens, without_markers

TEXTS = st.text("补助最高万元AI 20,。%", max_size=20)


def test_tokens_are_characters_and_latin_words() -> None:
    assert tokens("AI芯片最高2,000万元，占30%。") == [
        *("ai", "芯", "片", "最", "高", "2,000", "万", "元", "占", "30", "%"),
    ]


def test_exact_match_ignores_punctuation_and_case_but_nothing_else() -> None:
    assert exact_match(["《AI政策》，最高20万元。"], "ai政策最高20万元") == 1.0
    assert exact_match(["最高20万元"], "最高30万元") == 0.0
    assert exact_match(["甲", "乙"], "乙") == 1.0


def test_f1_takes_the_longest_common_run() -> None:
    # Runs: 补助 (2 tokens) and 万元 (2) are shared, but not adjacent: the longest has 2.
    # Precision 2/5, recall 2/5.
    assert char_f1(["补助20万元"], "补助30万元") == pytest.approx(0.4)
    # “最高20万元” is 5 tokens (最 高 20 万 元), all in a row in 8: precision 5/8, recall 1.
    assert char_f1(["最高20万元"], "补助，最高20万元整") == pytest.approx(2 * 5 / 8 / (5 / 8 + 1))


def test_f1_takes_the_best_gold_answer() -> None:
    assert char_f1(["完全不同", "最高20万元"], "最高20万元") == 1.0


def test_rouge_l_allows_gaps() -> None:
    # Characters in order: 补 助 0 万 元, 5 of 6 on both sides.
    assert rouge_l(["补助20万元"], "补助30万元") == pytest.approx(5 / 6)
    # 补 元 of 4 and of 2 characters: precision 1, recall 1/2.
    assert rouge_l(["补助万元"], "补元") == pytest.approx(2 / 3)


def test_nothing_in_common_and_nothing_given_score_zero() -> None:
    for measure in (char_f1, rouge_l):
        assert measure(["甲乙"], "丙丁") == 0.0
        assert measure(["甲乙"], "") == 0.0
        assert measure([], "甲") == 0.0


@given(TEXTS, TEXTS)
def test_measures_are_symmetric_and_within_bounds(left: str, right: str) -> None:
    for measure in (char_f1, rouge_l):
        score = measure([left], right)
        assert 0.0 <= score <= 1.0
        assert score == pytest.approx(measure([right], left))


def test_markers_are_no_part_of_the_wording() -> None:
    assert without_markers("最高20万元[1]。期限三年。 [2][3]") == "最高20万元。期限三年。"
