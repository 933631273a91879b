"""Which parts of a passage may answer."""

from __future__ import annotations

from typing import cast

import pytest

from answer.evidence.candidates import candidates
from answer.understanding import Asked
from index.reader import Reading, Span

LINES = "- 使用设施的不超过50%。\n- 单家每年不超过800万元。"
CLAUSES = "博士免3年房租；硕士免2年,第3年按70%。"


class Marked:
    """Marks one span in a text, another where only a part of it is looked at."""

    def __init__(self, text: str, whole: str, within: str) -> None:
        self.spans = [
            Span(text.index(words), text.index(words) + len(words), 1.0)
            for words in (whole, within)
        ]

    def best(self, begin: int = 0, end: int | None = None) -> Span:
        return self.spans[end is not None]


@pytest.mark.parametrize(
    ("text", "whole", "within", "is_joined"),
    [
        (LINES, "50%。\n- 单家每年不超过800万元", "50%。\n- 单家每年不超过800万元", True),
        (LINES, "50%。\n- 单家每年不超过800万元", "单家每年不超过800万元", False),
        (CLAUSES, "免3年房租；硕士免2年", "硕士免2年", True),
    ],
)
def test_lines_are_told_together_only_where_the_words_run_over_them_in_either_view(
    text: str, whole: str, within: str, is_joined: bool
) -> None:
    found = candidates(Asked.AMOUNT, text, cast(Reading, Marked(text, whole, within)))
    told = [text[start:end] for start, end, _ in found]
    assert any(whole in words for words in told) is is_joined
    assert any(within in words for words in told)
