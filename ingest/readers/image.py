"""Photos and scans of documents."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageSequence, UnidentifiedImageError

from ingest.content import Content
from ingest.errors import Message, UnreadableFile
from ingest.readers.columns import with_tables
from ingest.readers.layout import Block, text_lines
from ingest.readers.ocr import recognise
from ingest.readers.package import damaged


def read(path: Path) -> list[Content]:
    """Return the text that OCR finds on every page of an image."""
    blocks: list[Block] = []
    try:
        with Image.open(path) as image:
            for number, page in enumerate(ImageSequence.Iterator(image)):
                blocks += with_tables(recognise(page, page=number))
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise damaged(path, str(error)) from error
    if not blocks:
        raise no_text(path)
    return [Content(text="\n".join(text_lines(blocks)))]


def no_text(path: Path) -> UnreadableFile:
    """Build the error for pictures and scans in which no text was found."""
    return UnreadableFile(
        path,
        Message("图像里没有识别出文字", "No text was found in the picture"),
        Message(
            "请换一份更清晰、摆正的扫描件或照片（建议 300 dpi）",
            "Use a sharper, upright scan or photo (300 dpi is good)",
        ),
    )
