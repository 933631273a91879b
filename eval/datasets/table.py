"""A list that staff keep in CSV or Excel: question, answer and source, one row each."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from eval.datasets.errors import DatasetError
from eval.datasets.row import Row
from eval.question import Dataset, Evidence, Question

COLUMNS = {
    "question": ("question", "问题", "提问", "咨询问题"),
    "answer": ("answer", "answers", "答案", "参考答案", "标准答案", "回答"),
    "source": ("source", "document", "document_id", "来源", "出处", "文件", "依据", "文号"),
    "quote": ("quote", "原文", "引文"),
    "type": ("type", "类型", "类别"),
    "id": ("id", "编号", "序号"),
    "today": ("today", "日期"),
}
REQUIRED = ("question", "answer", "source")
# Several right answers or several sources in one cell.
BETWEEN = re.compile(r"\s*[|｜\n]\s*")


def read_table(path: Path) -> Dataset:
    """Questions of a list. An empty answer means that the documents hold none.

    `source` is a document's id, title or number; the run looks it up in the storage in use.
    Raises DatasetError when a column is missing or a cell does not hold what it should.
    """
    rows = _excel_rows(path) if path.suffix.lower() == ".xlsx" else _csv_rows(path)
    header_number, header = next(rows, (1, []))
    columns = _columns(path, header_number, header)
    questions = [
        _question(row, number)
        for number, cells in rows
        if any(cell.strip() for cell in cells)
        for row in [Row(path, f"row {number}", _named(columns, cells))]
    ]
    if not questions:
        raise DatasetError(path, "row 2", "question", "at least one question", "an empty list")
    return Dataset(name=path.stem, questions=tuple(questions))


def _columns(path: Path, number: int, header: Sequence[str]) -> dict[str, int]:
    titles = {title.strip().lower(): index for index, title in reversed([*enumerate(header)])}
    columns = {
        field: titles[name]
        for field, names in COLUMNS.items()
        for name in reversed(names)
        if name in titles
    }
    for field in REQUIRED:
        if field not in columns:
            expected = "a column named " + " or ".join(f"“{name}”" for name in COLUMNS[field])
            found = "、".join(title for title in header if title.strip()) or "an empty row"
            raise DatasetError(path, f"row {number}", field, expected, found)
    return columns


def _named(columns: dict[str, int], cells: Sequence[str]) -> dict[str, object]:
    return {
        field: cells[index].strip() if index < len(cells) else ""
        for field, index in columns.items()
    }


def _question(row: Row, number: int) -> Question:
    answers = _parts(row.text("answer", ""))
    sources = _parts(row.text("source", ""))
    if answers and not sources:
        raise row.wrong("source", "the id, title or number of the document with the answer")
    quote = row.text("quote", "")
    return Question(
        id=row.text("id", "") or f"row-{number}",
        text=row.text("question"),
        answers=answers,
        evidence=tuple(Evidence(source, quote) for source in sources if answers),
        answerable=bool(answers),
        type=row.text("type", "") or "question",
        today=row.day("today"),
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in BETWEEN.split(cell.strip()) if part)


def _csv_rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Excel saves CSV in the system's code page, which is GB 18030 in China.
        text = data.decode("gb18030")
    yield from enumerate(csv.reader(io.StringIO(text, newline="")), start=1)


def _excel_rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=True)
    try:
        sheet = book.worksheets[0]
        for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
            yield number, ["" if cell is None else str(cell) for cell in cells]
    finally:
        book.close()
