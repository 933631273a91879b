"""Plain text, and what all readers of text files share."""

from __future__ import annotations

from pathlib import Path

from ingest.content import Content
from ingest.encoding import UnknownEncodingError, decode
from ingest.errors import UnreadableFile
from records import Message


def read(path: Path) -> list[Content]:
    """Return the text of the file; it may have been copied from a web page."""
    return [Content(text=read_text(path), may_be_page=True)]


def read_text(path: Path) -> str:
    """Return the decoded text of a file. Raises UnreadableFile when no encoding fits."""
    try:
        return decode(path.read_bytes())
    except UnknownEncodingError as error:
        raise unknown_encoding(path) from error


def unknown_encoding(path: Path) -> UnreadableFile:
    """Build the error for a text file in an unknown encoding."""
    return UnreadableFile(
        path,
        Message(
            "文字编码无法识别（不是 UTF-8、UTF-16 或 GB18030），或者不是文本文件",
            "The encoding is not UTF-8, UTF-16 or GB18030, or this is no text file",
        ),
        Message("请用编辑器打开并另存为 UTF-8", "Open it in an editor and save it as UTF-8"),
    )
