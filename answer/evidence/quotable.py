"""What can be quoted of a passage: its statements, short lists as one."""

from __future__ import annotations

from collections.abc import Sequence

from answer.asked_for.wanted import FIGURES
from answer.figures import parse_figures
from answer.understanding import Asked
from ingest.clauses import Statement, StatementKind

# A member of a list that grants nothing itself (“责任单位市数据局”) is quoted with the one before,
# up to this many characters.
SHORT_LIST = 120


def quotable(text: str, found: Sequence[Statement]) -> list[tuple[int, int]]:
    """The parts [start, end) of `text` that can be quoted, in order, without headings.

    `found` are its statements.
    """
    groups: list[list[Statement]] = []
    for statement in found:
        if statement.kind is StatementKind.HEADING:
            continue
        if groups and _belongs(text, groups[-1], statement):
            groups[-1].append(statement)
        else:
            groups.append([statement])
    return [(group[0].start, group[-1].end) for group in groups]


def _belongs(text: str, group: Sequence[Statement], statement: Statement) -> bool:
    between = text[group[-1].end : statement.start]
    return (
        group[0].kind is statement.kind is StatementKind.MEMBER
        and between.strip() in (";", "；")
        and "\n" not in between
        and statement.end - group[0].start <= SHORT_LIST
        and not any(
            figure.kind in FIGURES[Asked.AMOUNT]
            for figure in parse_figures(text[statement.start : statement.end])
        )
    )
