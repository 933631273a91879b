"""Which of several: whether a text names them, or one of two that are offered."""

from __future__ import annotations

import re
from decimal import Decimal

from answer.figures import Figure, FigureKind, parse_figures
from answer.matter import pairs_of
from answer.understanding import Question
from answer.understanding.content import FILLERS
from answer.understanding.lexicon import tokens

# Which of more than two: their names stand in a row.
_WHICH = re.compile(
    "哪些|哪[0-9几三四五六七八九十]|叫(?:什么|啥)|分别(?:是|有|指)(?:什么|啥)|都(?:是|有)(?:什么|啥)"
)
_SEVERAL = 3
_ROW = re.compile("、|[+＋:：]|\n|;|；")
_MEMBER = re.compile(
    "(?:有没有|有无|包不包括|含不含|是否(?:包括|含))(?P<thing>[^,，。;；?？]{2,12}?)(?:这一?[项条类个种]|在里面|在内)"
)
_EITHER = re.compile("([\u4e00-\u9fff]{2,4})还是([\u4e00-\u9fff]{2,4})")


def lacks_members(question: Question, told: str) -> bool:
    """Whether it is asked which three or more things there are and `told` only counts them."""
    text = question.in_full
    if question.is_english or not _WHICH.search(text):
        return False
    there = _counts(told)
    return any(one in there for one in _counts(text)) and not _ROW.search(told)


def lacks_member(question: Question, told: str) -> bool:
    """Whether a list is asked for one thing (有没有批改作业这一项) and `told` has none of it."""
    found = _MEMBER.search(question.in_full)
    if found is None or question.is_english:
        return False
    return not any(pair in told for pair in pairs_of(found["thing"]))


def lacks_either(question: Question, told: str) -> bool:
    """Whether one of two is asked for, “昇腾卡还是英伟达”, and `told` speaks of neither."""
    found = _EITHER.search(question.in_full)
    if found is None or question.is_english:
        return False
    words = {one.word for side in found.groups() for one in tokens(side)} - FILLERS
    named = [one for one in words if len(one) > 1]
    return bool(named) and not any(set(one) & set(told) for one in named)


def _counts(text: str) -> set[tuple[object, str]]:
    """How many of what the text counts, three or more: “4个方面” as “四个方面”."""
    return {(one.value, one.unit) for one in parse_figures(text) if _is_several(one)}


def _is_several(figure: Figure) -> bool:
    is_count = figure.kind is FigureKind.COUNT and isinstance(figure.value, Decimal)
    return is_count and figure.value >= _SEVERAL  # type: ignore[operator]
