"""Photos and scans, recognised without network."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from ingest.errors import UnreadableFile
from ingest.reading import read_file
from settings import Settings

DrawPage = Callable[[list[tuple[int, int, str]]], Image.Image]
TEXTS = [
    (420, 100, "算力服务券管理办法"),
    (160, 180, "第一条每年设立总额不低于1000万元的算力服务券，重"),
    (108, 240, "点支持中小企业购买算力服务。企业使用算力服务费用按50%"),
    (108, 300, "补助，最高20万元。"),
    (160, 360, "（一）支持方式为后补助。"),
]
TABLE = [
    (160, 440, "类别"), (560, 440, "比例"), (860, 440, "上限"),
    (160, 500, "研发"), (560, 500, "30%"), (860, 500, "500万元"),
    (160, 560, "平台"), (860, 560, "1000万元"),
]  # fmt: skip


def read_lines(path: Path) -> list[str]:
    (document,) = read_file(path, Settings())
    return document.text.split("\n")


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.usefixtures("no_network")
def test_paragraphs_and_tables(
    tmp_path: Path, draw_page: DrawPage, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.png"
    draw_page(TEXTS + TABLE).save(path)
    assert read_lines(path) == [
        "算力服务券管理办法",
        "第一条每年设立总额不低于1000万元的算力服务券，重点支持中小企业购买算力服务。"
        "企业使用算力服务费用按50%补助，最高20万元。",
        "（一）支持方式为后补助。",
        "类别：研发；比例：30%；上限：500万元",
        "类别：平台；上限：1000万元",
    ]
    assert capfd.readouterr() == ("", "")


def test_a_photo_is_turned_as_its_camera_noted(tmp_path: Path, draw_page: DrawPage) -> None:
    path = tmp_path / "a.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6
    draw_page(TEXTS[:1]).rotate(90, expand=True).save(path, exif=exif)
    assert read_lines(path) == ["算力服务券管理办法"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_was_scanned_turned(tmp_path: Path, draw_page: DrawPage, turn: int) -> None:
    path = tmp_path / "a.png"
    draw_page(TEXTS).rotate(turn, expand=True).save(path)
    lines = read_lines(path)
    assert lines[0] == "算力服务券管理办法"
    assert lines[-1] == "（一）支持方式为后补助。"


def test_a_good_line_is_never_turned_over(tmp_path: Path, draw_page: DrawPage) -> None:
    lines = ["津等省市工业和信息化主管部门分别对辖区内企业开展检查，", "了解并协调解决困难问题。"]
    path = tmp_path / "a.png"
    draw_page([(100, 100 + 60 * place, line) for place, line in enumerate(lines)]).save(path)
    assert "".join(read_lines(path)) == "".join(lines)


def test_all_pages_of_a_fax(tmp_path: Path, draw_page: DrawPage) -> None:
    path = tmp_path / "a.tif"
    pages = [draw_page([(200, 200, text)]) for text in ("第一页正文。", "第二页正文。")]
    pages[0].save(path, save_all=True, append_images=pages[1:])
    assert read_lines(path) == ["第一页正文。", "第二页正文。"]


@pytest.mark.parametrize("suffix", [".webp", ".bmp"])
def test_other_formats(tmp_path: Path, draw_page: DrawPage, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    draw_page(TEXTS[:1]).save(path)
    assert read_lines(path) == ["算力服务券管理办法"]


def test_one_line_alone_on_a_large_page(tmp_path: Path, draw_page: DrawPage) -> None:
    path = tmp_path / "a.png"
    page = Image.new("RGB", (1240, 1754), "white")
    page.paste(draw_page([(200, 200, "第一页正文。")]))
    page.save(path)
    assert read_lines(path) == ["第一页正文。"]


def test_a_picture_without_text(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("RGB", (300, 300), "white").save(path)
    with pytest.raises(UnreadableFile, match="没有识别出文字"):
        read_file(path, Settings())


def test_damage(tmp_path: Path, draw_page: DrawPage) -> None:
    path = tmp_path / "a.png"
    draw_page(TEXTS).save(path)
    data = path.read_bytes()
    for content in (data[: len(data) // 2], b"no picture"):
        path.write_bytes(content)
        with pytest.raises(UnreadableFile, match="已损坏"):
            read_file(path, Settings())
