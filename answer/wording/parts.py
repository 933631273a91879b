"""A finding that runs over several statements, taken apart."""

from __future__ import annotations

from dataclasses import replace

from answer.finding import Finding
from ingest.clauses import StatementKind, statements


def parts_of(finding: Finding) -> list[Finding]:
    """The statements that the answer of `finding` runs over, in order; itself if it is one.

    Each is quoted by itself. The answer of the first and the last one ends where the whole one's
    does; statements outside it, and headings, are left out.
    """
    found = []
    for statement in statements(finding.quote):
        start, end = finding.start + statement.start, finding.start + statement.end
        first, last = max(start, finding.answer_start), min(end, finding.answer_end)
        if first < last and statement.kind is not StatementKind.HEADING:
            found.append(
                replace(finding, start=start, end=end, answer_start=first, answer_end=last)
            )
    return found if len(found) > 1 else [finding]
