from __future__ import annotations

import csv
import io
import re
import tracemalloc
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font

from chat.batch_files import ADDED_COLUMNS, BatchCancelled, BatchFileError, Limits, answer_file
from records import Answer
from tests.chat.journal.samples import ASKED_BACK, REFUSED, answered, citation

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
EVIL = '=HYPERLINK("http://evil.example","x")'


def ask(question: str) -> Answer:
    if "失败" in question:
        raise RuntimeError("broken")
    if "拒绝" in question:
        return REFUSED
    if "反问" in question:
        return ASKED_BACK
    return answered(citation(doc_number="武政规〔2025〕3号", clause="第一条"))


def csv_rows(data: bytes, delimiter: str = ",") -> list[list[str]]:
    text = data.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def workbook(rows: Sequence[Sequence[object]]) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    return saved(book)


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def with_part(name: str, content: bytes) -> bytes:
    """A workbook with other content in one of its parts."""
    stream = io.BytesIO()
    with (
        ZipFile(io.BytesIO(workbook([["问题"], ["算力券"]]))) as sound,
        ZipFile(stream, "w") as made,
    ):
        for one in sound.namelist():
            made.writestr(one, content if one == name else sound.read(one))
    return stream.getvalue()


def with_columns_merged() -> bytes:
    """A workbook with hardly more in it than a range that is merged."""
    book = Workbook()
    book.worksheets[0].append(["问题"])
    book.worksheets[0].merged_cells.add("B2:CW2002")
    return saved(book)


def with_a_wrong_byte() -> bytes:
    """A workbook with a part that cannot be unpacked."""
    data = bytearray(workbook([["问题"], ["算力券"]]))
    with ZipFile(io.BytesIO(data)) as archive:
        part = archive.getinfo("xl/worksheets/sheet1.xml")
    data[part.header_offset + 30 + len(part.filename)] = 0xFF
    return bytes(data)


def sheet_of(data: bytes) -> Any:
    return load_workbook(io.BytesIO(data)).worksheets[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_csv_file_comes_back_with_four_columns(encoding: str) -> None:
    text = "编号,问题,来源\r\n7,算力券最高补多少？,电话\r\n8,,空行\r\n9,请拒绝我,“微信”\r\n"
    rows = csv_rows(answer_file("a.csv", text.encode(encoding), ask).file)
    assert rows[0] == ["编号", "问题", "来源", *ADDED_COLUMNS]
    assert rows[1][:3] == ["7", "算力券最高补多少？", "电话"]
    assert rows[1][3] == "最高20万元。[1]"
    assert rows[1][4] == "[1] 《《voucher》办法》武政规〔2025〕3号 第一条：“最高20万元”"
    assert rows[1][5:] == ["[1] 现行有效", "0.80"]
    assert rows[2] == ["8", "", "空行"]
    assert rows[3] == ["9", "请拒绝我", "“微信”", "文件里没有写。", "", "", "0.00"]


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_delimiters_stay(delimiter: str) -> None:
    text = f"编号{delimiter}提问\n1{delimiter}算力券，最高补多少？\n"
    rows = csv_rows(answer_file("A.CSV", text.encode(), ask).file, delimiter)
    assert rows[1][:3] == ["1", "算力券，最高补多少？", "最高20万元。[1]"]


def test_the_header_may_stand_below_a_title() -> None:
    text = "2026年3月热线问题汇总\n\n序号,市民问题描述,日期\n1,算力券最高补多少？,3月1日\n"
    rows = csv_rows(answer_file("a.csv", text.encode(), ask).file)
    assert rows[0] == ["2026年3月热线问题汇总"]
    assert rows[2] == ["序号", "市民问题描述", "日期", *ADDED_COLUMNS]
    assert rows[3][3] == "最高20万元。[1]"


def test_short_rows_are_filled_up_so_that_columns_line_up() -> None:
    rows = csv_rows(answer_file("a.csv", "问题,a,b\n算力券最高补多少\n".encode(), ask).file)
    assert rows[1][:4] == ["算力券最高补多少", "", "", "最高20万元。[1]"]


@pytest.mark.parametrize("cell", [EVIL, "+1+cmd|'/C calc'!A0", "@SUM(A1)", "-2+3", "＝1+1", "\t=1"])
def test_nothing_runs_in_a_csv_file(cell: str) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([["问题", "备注"], [cell, cell]])
    echo = lambda question: answered(text=f"{question}[1]")  # noqa: E731
    rows = csv_rows(answer_file("a.csv", stream.getvalue().encode(), echo).file)
    assert all(one.startswith("'") for one in rows[1][:3])


def test_numbers_with_a_sign_stay_numbers() -> None:
    rows = csv_rows(answer_file("a.csv", "问题,差额\n算力券,-5.5%\n".encode(), ask).file)
    assert rows[1][1] == "-5.5%"


def test_a_workbook_comes_back_with_its_looks_and_other_sheets() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["热线问题"])
    sheet.append(["编号", "问题", "日期"])
    sheet.append([7, "算力券最高补多少？", "3月1日"])
    sheet.append([8, None, None])
    sheet["B3"].font = Font(bold=True, color="FFFF0000")
    sheet.column_dimensions["B"].width = 44
    book.create_sheet("说明")["A1"] = "不要动"
    done = load_workbook(io.BytesIO(answer_file("a.xlsx", saved(book), ask).file))
    first = done.worksheets[0]
    assert [cell.value for cell in first[2]] == ["编号", "问题", "日期", *ADDED_COLUMNS]
    assert first["A3"].value == 7
    assert first["D3"].value == "最高20万元。[1]"
    assert first["G3"].value == "0.80"
    assert first["D4"].value is None
    assert (first["B3"].font.b, first.column_dimensions["B"].width) == (True, 44)
    assert done["说明"]["A1"].value == "不要动"


