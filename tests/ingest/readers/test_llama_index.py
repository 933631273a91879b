"""Readers of llama-index read for us, and ours read for llama-index."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from llama_index.core import SimpleDirectoryReader
from llama_index.core.readers.base import BaseReader
from llama_index.core.schema import Document as LlamaDocument

from ingest.readers.llama_index import PolicyReader, from_llama_index
from ingest.reading import read_file
from settings import Settings


class UpperCaseReader(BaseReader):
    def load_data(self, file: Path, **_: Any) -> list[LlamaDocument]:
        chapters = file.read_text(encoding="utf-8").upper().split("|")
        metadata = {"title": "From the reader", "file_size": 5}
        return [LlamaDocument(text=chapter, metadata=metadata) for chapter in chapters]


def test_a_foreign_reader_adds_a_suffix(tmp_path: Path) -> None:
    path = tmp_path / "a.epub"
    path.write_text("one|two\r\n", encoding="utf-8")
    readers = {".epub": from_llama_index(UpperCaseReader())}
    (document,) = read_file(path, Settings(), readers=readers)
    assert document.text == "ONE\n\nTWO\n"
    assert document.title == "From the reader"


def test_ours_in_a_simple_directory_reader(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\nid: ban-fa\nregion: 武汉市\n---\n# 办法\n正文。", encoding="utf-8")
    lines = '{"id": "x", "text": "甲"}\n{"id": "y", "text": "乙"}'
    (tmp_path / "b.jsonl").write_text(lines, encoding="utf-8")
    reader = PolicyReader(Settings())
    found = SimpleDirectoryReader(
        str(tmp_path), file_extractor={".md": reader, ".jsonl": reader}
    ).load_data()
    assert [(document.id_, document.text) for document in found] == [
        ("ban-fa", "# 办法\n正文。"),
        ("x", "甲"),
        ("y", "乙"),
    ]
    assert found[0].metadata["region"] == "武汉市"
    assert found[0].metadata["file_name"] == "a.md"
