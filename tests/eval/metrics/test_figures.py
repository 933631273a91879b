"""Figure accuracy, by value."""

from __future__ import annotations

import pytest

from eval.metrics.figures import figure_recall, figure_support, unsupported


@pytest.mark.parametrize("given", ["最高2000万元", "最高2千万元", "最高20,000,000元"])
def test_the_same_amount_in_other_writing_is_stated(given: str) -> None:
    assert figure_recall(["最高2000万元"], given) == 1.0


def test_the_same_rate_in_words_is_stated() -> None:
    assert figure_recall(["补助30%"], "按百分之三十补助") == 1.0


def test_recall_is_the_share_of_gold_figures_of_the_best_answer() -> None:
    assert figure_recall(["50%,最高20万元"], "最高20万元") == 0.5
    assert figure_recall(["50%,最高20万元", "20万元"], "最高20万元") == 1.0


def test_without_gold_figures_there_is_nothing_to_state() -> None:
    assert figure_recall(["可以申请"], "最高20万元") is None


def test_support_is_the_share_that_stands_in_a_cited_text() -> None:
    cited = ["按50%补助", "最高20万元"]
    assert figure_support("按50%补助,最高20万元", cited, "补多少?") == 1.0
    assert figure_support("按50%补助,最高200万元", cited, "补多少?") == 0.5
    assert figure_support("按50%补助,最高20万元", [], "补多少?") == 0.0


def test_figures_of_the_question_are_left_out() -> None:
    cited = ["按50%补助"]
    assert figure_support("80万元按50%补助", cited, "花了80万元,补多少?") == 1.0
    assert figure_support("80万元", cited, "花了80万元,补多少?") is None


def test_a_date_may_be_told_more_coarsely_but_not_more_finely() -> None:
    assert unsupported("2025年3月起施行", ["自2025年3月19日起施行"]) == []
    assert len(unsupported("2025年3月19日起施行", ["自2025年3月起施行"])) == 1


CLAUSE = ["企业使用算力服务费用按50%补助,最高20万元"]
ASKED = "算力费用花了80万元,能补多少?"
WORKED = "20万元（80万元×50%=40万元，超过上限20万元，按上限计），以审核为准"


def test_a_sum_that_holds_is_backed_by_its_rate_and_cap() -> None:
    assert figure_support(WORKED, CLAUSE, ASKED) == 1.0


def test_a_sum_that_is_wrong_is_not() -> None:
    wrong = figure_support(WORKED.replace("40万元", "45万元"), CLAUSE, ASKED)
    assert wrong is not None
    assert wrong < 1.0


def test_a_sum_on_a_rate_that_is_not_cited_is_not_backed() -> None:
    unbacked = figure_support(WORKED, ["每年设立算力服务券"], ASKED)
    assert unbacked is not None
    assert unbacked < 1.0