def test_nothing_runs_in_a_workbook_and_nothing_is_lost() -> None:
    data = workbook([["问题", "备注"], [EVIL, "=1+1"], ["算力券", "好"]])
    echo = lambda question: answered(text=f"{question}[1]")  # noqa: E731
    sheet = sheet_of(answer_file("a.xlsx", data, echo).file)
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    assert (sheet["A2"].value, sheet["B2"].value) == (EVIL, "=1+1")
    assert sheet["C2"].value == f"{EVIL}[1]"


def test_choices_and_failures_are_told_in_their_row(caplog: pytest.LogCaptureFixture) -> None:
    text = "问题\n请反问我\n让我失败\n" + "长" * 1001 + "\n算力券\n"
    rows = csv_rows(answer_file("a.csv", text.encode(), ask).file)
    assert rows[1][1] == "您想问哪一项？\n- 算力券\n- 数据券"
    assert rows[2][1].startswith("未能回答")
    assert "1000" in rows[3][1]
    assert rows[4][1] == "最高20万元。[1]"
    assert "broken" in caplog.text


def test_progress_is_told_and_a_batch_can_be_stopped() -> None:
    told: list[tuple[int, int]] = []
    text = "问题\n" + "算力券\n" * 5
    answer_file("a.csv", text.encode(), ask, progress=lambda *done: told.append(done))
    assert told == [(done, 5) for done in range(6)]
    asked: list[str] = []

    def count(question: str) -> Answer:
        asked.append(question)
        return ask(question)

    with pytest.raises(BatchCancelled, match="2/5"):
        answer_file("a.csv", text.encode(), count, is_cancelled=lambda: len(asked) == 2)
    assert len(asked) == 2


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.xls", b"x", r"\.xlsx"),
        ("a.csv", b"", "文件是空的"),
        ("a.csv", b"\xef\xbb\xbf\r\n ,\t,\r\n", "文件是空的"),
        ("a.xlsx", workbook([]), "第一张工作表是空的"),
        ("a.csv", "\n,\n编号,内容\n".encode(), "第一行是：编号、内容"),
        ("a.csv", "编号,内容\n1,x\n".encode(), "编号、内容"),
        ("a.csv", "问题\n \n".encode(), "没有问题"),
        ("a.csv", b"\x81\xff\xfe\x00\x80" * 50, "编码|没有找到"),
        ("a.xlsx", b"no workbook at all", "损坏"),
        ("a.xlsx", workbook([["问题"], ["算力券"]])[:-40], "损坏"),
        ("a.xlsx", with_part("xl/worksheets/sheet1.xml", b"<worksheet><row"), "Excel"),
        ("a.xlsx", with_part("xl/workbook.xml", b""), "Excel"),
        (
            "a.xlsx",
            with_part("xl/workbook.xml", b'<?xml version="1.0" encoding="x"?>'),
            "Excel",
        ),
        ("a.xlsx", with_a_wrong_byte(), "损坏"),
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "密码"),
        ("a.xlsx", OLE, "旧版"),
        ("a.xlsx", with_columns_merged(), "200100 个合并的单元格"),
        ("a.xlsx", workbook([["编号"], [1]]), "没有找到"),
        ("a.csv", ("问题\n" + "x\n" * 11).encode(), "11 行"),
        ("a.csv", b"x" * 1_000_001, "1.0 MB"),
    ],
)
def test_a_file_that_cannot_be_taken_is_told_before_anything_is_asked(
    name: str, data: bytes, told: str
) -> None:
    def never(question: str) -> Answer:
        raise AssertionError(question)

    with pytest.raises(BatchFileError, match=told) as refused:
        answer_file(name, data, never, limits=Limits(rows=10, megabytes=1))
    message = refused.value.message
    assert re.search(r" \([a-z]", message.zh) is None
    assert re.search("[。；：，（]", message.en) is None


