"""A fingerprint changes with the file and with its sidecar, and with nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ingest.fingerprint import fingerprint


def test_it_follows_the_bytes_of_file_and_sidecar(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("甲", encoding="utf-8")
    plain = fingerprint(path)
    assert plain == fingerprint(path)

    sidecar = tmp_path / "a.txt.yaml"
    sidecar.write_text("title: 甲", encoding="utf-8")
    titled = fingerprint(path)
    sidecar.write_text("title: 乙", encoding="utf-8")
    retitled = fingerprint(path)
    path.write_text("乙", encoding="utf-8")
    changed = fingerprint(path)
    assert len({plain, titled, retitled, changed}) == 4

    sidecar.unlink()
    path.write_text("甲", encoding="utf-8")
    assert fingerprint(path) == plain


def test_the_same_bytes_under_another_name_have_the_same_fingerprint(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"x")
    assert fingerprint(tmp_path / "a.txt") == fingerprint(tmp_path / "b.txt")


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        fingerprint(tmp_path / "none.txt")


def test_finding_and_fingerprinting_import_no_reader() -> None:
    code = (
        "import sys, ingest.discovery, ingest.fingerprint, ingest.reading;"
        "heavy = {'torch', 'numpy', 'docx', 'openpyxl', 'pptx', 'pdfplumber', 'rapidocr',"
        " 'trafilatura', 'lxml', 'llama_index', 'PIL'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"
