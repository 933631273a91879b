"""Puts the policy before a report that words its amounts otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from answer.authority import Rank, rank_of
from answer.conflicts import LEAST_CERTAINTY, differs, part_on
from answer.finding import Finding
from answer.understanding import Question
from records import Validity


def formal_first(question: Question, findings: Sequence[Finding]) -> list[Finding]:
    """The findings with the policy before a leading report that words its amounts otherwise.

    However well the report reads as an answer, the policy's figure is the one that holds. It is
    then as sure as the report was.
    """
    if not findings or rank_of(findings[0].document) is not Rank.NEWS:
        return list(findings)
    report = findings[0]
    for other in findings[1:]:
        if rank_of(other.document) >= Rank.EXPLANATION or other.validity is Validity.EXPIRED:
            continue
        if other.certainty >= LEAST_CERTAINTY and differs(question, other, part_on(other, report)):
            rest = [one for one in findings if one is not other]
            return [replace(other, certainty=report.certainty), *rest]
    return list(findings)
