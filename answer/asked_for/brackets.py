"""Rules for sums up to a limit: what holds up to it is no rule for what lies above."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from answer.figures import FigureKind, Modality, parse_figures
from answer.finding import Finding
from answer.understanding import Question

# “累计50万元(含)以下的”; of “20万元以下的补贴” it is the grant that is limited.
_LIMITED = re.compile("(?:[(（]含[)）])?及?以下(?!的?[^,，。;；的]{0,2}[补奖贴资贷])")
# A statement that goes on to what lies above rules on both.
_ABOVE = re.compile("以上|(?<!不)超过|高于")
_MORE = frozenset({Modality.MORE_THAN, Modality.AT_LEAST})


def is_for_less(question: Question, quote: str) -> bool:
    """Whether the asker's sum lies above the limit up to which alone `quote` holds.

    “那超过50万的呢” is not told by what is for “50万元以下”. Only the very limit is compared:
    another sum of the asker's may be of something else than the one that is limited.
    """
    return _holds_below(_sums_exceeded(question), quote)


def of_own_bracket(question: Question, findings: list[Finding]) -> list[Finding]:
    """The findings without those for smaller sums than the asker's; all if no other is left."""
    exceeded = _sums_exceeded(question)
    return [one for one in findings if not _holds_below(exceeded, one.quote)] or findings


def _sums_exceeded(question: Question) -> set[Decimal]:
    """The sums that what the asker has is more than."""
    return {
        one.value
        for one in parse_figures(question.in_full)
        if one.kind is FigureKind.AMOUNT and one.modality in _MORE
        if isinstance(one.value, Decimal)
    }


def _holds_below(sums: set[Decimal], quote: str) -> bool:
    """Whether one of the sums is a limit up to which alone `quote` holds."""
    return bool(sums) and not _ABOVE.search(quote) and not sums.isdisjoint(_limits(quote))


def _limits(quote: str) -> Iterator[Decimal]:
    for one in parse_figures(quote):
        limited = one.kind is FigureKind.AMOUNT and _LIMITED.match(quote, one.end)
        if limited and isinstance(one.value, Decimal):
            yield one.value
