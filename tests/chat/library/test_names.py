"""Names from outside: plain text as they are, refused where they could be paths."""

from __future__ import annotations

from pathlib import PurePath

import pytest

from chat.library.errors import RefusedFile
from chat.library.names import checked_file_name, is_id, name_on_disk

HARMLESS_TEXT = [
    "办法.docx",
    "<script>alert(1)<script>.pdf",
    "\u202efdp.exe.pdf",
    "[a](javascript.alert(1)).md",
    "%2e%2e%2f.txt",
    "a" * 196 + ".txt",
    "con.txt",
    "-rf.txt",
]


@pytest.mark.parametrize("name", HARMLESS_TEXT)
def test_a_name_is_kept_and_lies_on_disk_under_a_harmless_one(name: str) -> None:
    assert checked_file_name(name) == name
    on_disk = name_on_disk(name)
    assert PurePath(on_disk).name == on_disk
    assert PurePath(on_disk).suffix == PurePath(name).suffix
    assert not on_disk.startswith((".", "-"))
    assert on_disk.isprintable()
    assert len(on_disk.encode()) < 255


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "/etc/passwd",
        "a/b.txt",
        "..\\..\\boot.ini",
        "C:\\a.txt",
        "c:a.txt",
        "a.txt:stream",
        "..",
        ".",
        "",
        "  ",
        "a\x00.txt",
        "a\n.txt",
        "a\x1b[31m.txt",
        "a\u2028.txt",
        "a" * 197 + ".txt",
    ],
)
def test_names_that_are_refused(name: str) -> None:
    with pytest.raises(RefusedFile):
        checked_file_name(name)


@pytest.mark.parametrize("text", ["rent", "wuhan-ai10-2025", "场地_补贴.2026", "a" * 80])
def test_ids(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize(
    "text", ["", "a b", "a/b", "..", ".a", "a@1", "a:1", "a" * 81, "a\n", "<b>", "e\u0301", "-a"]
)
def test_no_ids(text: str) -> None:
    assert not is_id(text)
