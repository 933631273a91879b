"""A finding that runs over several statements, taken apart."""

from __future__ import annotations

from dataclasses import replace

from answer.evidence.lists import introduces
from answer.finding import Finding
from ingest.clauses import StatementKind, statements


def members_of(finding: Finding) -> list[Finding]:
    """The statements of a finding that runs over several lines, in order; else itself."""
    return parts_of(finding.answering_whole()) if len(finding.lines) > 1 else [finding]


def parts_of(finding: Finding) -> list[Finding]:
    """The statements that the answer of `finding` runs over, in order; itself if it is one.

    Each is quoted by itself. The answer of the first and the last one ends where the whole one's
    does; statements outside it, and headings, are left out. Behind a line that introduces a list,
    its short members are no headings.
    """
    found = []
    every = statements(finding.quote)
    is_list = bool(every) and introduces(finding.quote[: every[0].end])
    for statement in every:
        start, end = finding.start + statement.start, finding.start + statement.end
        first, last = max(start, finding.answer_start), min(end, finding.answer_end)
        if first < last and (is_list or statement.kind is not StatementKind.HEADING):
            found.append(
                replace(finding, start=start, end=end, answer_start=first, answer_end=last)
            )
    return found if len(found) > 1 else [finding]
