from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from answer.batch import BatchError, BatchQuestion, read_batch


def test_json_lines_keep_ids_and_order(tmp_path: Path) -> None:
    file = tmp_path / "q.jsonl"
    file.write_text('{"id": 7, "question": "甲?"}\n\n{"question": "乙?"}\n', "utf-8")
    assert read_batch(file) == [BatchQuestion("7", "甲?"), BatchQuestion(None, "乙?")]


def test_json_lines_may_bring_their_turns_and_their_day(tmp_path: Path) -> None:
    file = tmp_path / "q.jsonl"
    file.write_text(
        '{"question": "那武昌呢?", "history": ["算力券补多少?", "50%"], "today": "2026-03-01"}',
        "utf-8",
    )
    assert read_batch(file) == [
        BatchQuestion(None, "那武昌呢?", ("算力券补多少?", "50%"), date(2026, 3, 1))
    ]


@pytest.mark.parametrize("row", ['"history": "算力券"', '"history": [1]', '"today": "昨天"'])
def test_turns_and_day_of_the_wrong_kind_are_named(tmp_path: Path, row: str) -> None:
    file = tmp_path / "q.jsonl"
    file.write_text('{"question": "甲?", ' + row + "}", "utf-8")
    with pytest.raises(BatchError, match="第 1 行"):
        read_batch(file)


def test_csv_of_a_chinese_spreadsheet(tmp_path: Path) -> None:
    file = tmp_path / "q.csv"
    file.write_bytes('编号,问题\n1,"甲,乙?"\n2,丙?\n'.encode("gb18030"))
    assert read_batch(file) == [BatchQuestion("1", "甲,乙?"), BatchQuestion("2", "丙?")]


def test_csv_cells_may_hold_line_breaks(tmp_path: Path) -> None:
    file = tmp_path / "q.csv"
    file.write_text('question\n"第一行\n第二行?"\n', "utf-8-sig")
    assert read_batch(file) == [BatchQuestion(None, "第一行\n第二行?")]


def test_csv_rows_may_be_longer_or_shorter_than_the_header(tmp_path: Path) -> None:
    file = tmp_path / "q.csv"
    file.write_text("问题,编号\n甲?,1,备注,x\n乙?\n", "utf-8")
    assert read_batch(file) == [BatchQuestion("1", "甲?"), BatchQuestion(None, "乙?")]


def test_excel(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (["问题", "备注"], ["甲?", "x"], [None, None], ["乙?", None]):
        sheet.append(row)
    book.save(tmp_path / "q.xlsx")
    assert [one.question for one in read_batch(tmp_path / "q.xlsx")] == ["甲?", "乙?"]


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("q.jsonl", '{"question": "甲?"}\n{"text": "乙"}\n', "第 2 行.*text"),
        ("q.jsonl", "甲?\n", "第 1 行: 不是 JSON"),
        ("q.jsonl", "[1]\n", "第 1 行: 应为"),
        ("q.csv", "题目\n甲?\n", "第 2 行.*题目"),
        ("q.csv", "问题,备注\n甲?,x\n\n,y\n", "第 4 行.*问题、备注"),
        ("q.csv", "题目,备注\n甲?,x,y,z\n", "第 2 行.*现有列：题目、备注 "),
        ("q.txt", "甲?", "只接受"),
        ("q.jsonl", "", "没有问题"),
        ("q.xlsx", "no workbook", "不是可以打开的 Excel"),
    ],
)
def test_a_wrong_file_names_the_row(tmp_path: Path, name: str, content: str, fault: str) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    with pytest.raises(BatchError, match=fault):
        read_batch(tmp_path / name)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match=r"none\.csv"):
        read_batch(tmp_path / "none.csv")
