"""Lines that repeat a passage but for a few characters."""

from __future__ import annotations

import pytest

from answer.checks.misquoted import misquoted

PASSAGE = "个人贷款最长不超过3年,到期符合条件可申请无还本续贷。"


@pytest.mark.parametrize(
    "line",
    [
        PASSAGE,
        PASSAGE.rstrip("。"),
        "-" + PASSAGE,
        "到期符合条件可申请无还本续贷",
        "〔征求意见稿〕" + PASSAGE,
        "汉阳区：" + PASSAGE,
        PASSAGE.rstrip("。") + "（该文件已过期）",
        "贷款三年到期后可以再贷",
        "",
    ],
)
def test_what_repeats_it_or_is_no_repetition(line: str) -> None:
    assert misquoted(line, [PASSAGE]) == []


def test_the_label_of_a_draft_is_no_word_of_the_passage() -> None:
    passage = "市数据局起草征求意见稿,意见反馈截止2025年4月18日"
    assert misquoted("〔征求意见稿〕意见反馈截止2025年4月18日", [passage]) == []
    assert misquoted("〔征求意见稿〕意见反馈截止2025年5月18日", [passage]) != []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("可申请", "不可申请"),
        ("续贷", "不续贷"),
        ("不超过", "超过"),
        ("个人", "企业"),
        ("无还本", "有还本"),
        ("到期", "年末"),
    ],
)
def test_what_differs_by_a_word(old: str, new: str) -> None:
    assert misquoted(PASSAGE.replace(old, new), [PASSAGE])


def test_words_of_another_passage_are_none() -> None:
    other = PASSAGE.replace("个人", "企业")
    assert misquoted(other, [PASSAGE, other]) == []
