"""Finds the header row of a table, and the column with the questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from answer.batch import QUESTION_COLUMNS
from chat.batch_files.limits import BatchFileError
from records import Message

# A title, a date and remarks may stand above the header; no more than that.
SEARCHED_ROWS = 20


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header is: `row` and `column` of the questions count from 0."""

    row: int
    column: int


def find_header(rows: Sequence[Sequence[str]], *, empty: Message) -> Header:
    """The first row with a cell that names questions.

    Raises BatchFileError, naming what is there, or saying that the table is `empty`.

    Such a cell reads “问题”, “提问” or “question”, or holds one of them (“市民问题描述”) where no
    cell reads just so.
    """
    names = [name.lower() for name in QUESTION_COLUMNS]
    searched = [[cell.strip().lower() for cell in row] for row in rows[:SEARCHED_ROWS]]
    for exact in (True, False):
        for at, row in enumerate(searched):
            for column, cell in enumerate(row):
                held = any(name in cell for name in names) and len(cell) <= 20 and len(row) > 1
                if cell in names or (not exact and held):
                    return Header(at, column)
    filled = ([cell.strip() for cell in row if cell.strip()] for row in rows)
    first = next((row for row in filled if row), None)
    if first is None:
        raise BatchFileError(empty)
    raise BatchFileError(
        Message(
            f"没有找到“问题”列（前 {SEARCHED_ROWS} 行里要有一格写"
            f"“{'”或“'.join(QUESTION_COLUMNS)}”），第一行是：{'、'.join(first)[:200]}",
            f"There is no column of questions: one of the first {SEARCHED_ROWS} rows must have a "
            f"cell that reads “{'” or “'.join(QUESTION_COLUMNS)}”. The first row reads: "
            f"{', '.join(first)[:200]}",
        )
    )
