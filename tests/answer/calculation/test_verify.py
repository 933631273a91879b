"""A worked line that does not follow never passes."""

from __future__ import annotations

import re

import pytest

from answer.calculation import equations, worked_faults

QUOTE = "企业使用算力服务费用按50%补助,单个企业每年最高20万元。"
BOUND = "按不超过模型采购费用50%补助,最高100万元。"
CAPPED = "20万元（80万元×50%=40万元，超过每年上限20万元，按上限计），以审核为准"
WITHIN = "15万元（30万元×50%=15万元，未超过每年上限20万元），以审核为准"
UP_TO = "最多75万元（150万元×50%=75万元，比例最高50%，未超过上限100万元），以审核为准"
APART = "上限相差30万元（50万元−20万元=30万元），武昌区较高；两者适用条件不同"
ASKED = {
    CAPPED: "一年算力花了80万，能补多少",
    WITHIN: "一年算力花了30万，能补多少",
    UP_TO: "买模型API花了150万，能补多少",
    APART: "武昌和硚口的上限差多少",
}
QUOTES = {
    CAPPED: [QUOTE],
    WITHIN: [QUOTE],
    UP_TO: [BOUND],
    APART: ["单个企业每年最高50万元。", "最高20万元。"],
}


@pytest.mark.parametrize("line", [CAPPED, WITHIN, UP_TO, APART])
def test_a_sound_line_passes(line: str) -> None:
    assert equations(line)
    assert worked_faults(line, QUOTES[line], ASKED[line]) == []


@pytest.mark.parametrize(
    ("line", "place"),
    [(line, match.start()) for line in QUOTES for match in re.finditer("[0-9]", line)],
)
def test_every_digit_counts(line: str, place: int) -> None:
    for digit in "0123456789":
        changed = line[:place] + digit + line[place + 1 :]
        if digit != line[place]:
            assert worked_faults(changed, QUOTES[line], ASKED[line]), changed


@pytest.mark.parametrize("line", [CAPPED, WITHIN, UP_TO, APART])
def test_every_digit_of_the_quotes_counts(line: str) -> None:
    for number, quote in enumerate(QUOTES[line]):
        for match in re.finditer("[0-9]", quote):
            digit = str((int(match.group()) + 1) % 10)
            changed = quote[: match.start()] + digit + quote[match.end() :]
            quotes = [*QUOTES[line][:number], changed, *QUOTES[line][number + 1 :]]
            assert worked_faults(line, quotes, ASKED[line]), changed


@pytest.mark.parametrize(
    ("line", "old", "new"),
    [
        (CAPPED, "20万元（", "40万元（"),
        (CAPPED, "超过每年上限20万元，按上限计", "未超过每年上限20万元"),
        (CAPPED, "超过每年上限20万元，按上限计", "所引文句没有写明上限"),
        (CAPPED, "每年上限", "累计上限"),
        (CAPPED, "每年上限", "每月上限"),
        (CAPPED, "40万元", "40亿元"),
        (CAPPED, "50%", "50‰"),
        (WITHIN, "未超过每年上限20万元", "超过每年上限20万元，按上限计"),
        (WITHIN, "15万元（", "最多15万元（"),
        (WITHIN, "15万元（", "20万元（"),
        (WITHIN, "15万元（", "（"),
        (UP_TO, "最多75", "75"),
        (UP_TO, "比例最高", "比例为"),
        (UP_TO, "最多75", "至少75"),
        (APART, "=30万元", "=30万人"),
        (APART, "−", "×"),
    ],
)
def test_a_changed_word_is_caught(line: str, old: str, new: str) -> None:
    assert old in line
    assert worked_faults(line.replace(old, new, 1), QUOTES[line], ASKED[line])


def test_the_question_must_state_what_is_reckoned_with() -> None:
    assert worked_faults(WITHIN, [QUOTE], "一年算力花了31万，能补多少")
    assert worked_faults(WITHIN, [QUOTE], "算力券怎么补")


def test_the_cited_quote_must_hold_rate_and_cap() -> None:
    assert worked_faults(WITHIN, ["企业使用算力服务费用按50%补助。"], ASKED[WITHIN])
    assert worked_faults(WITHIN, ["每年最高20万元。"], ASKED[WITHIN])
    assert worked_faults(CAPPED, [QUOTE.replace("最高", "")], ASKED[CAPPED])
