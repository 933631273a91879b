"""What cannot be read says so in one line, with what to do about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.content import Content
from ingest.errors import UnreadableFile
from ingest.reading import read_file
from records import Message
from settings import Settings


def message_for(path: Path, settings: Settings | None = None) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_file(path, settings or Settings())
    message = str(caught.value)
    assert message.startswith(str(path))
    assert "\n" not in message
    assert " | " in message
    return message


@pytest.mark.parametrize(
    ("suffix", "advice"),
    [(".doc", ".docx"), (".wps", ".docx"), (".xls", ".xlsx"), (".ppt", ".pptx"), (".DOC", ".docx")],
)
def test_old_formats_say_what_to_save_them_as(tmp_path: Path, suffix: str, advice: str) -> None:
    path = tmp_path / f"通知{suffix}"
    path.write_bytes(b"x")
    message = message_for(path)
    assert f"另存为 {advice}" in message
    assert f"save it as {advice}" in message


def test_unknown_types(tmp_path: Path) -> None:
    path = tmp_path / "a.mp4"
    path.write_bytes(b"x")
    assert ".docx" in message_for(path)


@pytest.mark.parametrize("name", ["a.txt", "a.docx", "a.pdf", "a.jsonl", "a.png"])
def test_empty_files(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"")
    assert "空的" in message_for(path)


@pytest.mark.parametrize("text", [" \n\n", "\ufeff", "---\nid: a\n---\n"])
def test_files_without_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")
    assert "空的" in message_for(path)


def test_files_over_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * (2**20 + 1))
    message = message_for(path, Settings(max_file_megabytes=1))
    assert "1.0 MB" in message
    assert "POLICY_MAX_FILE_MEGABYTES" in message
    path.write_bytes(b"x" * 2**20)
    assert len(read_file(path, Settings(max_file_megabytes=1))) == 1


def test_a_missing_file(tmp_path: Path) -> None:
    assert "打不开" in message_for(tmp_path / "a.txt")


def test_text_in_no_known_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(bytes(range(128, 256)) * 20)
    assert "UTF-8" in message_for(path)


def test_a_reader_of_one_s_own(tmp_path: Path) -> None:
    path = tmp_path / "a.TXT"
    path.write_bytes(b"x")
    readers = {".txt": lambda file: [Content(text=f"来自 {file.name}")]}
    (document,) = read_file(path, Settings(), readers=readers)
    assert document.text == "来自 a.TXT"


def test_an_error_is_one_line_even_when_its_parts_are_not() -> None:
    error = UnreadableFile(Path("a"), Message("甲\n乙", "a\nb"), Message("丙", "c"))
    assert str(error) == "a：甲 乙。丙。 | a b. c."
