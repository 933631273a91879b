"""Lists kept in CSV and Excel."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from eval.datasets import DatasetError, read_dataset
from eval.question import Evidence

ROWS = [
    ["编号", "问题", "参考答案", "来源"],
    ["7", "补多少?", "20万元|二十万元", "《办法甲》"],
    ["", "", "", ""],
    ["", "谁领到了?", "", ""],
]


def csv(path: Path, encoding: str = "utf-8-sig") -> Path:
    path.write_text("\r\n".join(",".join(row) for row in ROWS), encoding)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_csv_in_the_encodings_that_office_programs_write(tmp_path: Path, encoding: str) -> None:
    first, second = read_dataset(csv(tmp_path / "list.csv", encoding)).questions
    assert (first.id, first.text) == ("7", "补多少?")
    assert first.answers == ("20万元", "二十万元")
    assert first.evidence == (Evidence("《办法甲》"),)
    assert second.id == "row-4"
    assert not second.answerable


def test_excel(tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    for row in ROWS:
        book.active.append(row)
    book.save(tmp_path / "list.xlsx")
    assert read_dataset(tmp_path / "list.xlsx").questions == (
        read_dataset(csv(tmp_path / "list.csv")).questions
    )


def test_a_missing_column_is_named_with_the_columns_found(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("问题,答案\na,b\n", "utf-8")
    with pytest.raises(DatasetError, match=r"row 1.*“source”.*“来源”.*问题、答案"):
        read_dataset(tmp_path / "x.csv")


def test_an_answer_without_source_is_an_error_of_its_row(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("问题,答案,来源\na,b,甲\nc,d,\n", "utf-8")
    with pytest.raises(DatasetError, match=r"row 3.*“source”"):
        read_dataset(tmp_path / "x.csv")


def test_an_answer_without_question_is_an_error_of_its_row(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("问题,答案,来源\n,b,甲\n", "utf-8")
    with pytest.raises(DatasetError, match=r"row 2.*“question”.*not blank"):
        read_dataset(tmp_path / "x.csv")
