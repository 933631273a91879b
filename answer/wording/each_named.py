"""Tells of every thing that a question names side by side: “中试平台和生态社区，各最高多少”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answer.finding import Finding
from answer.matter import matter, told
from answer.understanding import Question
from answer.understanding.places import without_places
from answer.wanted import holds_kind

# Another thing's figure is told if it is at least this sure.
ALSO_TOLD = 0.4
_EACH = re.compile(
    "分别|各(?=[是为给补奖能有自占]|最[高多低少]|多少|几|怎)|\\b(?:each|respectively)\\b"
)


def also_named(question: Question, best: Finding, findings: Sequence[Finding]) -> list[Finding]:
    """The surest finding on each further thing that is named and `best` does not speak of.

    Empty unless the question asks of each of several. They are of the same region as `best` and
    hold the kind of figure that is asked for.
    """
    if _EACH.search(question.text) is None:
        return []
    found: list[Finding] = []
    for word in question.content:
        wanted = matter(without_places(word, question.places))
        if not wanted or any(wanted & matter(told(one)) for one in (best, *found)):
            continue
        naming = (
            one
            for one in findings
            if one.certainty >= ALSO_TOLD
            and one.document.region == best.document.region
            and holds_kind(question.asked, one.quote)
            and wanted & matter(told(one))
        )
        found += list(naming)[:1]
    return found
