"""Answers the questions of a file, row by row."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Protocol

from chat.batch_files.csv_table import CsvTable
from chat.batch_files.excel_table import ExcelTable
from chat.batch_files.limits import (
    DEFAULT_LIMITS,
    BatchFileError,
    Limits,
    check_rows,
    check_size,
)
from chat.batch_files.outcome import FAILED, TOO_LONG, columns_of
from records import Answer, Message

logger = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
"""Hears how many questions are answered, of how many."""


class BatchCancelled(RuntimeError):
    """Somebody stopped the batch; what was answered so far is in the journal."""


class Table(Protocol):
    """A file with questions in its rows."""

    def questions(self) -> dict[int, str]:
        """The questions by the number of their row."""
        ...

    def answered(self, columns: Mapping[int, Sequence[str]]) -> bytes:
        """The file with columns added, by the number of the row."""
        ...

    def masked(self, columns: Mapping[int, Sequence[str]]) -> bytes:
        """The same without personal data, as far as it is a table; see `chat.masking`."""
        ...


@dataclass(frozen=True, slots=True)
class AnsweredFile:
    """The file with its answers, and what may be stored of it."""

    file: bytes
    masked: bytes


def answer_file(
    name: str,
    data: bytes,
    ask: Callable[[str], Answer],
    *,
    limits: Limits = DEFAULT_LIMITS,
    progress: Progress = lambda _done, _of: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> AnsweredFile:
    """The file of that name with answer, citations, validity and confidence in added columns.

    Type, columns and order stay as they were. A question that fails, or is too long, is told in
    its row and does not end the batch. Raises BatchFileError for a file that cannot be taken,
    before anything is asked, and BatchCancelled between two questions.
    """
    check_size(data, limits)
    table = _table(name, data, limits)
    questions = table.questions()
    check_rows(len(questions), limits)
    columns: dict[int, Sequence[str]] = {}
    progress(0, len(questions))
    for done, (row, question) in enumerate(questions.items(), 1):
        if is_cancelled():
            raise BatchCancelled(f"已停止，完成 {done - 1}/{len(questions)} (stopped)")
        columns[row] = _columns(question, ask, limits)
        progress(done, len(questions))
    return AnsweredFile(table.answered(columns), table.masked(columns))


def _columns(question: str, ask: Callable[[str], Answer], limits: Limits) -> Sequence[str]:
    if len(question) > limits.question_characters:
        return (TOO_LONG.format(limit=limits.question_characters), "", "", "")
    try:
        return columns_of(ask(question))
    except Exception:  # the outermost edge: one row must not cost the others, the log has the cause
        logger.exception("no answer to a question of %d characters in a batch", len(question))
        return (FAILED, "", "", "")


def _table(name: str, data: bytes, limits: Limits) -> Table:
    suffix = PurePath(name).suffix.lower()
    if suffix == ".csv":
        return CsvTable(data)
    if suffix == ".xlsx":
        return ExcelTable(name, data, limits)
    raise BatchFileError(
        Message(
            f"{name}：只接受 .csv 和 .xlsx 文件；.xls 请另存为 .xlsx",
            f"{name}: only .csv and .xlsx files are taken; save an .xls file as .xlsx",
        )
    )
