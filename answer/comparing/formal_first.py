"""Puts the policy before a report on its amounts."""

from __future__ import annotations

from collections.abc import Sequence

from answer.comparing.conflicts import agrees, differs, part_on
from answer.finding import Finding, led_by
from answer.standing.rank import Rank, rank_of
from answer.understanding import Question
from records import Validity

# That it names the matter and gives a value of the same kind ties a clause to the report, however
# little the reader makes of its words; below this it speaks of something else all the same.
LEAST_CERTAINTY = 0.1


def formal_first(question: Question, findings: Sequence[Finding]) -> list[Finding]:
    """The findings with the policy before a leading report on the same amounts.

    However well the report reads as an answer, the policy's figure is the one that holds, whether
    the report words it otherwise or alike. It is then as sure as the report was.
    """
    if not findings or rank_of(findings[0].document) is not Rank.NEWS:
        return list(findings)
    report = findings[0]
    for other in findings[1:]:
        if rank_of(other.document) >= Rank.EXPLANATION or other.validity is Validity.EXPIRED:
            continue
        part = part_on(other, report)
        told = differs(question, other, part) or agrees(question, other, part)
        if other.certainty >= LEAST_CERTAINTY and told:
            return led_by(other, findings)
    return list(findings)
