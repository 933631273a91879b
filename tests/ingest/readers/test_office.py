"""Word, Excel and PowerPoint files made by the libraries that offices use."""

from __future__ import annotations

import datetime
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pptx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from ingest.errors import UnreadableFile
from ingest.readers.cell_values import shown
from ingest.readers.word_numbering import in_format
from ingest.reading import read_file
from settings import Settings


def read_lines(path: Path) -> list[str]:
    (document,) = read_file(path, Settings())
    return document.text.split("\n")


# Word


def save_word(tmp_path: Path, fill: Callable[[WordDocument], None]) -> Path:
    document = docx.Document()
    fill(document)
    path = tmp_path / "a.docx"
    document.save(str(path))
    return path


def add_numbering(document: WordDocument, levels: list[tuple[str, str]]) -> None:
    """Define list 90 with one (number format, pattern) for each level."""
    root = document.part.numbering_part.element
    inner = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
        for place, (form, pattern) in enumerate(levels)
    )
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{inner}</w:abstractNum>'
    )
    root.insert(0, abstract)
    root.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>')
    )


def add_numbered(document: WordDocument, level: int, text: str) -> None:
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    properties.append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>'
        )
    )


def test_word_keeps_the_order_of_paragraphs_and_tables(tmp_path: Path) -> None:
    def fill(document: WordDocument) -> None:
        document.add_heading("算力券办法", 0)
        document.add_heading("总则", 1)
        document.add_paragraph("第一条 每年安排不低于1000万元。")
        table = document.add_table(3, 3)
        for row, texts in zip(
            table.rows,
            [["类别", "比例", "上限"], ["研发", "30%", "500万元"], ["平台", "40%", ""]],
            strict=True,
        ):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        document.add_paragraph("第二条 本办法自发布之日起施行。")

    assert read_lines(save_word(tmp_path, fill)) == [
        "# 算力券办法",
        "## 总则",
        "第一条 每年安排不低于1000万元。",
        "类别：研发；比例：30%；上限：500万元",
        "类别：平台；比例：40%",
        "第二条 本办法自发布之日起施行。",
    ]


def test_word_tables_with_merged_cells(tmp_path: Path) -> None:
    def fill(document: WordDocument) -> None:
        table = document.add_table(4, 3)
        texts = [
            ["类别", "标准", ""],
            ["", "比例", "上限"],
            ["研发", "30%", "500万元"],
            ["", "40%", "600万元"],
        ]
        for row, line in zip(table.rows, texts, strict=True):
            for cell, text in zip(row.cells, line, strict=True):
                cell.text = text
        table.cell(0, 1).merge(table.cell(0, 2))
        table.cell(0, 0).merge(table.cell(1, 0))
        table.cell(2, 0).merge(table.cell(3, 0))

    assert read_lines(save_word(tmp_path, fill)) == [
        "类别：研发；标准/比例：30%；标准/上限：500万元",
        "类别：研发；标准/比例：40%；标准/上限：600万元",
    ]


def test_word_counts_automatic_numbers(tmp_path: Path) -> None:
    def fill(document: WordDocument) -> None:
        add_numbering(
            document,
            [
                ("chineseCountingThousand", "第%1条"),
                ("chineseCounting", "（%2）"),
                ("decimal", "%3."),
            ],
        )
        for level, text in [
            (0, "总则"),
            (1, "研发"),
            (1, "平台"),
            (2, "设备"),
            (2, "软件"),
            (0, "附则"),
            (1, "解释"),
        ]:
            add_numbered(document, level, text)

    assert read_lines(save_word(tmp_path, fill)) == [
        "第一条 总则",
        "（一）研发",
        "（二）平台",
        "1. 设备",
        "2. 软件",
        "第二条 附则",
        "（一）解释",
    ]


def test_word_styles_that_number_and_bullet(tmp_path: Path) -> None:
    def fill(document: WordDocument) -> None:
        for style, text in [("List Number", "甲"), ("List Number", "乙"), ("List Bullet", "丙")]:
            document.add_paragraph(text, style=style)

    assert read_lines(save_word(tmp_path, fill)) == ["1. 甲", "2. 乙", "- 丙"]


def test_word_tracked_changes_content_controls_and_hidden_text(tmp_path: Path) -> None:
    def fill(document: WordDocument) -> None:
        body = document.element.body
        runs = (
            '<w:r><w:t>最高</w:t></w:r><w:del w:id="1" w:author="x"><w:r><w:delText>300</w:delText>'
            '</w:r></w:del><w:ins w:id="2" w:author="x"><w:r><w:t>500</w:t></w:r></w:ins>'
            "<w:r><w:t>万元</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>"
        )
        paragraph = f"<w:p>{runs}</w:p>"
        control = f"<w:sdt {nsdecls('w')}><w:sdtContent>{paragraph}</w:sdtContent></w:sdt>"
        body.insert(0, parse_xml(control))

    assert read_lines(save_word(tmp_path, fill)) == ["最高500万元"]


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (10, "chineseCounting", "十"),
        (12, "japaneseCounting", "十二"),
        (20, "chineseCounting", "二十"),
        (103, "chineseCountingThousand", "一百零三"),
        (110, "chineseCountingThousand", "一百一十"),
        (1005, "chineseCountingThousand", "一千零五"),
        (28, "upperLetter", "BB"),
        (14, "lowerRoman", "xiv"),
        (3, "decimalEnclosedCircleChinese", "③"),
        (2, "ideographTraditional", "乙"),
        (7, "decimalZero", "07"),
        (5, "unknownFormat", "5"),
    ],
)
def test_number_formats_of_word(number: int, form: str, text: str) -> None:
    assert in_format(number, form) == text


