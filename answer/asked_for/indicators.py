"""Indicators by name: what is told of one, as of the added value, is no answer for another."""

from __future__ import annotations

import re

from answer.asked_for.rulings import leaves_unruled, rulings
from answer.asked_for.wanted import says_none
from answer.understanding import Asked, Question

# How people name an indicator, and what a clause that gives it says.
_INDICATORS = rulings(
    (
        ("产值", "产值|规模|营[业收]|收入"),
        ("占(?:GDP|地区生产总值)", "占|比重|GDP"),
        ("利润", "利润|盈利|净利"),
        ("出口额?", "出口"),
        ("市值|估值", "市值|估值"),
    )
)
_HOW_MUCH = re.compile("多少|几|百分|目标")
_OF_FIGURES = frozenset({Asked.AMOUNT, Asked.RATE, Asked.COUNT})


def lacks_indicator(question: Question, told: str) -> bool:
    """Whether it is asked how large an indicator is that `told`, with its headings, lacks."""
    text = question.in_full
    if question.asked not in _OF_FIGURES or not _HOW_MUCH.search(text):
        return False
    if says_none(question.asked, told):
        return False
    return leaves_unruled(_INDICATORS, text, told)
