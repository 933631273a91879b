"""Which files are documents, by suffix."""

from __future__ import annotations

from pathlib import Path

IMAGE_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff"})

READERS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "plain_text",
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".docx": "word",
    ".docm": "word",
    ".xlsx": "excel",
    ".xlsm": "excel",
    ".pptx": "powerpoint",
    ".pptm": "powerpoint",
    ".csv": "csv_file",
    ".tsv": "csv_file",
    ".json": "json_file",
    ".jsonl": "jsonl_file",
} | dict.fromkeys(IMAGE_SUFFIXES, "image")
"""Suffix, in lower case, to the module in `ingest.readers` that reads it."""


SAVE_AS = {
    ".doc": ".docx",
    ".dot": ".docx",
    ".wps": ".docx",
    ".rtf": ".docx",
    ".odt": ".docx",
    ".xls": ".xlsx",
    ".et": ".xlsx",
    ".ods": ".xlsx",
    ".ppt": ".pptx",
    ".dps": ".pptx",
    ".odp": ".pptx",
    ".ofd": ".pdf",
    ".ceb": ".pdf",
    ".caj": ".pdf",
    ".mht": ".html",
    ".mhtml": ".html",
    ".heic": ".jpg",
    ".gif": ".png",
}
"""Documents that cannot be read as they are, and what to save them as."""


def is_readable(path: Path) -> bool:
    """Whether a reader for this suffix is built in."""
    return path.suffix.lower() in READERS


def is_document(path: Path) -> bool:
    """Whether this is a document by its suffix, be it one that can be read or not."""
    return is_readable(path) or path.suffix.lower() in SAVE_AS
