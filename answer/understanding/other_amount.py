"""A follow-up that only puts another amount in the place of one before."""

from __future__ import annotations

import re

from answer.figures import FigureKind
from answer.understanding.stated import given_amounts

_AMOUNT = re.compile("[0-9.]+(?:万|亿|[千百]万|千)元?")
# What may stand around an amount that takes the place of another.
_ONLY_AMOUNT = re.compile(
    "(?:要是|如果|假如|换成|改成|变成|我们?|花了?|投入?了?|是|有|租|买|用了?|只|就|才|的话|的|呢|"
    "[,，、 ])*"
)


def with_amount(bare: str, before: str) -> str:
    """“30万呢”, “要是投了200万”: the question before with this amount; empty if it is not that."""
    new = _AMOUNT.search(bare)
    had = [one for one in given_amounts(before) if one.kind is FigureKind.AMOUNT]
    if new is None or len(had) != 1:
        return ""
    if not _ONLY_AMOUNT.fullmatch(bare[: new.start()] + bare[new.end() :]):
        return ""
    return before[: had[0].start] + new.group() + before[had[0].end :]