def test_a_workbook_that_unpacks_to_too_much_is_refused() -> None:
    data = workbook([["问题"], *([["算力券" * 5000]] * 200)])
    with pytest.raises(BatchFileError, match="展开"):
        answer_file("a.xlsx", data, ask, limits=Limits(megabytes=1, unpacked=1))


def test_a_stray_cell_costs_no_more_than_a_cell() -> None:
    book = Workbook()
    book.worksheets[0].append(["问题", "备注"])
    book.worksheets[0].append(["算力券最高补多少？", "13800138000"])
    book.worksheets[0]["CV20000"] = "=1+1"
    data = saved(book)
    tracemalloc.start()
    try:
        done = answer_file("a.xlsx", data, ask)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 50 * 2**20  # two million cells, all that there could be, take 500 MB
    for file in (done.file, done.masked):
        sheet = sheet_of(file)
        assert [cell.value for cell in sheet["CW"]][:2] == [ADDED_COLUMNS[0], "最高20万元。[1]"]
        assert sheet["CV20000"].value == "=1+1"
    assert sheet_of(done.masked)["B2"].value == "[手机号]"


def test_answers_stand_beside_the_last_column_with_something_in_it() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["序号", "问题"])
    sheet.append([1, "算力券最高补多少？"])
    sheet["XFD1"].font = Font(bold=True)
    sheet.merge_cells("B1:C1")
    first = sheet_of(answer_file("a.xlsx", saved(book), ask).file)
    assert [first.cell(1, 4).value, first.cell(2, 4).value] == [ADDED_COLUMNS[0], "最高20万元。[1]"]
    sheet["XFB3"] = "x"
    with pytest.raises(BatchFileError, match="goes as far as column XFB"):
        answer_file("a.xlsx", saved(book), ask)


PERSONAL = "我是张三，手机13800138000，算力券最高补多少？"


def echoed(question: str) -> Answer:
    return replace(answered(citation()), text=f"您问的是：{question}")


def test_of_a_csv_file_is_stored_what_the_journal_would_store() -> None:
    text = f"电话,问题\n13800138000,{PERSONAL}\n".encode()
    done = answer_file("a.csv", text, echoed)
    assert "13800138000" in done.file.decode("utf-8-sig")
    rows = csv_rows(done.masked)
    assert rows[0] == ["电话", "问题", *ADDED_COLUMNS]
    assert rows[1][:2] == ["[手机号]", "我是张三，手机[手机号]，算力券最高补多少？"]
    assert "13800138000" not in done.masked.decode("utf-8-sig")


@pytest.mark.parametrize("number", [13800138000, 13800138000.0, "13800138000"])
def test_of_a_workbook_is_stored_its_first_sheet_without_personal_data(number: object) -> None:
    book = Workbook()
    first = book.worksheets[0]
    first.append(["登记表"])
    first.append(["电话", "问题"])
    first.append([number, PERSONAL])
    first["A3"].comment = Comment("回拨13800138000", "李")
    book.create_sheet("13800138000").append(["13800138000"])
    done = answer_file("a.xlsx", saved(book), echoed)
    stored = load_workbook(io.BytesIO(done.masked))
    (sheet,) = stored.worksheets
    assert [cell.value for cell in sheet[2]] == ["电话", "问题", *ADDED_COLUMNS]
    assert [cell.value for cell in sheet[3]][:2] == [
        "[手机号]",
        "我是张三，手机[手机号]，算力券最高补多少？",
    ]
    with ZipFile(io.BytesIO(done.masked)) as archive:
        assert all(b"13800138000" not in archive.read(name) for name in archive.namelist())
    assert sheet_of(done.file)["A3"].value == number
