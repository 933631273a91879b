"""Photos and scans of documents."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from PIL import Image, ImageSequence, UnidentifiedImageError

from ingest.content import Content
from ingest.errors import UnreadableFile
from ingest.readers.columns import with_tables
from ingest.readers.layout import Block, text_lines
from ingest.readers.ocr import recognise
from ingest.readers.package import PARSING_ERRORS, damaged
from records import Message

_PICTURE_ERRORS = (
    UnidentifiedImageError,
    Image.DecompressionBombError,
    EOFError,
    SyntaxError,
    *PARSING_ERRORS,
)


def read(path: Path) -> list[Content]:
    """Return the text that OCR finds on every page of an image."""
    lines = picture_lines(path, [path])
    if not lines:
        raise no_text(path)
    return [Content(text="\n".join(lines))]


def picture_lines(path: Path, pictures: Sequence[Path | IO[bytes]]) -> list[str]:
    """Return the paragraphs and table rows that OCR finds in pictures, in order.

    `path` is the file that errors name. Raises UnreadableFile for a damaged picture.
    """
    blocks: list[Block] = []
    with warnings.catch_warnings():
        # Of odd tags in a TIFF and of large photos, which can be read all the same.
        warnings.simplefilter("ignore", UserWarning)
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        for number, page in enumerate(_pages(path, pictures)):
            blocks += with_tables(recognise(page, page=number))
    return text_lines(blocks)


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


def _pages(path: Path, pictures: Sequence[Path | IO[bytes]]) -> Iterator[Image.Image]:
    for picture in pictures:
        try:
            with Image.open(picture) as image:
                for page in ImageSequence.Iterator(image):
                    yield page.copy()
        except _PICTURE_ERRORS as error:
            raise damaged(path, str(error)) from error
