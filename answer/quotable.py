"""What can be quoted of a passage: statements, short lists, and lists with what introduces them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answer.figures import parse_figures
from answer.understanding import Asked
from answer.wanted import FIGURES
from ingest.clauses import Statement, StatementKind, statements

# A member of a list that grants nothing itself (“责任单位市数据局”) is quoted with the one before,
# up to this many characters.
SHORT_LIST = 120
# A list is quoted with the line that introduces it up to this many characters.
LONGEST_LIST = 1200
_INTRODUCES = re.compile("(?<![0-9])[:：]\\s*$")
_NEW_LINE = re.compile("[\n\u3000]")


def quotable(text: str) -> list[tuple[int, int]]:
    """The parts [start, end) of `text` that can be quoted, in order, without headings.

    “需提交如下材料:” answers nothing by itself: it is one part with the list behind it, whose
    members are parts too.
    """
    found = statements(text)
    parts = []
    for start, end in _grouped(text, found):
        if introduces(text[start:end]):
            end = _end_of_list(text, end, [one for one in found if one.start >= end])
        parts.append((start, end))
    return parts


def introduces(words: str) -> bool:
    """Whether the words end where what they speak of begins."""
    return bool(_INTRODUCES.search(words))


def _grouped(text: str, found: Sequence[Statement]) -> list[tuple[int, int]]:
    """The statements but headings, members that belong together as one."""
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


def _end_of_list(text: str, begin: int, following: Sequence[Statement]) -> int:
    """Where the list behind `begin` ends; `begin` if none stands there.

    Its members bear marks of one style; what stands behind one on its line is part of it. Short
    members may read as headings. The list ends where it grows too long.
    """
    style, last = "", begin
    for statement in following:
        between = text[last : statement.start]
        mark = _style(between)
        goes_on = mark == style if mark else bool(style) and not _NEW_LINE.search(between)
        if (style and not goes_on) or not mark + style or statement.end - begin > LONGEST_LIST:
            break
        style, last = style or mark, statement.end
    return last


def _style(between: str) -> str:
    """What marks a member of a list, whatever its number: “0.” for “2.”, “（一）” for “（三）”."""
    mark = between.strip(" \n\t\u3000;；。")
    return re.sub("[一二三四五六七八九十]+", "一", re.sub("[0-9]+", "0", mark))
