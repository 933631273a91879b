"""Reads the questions of a batch from JSON lines, CSV or Excel."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zipfile import BadZipFile

QUESTION_COLUMNS = ("question", "问题", "提问")
ID_COLUMNS = ("id", "编号", "序号")
TODAY_COLUMNS = ("today", "日期")


class BatchError(ValueError):
    """A batch file that cannot be read as questions."""


@dataclass(frozen=True, slots=True)
class BatchQuestion:
    """One question of a batch; `id` is None where the file gives none.

    `history` holds the turns before it (question, answer, …), `today` the day that validity is
    judged by; both can be given in a .jsonl file, a date also in a table.
    """

    id: str | None
    question: str
    history: tuple[str, ...] = ()
    today: date | None = None


def read_batch(path: Path) -> list[BatchQuestion]:
    """The questions of the file, in order. Raises BatchError naming the row and what is missing."""
    readers = {".jsonl": _jsonl_rows, ".csv": _csv_rows, ".xlsx": _excel_rows}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise BatchError(
            f"{path}: 只接受 {'、'.join(readers)} 文件 (expected one of these formats)"
        )
    if not path.is_file():
        raise BatchError(f"{path}: 没有这个文件 (no such file)")
    questions = [_question(path, number, row) for number, row in reader(path)]
    if not questions:
        raise BatchError(f"{path}: 没有问题 (the file has no questions)")
    return questions


def _question(path: Path, number: int, row: dict[str, object]) -> BatchQuestion:
    question = _value(row, QUESTION_COLUMNS)
    if not question:
        raise BatchError(
            f"{path} 第 {number} 行: 缺少“问题”(question)列或内容为空，现有列：{'、'.join(row)} "
            f"(row {number} has no question)"
        )
    return BatchQuestion(
        _value(row, ID_COLUMNS) or None,
        question,
        _history(path, number, row.get("history")),
        _day(path, number, _value(row, TODAY_COLUMNS)),
    )


def _history(path: Path, number: int, given: object) -> tuple[str, ...]:
    if given is None or given == "":
        return ()
    if not isinstance(given, list) or not all(isinstance(turn, str) for turn in given):
        raise BatchError(
            f"{path} 第 {number} 行: “history”应为字符串列表，实为 {given!r} "
            f"(row {number}: history must be a list of texts)"
        )
    return tuple(given)


def _day(path: Path, number: int, given: str) -> date | None:
    if not given:
        return None
    try:
        # A date cell of a spreadsheet comes with a time of day.
        return date.fromisoformat(given.split(" ")[0].split("T")[0])
    except ValueError as error:
        raise BatchError(
            f"{path} 第 {number} 行: 日期应写作 YYYY-MM-DD，实为 {given!r} "
            f"(row {number}: not a date)"
        ) from error


def _value(row: dict[str, object], columns: tuple[str, ...]) -> str:
    for column in columns:
        if row.get(column) is not None:
            return str(row[column]).strip()
    return ""


def _jsonl_rows(path: Path) -> Iterator[tuple[int, dict[str, object]]]:
    from ingest.encoding import decode

    for number, line in enumerate(decode(path.read_bytes()).splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise BatchError(f"{path} 第 {number} 行: 不是 JSON:{error} (not JSON)") from error
        if not isinstance(row, dict):
            raise BatchError(
                f"{path} 第 {number} 行: 应为 {{…}}，实为 {line[:40]!r} (not an object)"
            )
        yield number, row


def _csv_rows(path: Path) -> Iterator[tuple[int, dict[str, object]]]:
    from ingest.encoding import decode

    rows = csv.reader(io.StringIO(decode(path.read_bytes()), newline=""))
    header = next(rows, [])
    # Blank lines are counted as a spreadsheet counts them.
    for number, cells in enumerate(rows, 2):
        if cells:
            yield number, dict(zip(header, cells, strict=False))


def _excel_rows(path: Path) -> Iterator[tuple[int, dict[str, object]]]:
    from openpyxl import load_workbook

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (BadZipFile, KeyError, ValueError) as error:
        raise BatchError(f"{path}: 不是可以打开的 Excel 文件:{error} (not a workbook)") from error
    with closing(book):
        rows = book.worksheets[0].iter_rows(values_only=True)
        header = [str(cell or "").strip() for cell in next(rows, ())]
        for number, cells in enumerate(rows, 2):
            if any(cell is not None for cell in cells):
                yield number, dict(zip(header, cells, strict=False))
