"""Where statements can be cut."""

from __future__ import annotations

import pytest

from answer.wording.borders import clause_around, is_balanced, member_around

TEXT = "甲(一,二)有1,000人、乙“三、四”,丙17:30前。丁"


@pytest.mark.parametrize(
    ("inside", "clause", "member"),
    [
        ("甲", "甲(一,二)有1,000人、乙“三、四”", "甲(一,二)有1,000人"),
        ("000", "甲(一,二)有1,000人、乙“三、四”", "甲(一,二)有1,000人"),
        ("四", "甲(一,二)有1,000人、乙“三、四”", "乙“三、四”"),
        ("30", "丙17:30前", "丙17:30前"),
        ("丁", "丁", "丁"),
        ("乙“三、四”,丙", "甲(一,二)有1,000人、乙“三、四”,丙17:30前", "乙“三、四”,丙17:30前"),
    ],
)
def test_around(inside: str, clause: str, member: str) -> None:
    start = TEXT.index(inside)
    end = start + len(inside)
    assert TEXT[slice(*clause_around(TEXT, start, end))] == clause
    assert TEXT[slice(*member_around(TEXT, start, end))] == member


@pytest.mark.parametrize(
    ("text", "balanced"), [("“甲”(乙)", True), ("甲”", False), ("“甲", False), ("(甲”)“", False)]
)
def test_balance(text: str, balanced: bool) -> None:
    assert is_balanced(text) is balanced
