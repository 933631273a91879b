"""Which answers of a web server are documents, and under what name they are taken in."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import unquote

import httpx

from chat.library.errors import RefusedAddress
from chat.library.names import has_controls, suffix_of
from ingest.file_types import READERS
from records import Message

_OFFICE = "application/vnd.openxmlformats-officedocument."
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/csv": ".csv",
    "application/pdf": ".pdf",
    f"{_OFFICE}wordprocessingml.document": ".docx",
    f"{_OFFICE}spreadsheetml.sheet": ".xlsx",
    f"{_OFFICE}presentationml.presentation": ".pptx",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/webp": ".webp",
    "image/tiff": ".tif",
}
# Said of anything by servers that do not know; then the address tells.
_UNKNOWN = ("application/octet-stream", "binary/octet-stream")
_LONGEST_STEM = 80


def file_name(url: httpx.URL, content_type: str) -> str:
    """The name that a page is taken in under. Raises RefusedAddress for what is not read here."""
    said = content_type.partition(";")[0].strip().lower()
    last = unquote(PurePosixPath(url.path).name)
    suffix = _SUFFIXES.get(said, "")
    if said in _UNKNOWN and suffix_of(last) in READERS:
        suffix = suffix_of(last)
    if not suffix:
        shown = said or "?"
        raise RefusedAddress(
            Message(
                f"网址给出的内容类型 {shown} 不是可读的文档",
                f"the address gives {shown}, which is no document that can be read",
            )
        )
    stem = PurePosixPath(last).stem if suffix_of(last) else last
    plain = re.sub(r"[/\\:]", "-", "".join(one for one in stem if not has_controls(one)))
    return f"{plain.strip(' .')[:_LONGEST_STEM] or url.host}{suffix}"
