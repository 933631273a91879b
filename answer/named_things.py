"""Grades, loans and vouchers by their names: a rule for one is no rule for another.

“卓越级孵化器场地多大” is not answered by what holds for 标准级, nor “算力贷找谁” by another loan's
desk.
"""

from __future__ import annotations

import re

from answer.understanding import Question
from answer.understanding.same_words import in_common_words

_GRADES = "(?<![A-Z])[A-E]级|(?:卓越|标准|领航|先进|基础|引领)级"
_LOANS = "(?:算力|数易|人才|科创|成果|知识价值信用)贷"
_VOUCHERS = "(?:算力|训力|语料|模型|创新|体验|TOKEN)券"
_UNLIKE = re.compile(f"{_GRADES}|{_LOANS}", re.IGNORECASE)
_ANY = re.compile(f"{_GRADES}|{_LOANS}|{_VOUCHERS}", re.IGNORECASE)


def lacks_named_thing(question: Question, told: str) -> bool:
    """Whether the question names one of these that `told`, a statement and its headings, lacks."""
    return _lacks(_ANY, question, told)


def is_of_another_thing(question: Question, told: str) -> bool:
    """The same for grades and loans alone, each of which has rules of its own in full.

    A clause for all that a policy grants need not name the voucher that it holds for, too.
    """
    return _lacks(_UNLIKE, question, told)


def _lacks(pattern: re.Pattern[str], question: Question, told: str) -> bool:
    asked = question.standalone or question.text
    return bool(_named(pattern, asked) - _named(pattern, told))


def _named(pattern: re.Pattern[str], text: str) -> frozenset[str]:
    return frozenset(one.upper() for one in pattern.findall(in_common_words(text)))
