"""Lists with the line that introduces them: “需提交如下材料:” answers nothing by itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.clauses import Statement, StatementKind
from ingest.clauses.numerals import number

# A longer list is not told whole.
LONGEST_LIST = 1200
_INTRODUCES = re.compile("(?<![0-9])[:：]\\s*$")
_MARK = re.compile(
    "[(（]?(?P<number>[0-9]{1,2}|[一二三四五六七八九十]{1,3})[)）]?[.、]?(?P<verb>[是要]?)|[-*•●·○■]"
)


@dataclass(frozen=True, slots=True)
class IntroducedList:
    """`text[start:end]` is the introducing line with its members, each [start, end), in order."""

    start: int
    members: tuple[tuple[int, int], ...]

    @property
    def end(self) -> int:
        """Where the last member ends."""
        return self.members[-1][1]


@dataclass(frozen=True, slots=True)
class _Mark:
    style: str
    number: int | None


def introduces(words: str) -> bool:
    """Whether the words end where what they speak of begins."""
    return bool(_INTRODUCES.search(words))


def introduced_lists(text: str, found: Sequence[Statement]) -> list[IntroducedList]:
    """The lists of `text` whose end is plain, each with the line before it.

    `found` are the statements of `text`.
    """
    lists = []
    for at, statement in enumerate(found):
        if statement.kind is StatementKind.HEADING:
            continue
        if introduces(text[statement.start : statement.end]):
            before = text[found[at - 1].end if at else 0 : statement.start]
            members = _members(text, statement.end, found[at + 1 :], _mark(before))
            if len(members) > 1:
                lists.append(IntroducedList(statement.start, tuple(members)))
    return lists


def _members(
    text: str, begin: int, following: Sequence[Statement], own: _Mark | None
) -> list[tuple[int, int]]:
    """The members of the list behind `begin`; none where it cannot be told where it ends.

    Marks count upwards; one of a deeper style belongs to the member before if that introduces it.
    What stands behind a member on its line is part of it.
    """
    open_marks: list[_Mark] = []
    members: list[tuple[int, int]] = []
    last = begin
    for statement in following:
        between = text[last : statement.start]
        mark = _mark(between)
        if mark is None:
            if not members or between.strip("。 \n") or statement.kind is StatementKind.HEADING:
                break
            # A short member reads as a heading, which its full stop is no part of.
            if between in ("", "。"):
                members[-1] = (members[-1][0], statement.end)
        elif not _goes_on(mark, own, open_marks, text[begin:last]):
            break
        elif len(open_marks) == 1:
            members.append((statement.start, statement.end))
        else:
            members[-1] = (members[-1][0], statement.end)
        last = statement.end
    too_long = bool(members) and members[-1][1] - begin > LONGEST_LIST
    return [] if too_long or (members and introduces(text[begin : members[-1][1]])) else members


def _goes_on(mark: _Mark, own: _Mark | None, open_marks: list[_Mark], before: str) -> bool:
    """Whether a member with `mark` belongs to the list; `open_marks`, outermost first, follow."""
    if own and mark.style == own.style:
        return False
    styles = [one.style for one in open_marks]
    if mark.style not in styles:
        if mark.number not in (None, 1) or (open_marks and not introduces(before)):
            return False
        open_marks.append(mark)
        return True
    at = styles.index(mark.style)
    previous = open_marks[at].number
    if mark.number is not None and previous is not None and mark.number != previous + 1:
        return False
    open_marks[at:] = [mark]
    return True


def _mark(between: str) -> _Mark | None:
    """The mark that `between`, what stands in front of a member, is; None for other characters.

    “（三）” and “(1)” are of the styles “(一)” and “(0)”, “②” and “2、” both of “0.”.
    """
    plain = unicodedata.normalize("NFKC", between).strip(" \n\t;。")
    match = _MARK.fullmatch(plain)
    if match is None:
        return None
    if (digits := match["number"]) is None:
        return _Mark("-", None)
    kind = "0" if digits.isdecimal() else "一"
    style = "()" if plain.startswith("(") or plain.endswith(")") else match["verb"] or "."
    return _Mark(kind + style, number(digits))
