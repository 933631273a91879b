"""Targets of a year: what is to be reached by another is no answer for the one asked about."""

from __future__ import annotations

import re

from answer.finding import Finding
from answer.understanding import Question

# “到2027年”, “2025年底”: by when something is to be reached.
# Until when something holds (“有效期到2027年”, “从3月到2027年”) is none.
_TARGET = re.compile(
    "(?<![期效日月年长行施续])到((?:19|20)[0-9]{2})年|((?:19|20)[0-9]{2})年(?:底|末)"
)
# “网上申报时间为3月25日至4月14日(2026年度)”
_CALL = re.compile("((?:19|20)[0-9]{2})年度[)）]")
_OF_TARGETS = re.compile("目标|规模|达到|要到|年底|年末")
# As sure as this a target of the year asked about is the answer.
SURE = 0.5


def of_named_year(question: Question, findings: list[Finding]) -> list[Finding]:
    """The findings without targets of other years, where one of a year asked about is found."""
    asked = frozenset(question.years)
    if not any(one.certainty >= SURE and _years(one.quote) & asked for one in findings):
        return findings
    return [one for one in findings if not (told := _years(one.quote)) or told & asked]


def is_of_another_year(question: Question, quote: str) -> bool:
    """Whether `quote` tells a target or a call, and none of a year that the question names."""
    calls = frozenset(int(year) for year in _CALL.findall(quote))
    if question.years and calls and calls.isdisjoint(question.years):
        return True
    if _OF_TARGETS.search(question.standalone or question.text) is None:
        return False
    asked, told = frozenset(question.years), _years(quote)
    return bool(asked and told) and not told & asked


def _years(quote: str) -> frozenset[int]:
    return frozenset(int(year) for pair in _TARGET.findall(quote) for year in pair if year)
