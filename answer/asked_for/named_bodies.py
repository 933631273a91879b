"""Offices by their names: the telephone number of one is no answer for another."""

from __future__ import annotations

import re

from answer.finding import Finding
from answer.understanding import Asked, Question
from answer.understanding.offices import same_office

_BODY = re.compile("[\u4e00-\u9fff]{2,10}?(?:局|委|厅|办公室)(?![限部托长员])")
# What stands before the name itself: “请问汉阳区招才局” names 招才局.
_BEFORE = re.compile("^(?:.*[区市省县的由向找问打])?[和与及]?(?=..)")
# “哪个局”, “相关局”; 布局 is no office.
_NO_NAME = re.compile("[哪什么啥]|相关|有关|主管|[布格结]局$")


def lacks_named_body(question: Question, words: str) -> bool:
    """Whether a telephone number of an office is asked for that `words` do not name.

    Short names are known by their characters: 科创局 is 科技创新局.
    """
    if Asked.PHONE not in question.kinds:
        return False
    asked = _bodies(question.in_full)
    told = _bodies(words)
    return bool(asked) and not any(same_office(one, other) for one in asked for other in told)


def of_named_body(question: Question, findings: list[Finding]) -> list[Finding]:
    """The findings that name the office asked for; all of them if none does."""
    named = [one for one in findings if not lacks_named_body(question, one.quote)]
    return named or findings


def _bodies(text: str) -> list[str]:
    names = (_BEFORE.sub("", match.group()) for match in _BODY.finditer(text))
    return [one for one in names if not _NO_NAME.search(one)]