def test_word_cells_that_claim_to_span_millions_of_columns(tmp_path: Path) -> None:
    def fill(document: WordDocument) -> None:
        table = document.add_table(2, 2)
        for cell, text in zip(table._cells, ["类别", "上限", "研发", "5"], strict=True):
            cell.text = text
        properties = table.cell(1, 1)._tc.get_or_add_tcPr()
        properties.append(parse_xml(f'<w:gridSpan {nsdecls("w")} w:val="99999999"/>'))

    assert read_lines(save_word(tmp_path, fill)) == ["类别：研发；上限：5"]


# Excel


def save_sheet(path: Path, *rows: tuple[str | int, ...]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(path)
    return path


def test_excel_values_as_shown_with_headers(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "补助标准"
    rows: list[list[object]] = [
        ["2025年补助标准（单位：万元）"],
        ["类别", "标准", None, "施行日期"],
        [None, "比例", "上限", None],
        ["研发", 0.3, 500, datetime.date(2025, 3, 19)],
        ["平台", 0.125, 1234.5, datetime.date(2025, 4, 1)],
    ]
    for row in rows:
        sheet.append(row)
    for area in ["A1:D1", "A2:A3", "B2:C2", "D2:D3"]:
        sheet.merge_cells(area)
    for cell, form in [
        ("B4", "0%"),
        ("B5", "0.0%"),
        ("C5", "#,##0.00"),
        ("D5", 'yyyy"年"m"月"d"日"'),
    ]:
        sheet[cell].number_format = form
    other = book.create_sheet("名单")
    other.append(["企业", "区"])
    other.append(["某公司", "武昌区"])
    hidden = book.create_sheet("选项")
    hidden.append(["是", "否"])
    hidden.sheet_state = "hidden"
    path = tmp_path / "a.xlsx"
    book.save(path)
    assert read_lines(path) == [
        "## 补助标准",
        "2025年补助标准（单位：万元）",
        "类别：研发；标准/比例：30%；标准/上限：500；施行日期：2025-03-19（单位：万元）",
        "类别：平台；标准/比例：12.5%；标准/上限：1,234.50；施行日期：2025年4月1日（单位：万元）",
        "## 名单",
        "企业：某公司；区：武昌区",
    ]


def test_excel_blank_rows_part_tables_but_not_rows_from_their_header(tmp_path: Path) -> None:
    first = (("类别", "上限"), ("研发", 500), (), ("平台", 1000), ())
    path = save_sheet(tmp_path / "a.xlsx", *first, ("区", "电话"), ("武昌", 88))
    assert read_lines(path) == [
        "类别：研发；上限：500",
        "类别：平台；上限：1000",
        "区：武昌；电话：88",
    ]


def test_excel_titles_apart_from_their_table_and_a_stray_cell_far_below(tmp_path: Path) -> None:
    rows = (("补助标准（单位：万元）",), (), ("类别", "上限"), ("研发", 500))
    path = save_sheet(tmp_path / "a.xlsx", *rows)
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["XFD1048576"] = "注：以当年预算为限"
    book.save(path)
    assert read_lines(path) == [
        "补助标准（单位：万元）",
        "类别：研发；上限：500（单位：万元）",
        "注：以当年预算为限",
    ]


def test_excel_formulas_that_were_never_calculated_are_shown(tmp_path: Path) -> None:
    rows = (("类别", "上限"), ("研发", 500), ("合计", "=SUM(B2:B2)"))
    path = save_sheet(tmp_path / "a.xlsx", *rows)
    assert read_lines(path) == ["类别：研发；上限：500", "类别：合计；上限：=SUM(B2:B2)"]


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (0.1 + 0.2, "General", "0.3"),
        (1000000, "General", "1000000"),
        (3.0, "General", "3"),
        (0.5, "0%", "50%"),
        (2000, '#,##0"万元"', "2,000万元"),
        (20, "0.##", "20"),
        (-5, "0;(0)", "(5)"),
        (1234.5, "_ * #,##0.00_ ;_ * -#,##0.00_ ", "1,234.50"),
        (12, '"¥"#,##0', "¥12"),
        (12, "[$¥-804]#,##0.0", "¥12.0"),
        (datetime.datetime(2025, 3, 19), "m/d/yyyy", "2025-03-19"),
        (datetime.datetime(2025, 3, 19, 17, 30), "yyyy-mm-dd hh:mm", "2025-03-19 17:30"),
        (datetime.datetime(2025, 3, 1), 'yyyy"年"m"月"', "2025年3月"),
        (datetime.time(9, 5), "h:mm", "09:05"),
        (True, "General", "TRUE"),
        ("武政规〔2025〕3号", "@", "武政规〔2025〕3号"),
        (None, "General", ""),
    ],
)
def test_number_formats_of_excel(value: object, form: str, text: str) -> None:
    assert shown(value, form) == text


