"""PDF: paragraphs and ruled tables from the text layer, OCR for pages that are pictures."""

from __future__ import annotations

import logging
from pathlib import Path

import pdfplumber
import pypdfium2  # type: ignore[import-untyped]
from pdfminer.psexceptions import PSException
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from ingest.content import Content, OnPage
from ingest.errors import UnreadableFile
from ingest.readers.columns import with_tables
from ingest.readers.image import no_text
from ingest.readers.layout import Block, text_lines
from ingest.readers.ocr import recognise
from ingest.readers.package import PARSING_ERRORS, damaged
from ingest.readers.page_text import page_blocks
from ingest.readers.running_heads import PageBlocks, without_running_heads
from records import Message

# Pixels for a point: 200 dpi, at which body text is about 30 pixels high.
_SCAN_SCALE = 200 / 72
# A scan may carry a typed page number or stamp: fewer letters than this are no text layer.
_FEW_LETTERS = 30


def read(path: Path, on_page: OnPage | None = None) -> list[Content]:
    """Return the text of a PDF: paragraphs and table rows, without page numbers and heads.

    A table that goes on across pages keeps its header. A page without a text layer is rendered
    and recognised. Raises UnreadableFile: password, damage, no text found.
    """
    # It warns of oddities in fonts and object tables that do not keep the text from being read.
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    with _checked(path) as rendered:
        try:
            with pdfplumber.open(path) as document:
                pages = []
                for number in range(len(rendered)):
                    pages.append(_read_page(document, rendered, number))
                    if on_page is not None:
                        on_page(number + 1, len(rendered))
        except (PdfminerException, MalformedPDFException, PSException, *PARSING_ERRORS) as error:
            raise damaged(path, str(error)) from error
    blocks = without_running_heads(pages)
    if not blocks:
        raise no_text(path)
    return [Content(text="\n".join(text_lines(blocks)))]


def _checked(path: Path) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(path)
        if len(document):
            return document
    except pypdfium2.PdfiumError as error:
        if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise UnreadableFile(
                path,
                Message("PDF 设有密码", "The PDF has a password"),
                Message("请去掉密码后另存再加入", "Save it without the password and add it again"),
            ) from error
        raise damaged(path, str(error)) from error
    raise damaged(path, "no pages")


def _read_page(document: PDF, rendered: pypdfium2.PdfDocument, number: int) -> PageBlocks:
    page = document.pages[number]
    blocks: list[Block] = page_blocks(page, number)
    letters = sum(len(char["text"].strip()) for char in page.chars)
    is_blank = not any(page.objects.values())
    if not is_blank and (not blocks or (page.images and letters < _FEW_LETTERS)):
        image = rendered[number].render(scale=_SCAN_SCALE).to_pil()
        seen = list(with_tables(recognise(image, page=number, width=float(page.width))))
        blocks = seen or blocks
    height = float(page.height)
    page.close()
    return PageBlocks(tuple(blocks), height)
