"""PDFs with a text layer, with ruled tables, scanned, protected and damaged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib import colors  # type: ignore[import-untyped]
from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
from reportlab.lib.pdfencrypt import StandardEncryption  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.cidfonts import UnicodeCIDFont  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]
from reportlab.platypus import Table  # type: ignore[import-untyped]

from ingest.errors import UnreadableFile
from ingest.reading import read_file
from settings import Settings

FONT = "STSong-Light"
LEFT, TOP, SIZE, LEADING = 72, 750, 12, 20
PER_LINE = 37
ARTICLE = (
    "第一条 每年设立总额不低于1000万元的算力服务券，重点支持中小企业购买算力服务。企业使用算力服务"
    "费用按50%补助，最高20万元，补助期限不超过三年，由市经信局负责解释并组织实施本条规定的各项工作。"
)


@pytest.fixture
def canvas(tmp_path: Path) -> Canvas:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    return Canvas(str(tmp_path / "a.pdf"), pagesize=A4)


def write(canvas: Canvas, y: float, text: str, indent: int = 2) -> float:
    """Write a paragraph the way Word lays it out; returns the height below it."""
    canvas.setFont(FONT, SIZE)
    first = PER_LINE - indent
    lines = [text[:first]]
    lines += [text[i : i + PER_LINE] for i in range(first, len(text), PER_LINE)]
    for number, line in enumerate(lines):
        canvas.drawString(LEFT + (indent * SIZE if number == 0 else 0), y, line)
        y -= LEADING
    return y


def draw_table(canvas: Canvas, y: float, rows: list[list[str]], *style: tuple[object, ...]) -> None:
    grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONT", (0, 0), (-1, -1), FONT, 11)]
    table = Table(rows, colWidths=[100, 120, 120], rowHeights=24, style=[*grid, *style])
    table.wrapOn(canvas, 400, 400)
    table.drawOn(canvas, LEFT, y - 24 * len(rows))


def read_lines(path: Path) -> list[str]:
    (document,) = read_file(path, Settings())
    return document.text.split("\n")


def test_lines_become_paragraphs(canvas: Canvas, tmp_path: Path) -> None:
    canvas.setFont(FONT, 18)
    canvas.drawCentredString(A4[0] / 2, TOP + 30, "算力服务券管理办法")
    y = write(canvas, TOP, ARTICLE)
    y = write(canvas, y, "（一）" + ARTICLE[4:])
    write(canvas, y, "第二条 本办法自2025年3月19日起施行。")
    canvas.save()
    assert read_lines(tmp_path / "a.pdf") == [
        "算力服务券管理办法",
        ARTICLE,
        "（一）" + ARTICLE[4:],
        "第二条 本办法自2025年3月19日起施行。",
    ]


def test_a_paragraph_goes_on_over_the_page_and_page_furniture_goes(
    canvas: Canvas, tmp_path: Path
) -> None:
    for page, text in enumerate([ARTICLE[:72], ARTICLE[72:], "第二条 附则。"], start=1):
        canvas.setFont(FONT, 9)
        canvas.drawString(LEFT, 815, "武汉市人民政府公报")
        canvas.drawCentredString(A4[0] / 2, 30, f"— {page} —")
        y: float = TOP
        if page == 1:
            for _ in range(8):
                y = write(canvas, y, ARTICLE)
        write(canvas, y, text, indent=2 if page != 2 else 0)
        canvas.showPage()
    canvas.save()
    assert read_lines(tmp_path / "a.pdf") == [*[ARTICLE] * 9, "第二条 附则。"]


def test_ruled_tables(canvas: Canvas, tmp_path: Path) -> None:
    y = write(canvas, TOP, "补助标准如下：")
    rows = [
        ["类别", "标准", ""],
        ["", "比例", "上限"],
        ["研发", "30%", "500万元"],
        ["平台", "40%", ""],
    ]
    draw_table(canvas, y, rows, ("SPAN", (1, 0), (2, 0)), ("SPAN", (0, 0), (0, 1)))
    write(canvas, y - 150, "第二条 附则。")
    canvas.save()
    assert read_lines(tmp_path / "a.pdf") == [
        "补助标准如下：",
        "类别：研发；标准/比例：30%；标准/上限：500万元",
        "类别：平台；标准/比例：40%",
        "第二条 附则。",
    ]


def test_a_table_that_goes_on_over_the_page_keeps_its_header(
    canvas: Canvas, tmp_path: Path
) -> None:
    draw_table(canvas, 200, [["类别", "比例", "上限"], ["研发", "30%", "500万元"]])
    canvas.showPage()
    draw_table(canvas, TOP, [["平台", "40%", "1000万元"], ["数据", "50%", "200万元"]])
    canvas.save()
    assert read_lines(tmp_path / "a.pdf") == [
        "类别：研发；比例：30%；上限：500万元",
        "类别：平台；比例：40%；上限：1000万元",
        "类别：数据；比例：50%；上限：200万元",
    ]


def test_a_frame_around_text_is_no_table(canvas: Canvas, tmp_path: Path) -> None:
    canvas.rect(60, 600, 480, 200)
    write(canvas, TOP, "第一条 正文。")
    canvas.save()
    assert read_lines(tmp_path / "a.pdf") == ["第一条 正文。"]


def test_a_scan_is_recognised(
    canvas: Canvas, tmp_path: Path, draw_page: Callable[[list[tuple[int, int, str]]], Image.Image]
) -> None:
    write(canvas, TOP, "第一条 打印的一页。")
    canvas.showPage()
    scan = tmp_path / "scan.png"
    draw_page([(200, 200, "第二条每年安排不低于1000万元的算力服务券。")]).save(scan)
    canvas.drawImage(str(scan), 0, 400, A4[0], A4[0] * 700 / 1240)
    canvas.showPage()
    canvas.showPage()
    canvas.save()
    heard: list[tuple[int, int]] = []
    (document,) = read_file(
        tmp_path / "a.pdf", Settings(), on_page=lambda done, total: heard.append((done, total))
    )
    assert document.text == "第一条 打印的一页。\n第二条每年安排不低于1000万元的算力服务券。"
    assert heard == [(1, 3), (2, 3), (3, 3)]


def test_a_pdf_without_any_text(canvas: Canvas, tmp_path: Path) -> None:
    canvas.rect(100, 100, 200, 200)
    canvas.save()
    with pytest.raises(UnreadableFile, match="没有识别出文字"):
        read_file(tmp_path / "a.pdf", Settings())


def test_a_password(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), encrypt=StandardEncryption("geheim", ownerPassword="x"))
    canvas.drawString(72, 700, "secret")
    canvas.save()
    with pytest.raises(UnreadableFile, match="设有密码"):
        read_file(path, Settings())


def test_a_pdf_that_only_forbids_printing_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), encrypt=StandardEncryption("", ownerPassword="x", canPrint=0))
    canvas.drawString(72, 700, "Open to read")
    canvas.save()
    assert read_lines(path) == ["Open to read"]


@pytest.mark.parametrize("kept", [0.3, 0.0])
def test_damage(canvas: Canvas, tmp_path: Path, kept: float) -> None:
    write(canvas, TOP, ARTICLE)
    canvas.save()
    path = tmp_path / "a.pdf"
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * kept)] or b"no pdf at all")
    with pytest.raises(UnreadableFile, match="已损坏"):
        read_file(path, Settings())
