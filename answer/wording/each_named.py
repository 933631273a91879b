"""Tells of every thing that a question names side by side: “中试平台和生态社区，各最高多少”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answer.authority import Rank, rank_of
from answer.finding import Finding
from answer.matter import matter
from answer.understanding import Question
from answer.understanding.places import without_places
from answer.wanted import holds_kind

# Another thing's figure is told if it is at least this sure.
ALSO_TOLD = 0.4
# The share of a thing's pairs of characters that name it: 中试服务平台 is a 中试平台.
NAMED = 0.6
_EACH = re.compile(
    "分别|各(?=[是为给补奖能有自占]|最[高多低少]|多少|几|怎)|\\b(?:each|respectively)\\b"
)


def also_named(question: Question, best: Finding, findings: Sequence[Finding]) -> list[Finding]:
    """The surest finding on each further thing that is named and `best` does not speak of.

    Empty unless the question asks of each of several. They are of the same region as `best` and
    hold the kind of figure that is asked for; reports are left out.
    """
    if _EACH.search(question.text) is None:
        return []
    found: list[Finding] = []
    for word in question.content:
        wanted = matter(without_places(word, question.places))
        if not wanted or any(_names(one, wanted) for one in (best, *found)):
            continue
        naming = (
            one
            for one in findings
            if one.certainty >= ALSO_TOLD
            and one.document.region == best.document.region
            and holds_kind(question.asked, one.quote)
            and rank_of(one.document) < Rank.NEWS
            and len(one.lines) == 1
            and _names(one, wanted)
        )
        found += list(naming)[:1]
    return found


def _names(finding: Finding, wanted: frozenset[str]) -> bool:
    """Whether the statement or its headings name the thing: 数据集 is no 数据产品."""
    return len(wanted & matter(f"{finding.clause} {finding.quote}")) >= NAMED * len(wanted)