# PowerPoint


def test_powerpoint_slides_tables_charts_and_notes(tmp_path: Path) -> None:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    assert slide.shapes.title is not None
    slide.shapes.title.text = "算力券政策"
    low = slide.shapes.add_textbox(Inches(1), Inches(5), Inches(4), Inches(1))
    low.text_frame.text = "咨询电话12345"
    high = slide.shapes.add_textbox(Inches(1), Inches(1.5), Inches(4), Inches(1))
    high.text_frame.text = "每年不低于1000万元\n按50%补助"
    table = slide.shapes.add_table(3, 3, Inches(1), Inches(3), Inches(6), Inches(1)).table
    texts = [["类别", "标准", ""], ["", "比例", "上限"], ["研发", "30%", "500万元"]]
    for row, line in enumerate(texts):
        for column, text in enumerate(line):
            table.cell(row, column).text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    slide.notes_slide.notes_text_frame.text = "以当年通知为准"
    second = deck.slides.add_slide(deck.slide_layouts[6])
    data = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = ["2024年", "2025年"]
    data.add_series("预算（万元）", (800, 1000.5))  # type: ignore[no-untyped-call]
    second.shapes.add_chart(
        XL_CHART_TYPE.COLUMN_CLUSTERED, Inches(1), Inches(1), Inches(5), Inches(3), data
    )
    path = tmp_path / "a.pptx"
    deck.save(str(path))
    assert read_lines(path) == [
        "## 算力券政策",
        "每年不低于1000万元",
        "按50%补助",
        "类别：研发；标准/比例：30%；标准/上限：500万元",
        "咨询电话12345",
        "备注：以当年通知为准",
        "2024年 — 预算（万元）：800",
        "2025年 — 预算（万元）：1000.5",
    ]


# Files that are not what they say


def make_package(path: Path) -> None:
    if path.suffix == ".docx":
        document = docx.Document()
        document.add_paragraph("正文" * 2000)
        document.save(str(path))
    elif path.suffix == ".xlsx":
        openpyxl.Workbook().save(path)
    else:
        pptx.Presentation().save(str(path))


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".pptx"])
def test_damaged_files(tmp_path: Path, suffix: str) -> None:
    whole = tmp_path / f"a{suffix}"
    make_package(whole)
    data = whole.read_bytes()
    broken = tmp_path / f"b{suffix}"
    for content in (data[: len(data) // 2], b"not a zip", data[:200] + b"\xff" * 300 + data[500:]):
        broken.write_bytes(content)
        with pytest.raises(UnreadableFile, match="已损坏"):
            read_file(broken, Settings())


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".pptx"])
def test_a_zip_that_is_no_office_file(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("hello.txt", "你好")
    with pytest.raises(UnreadableFile, match="已损坏"):
        read_file(path, Settings())


@pytest.mark.parametrize(
    ("made", "named"), [(".xlsx", ".docx"), (".docx", ".pptx"), (".docx", ".xlsx")]
)
def test_a_file_under_another_type_s_name(tmp_path: Path, made: str, named: str) -> None:
    original = tmp_path / f"a{made}"
    make_package(original)
    path = tmp_path / f"b{named}"
    shutil.copy(original, path)
    with pytest.raises(UnreadableFile):
        read_file(path, Settings())


def test_passwords_and_old_formats_are_told_apart(tmp_path: Path) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    path = tmp_path / "a.docx"
    path.write_bytes(ole + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(UnreadableFile, match="密码"):
        read_file(path, Settings())
    path.write_bytes(ole + b"WordDocument")
    with pytest.raises(UnreadableFile, match="旧版 Office"):
        read_file(path, Settings())


@pytest.mark.parametrize("suffix", [".docx", ".pptx"])
def test_scans_pasted_into_a_document(
    tmp_path: Path, draw_page: Callable[[list[tuple[int, int, str]]], Image.Image], suffix: str
) -> None:
    scan, path = tmp_path / "scan.png", tmp_path / f"a{suffix}"
    draw_page([(200, 200, "每年安排不低于1000万元的算力服务券。")]).save(scan)
    if suffix == ".docx":
        document = docx.Document()
        document.add_picture(str(scan), width=Inches(6))
        document.save(str(path))
    else:
        deck = pptx.Presentation()
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        slide.shapes.add_picture(str(scan), Inches(0), Inches(0))
        deck.save(str(path))
    assert read_lines(path) == ["每年安排不低于1000万元的算力服务券。"]


def test_a_document_without_text(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    openpyxl.Workbook().save(path)
    with pytest.raises(UnreadableFile, match="空的"):
        read_file(path, Settings())
