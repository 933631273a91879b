"""Word documents, in the order they are read on paper, tables and automatic numbers included."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from lxml import etree

from ingest.content import Content
from ingest.readers.office_pictures import scanned_lines
from ingest.readers.package import PARSING_ERRORS, check_package, damaged
from ingest.readers.word_numbering import Numbering
from ingest.readers.word_rows import WordCell, grid_of_rows
from ingest.readers.word_text import FALLBACK, W, heading_mark, note_text, span_of, visible_text
from ingest.tables import render_table

_CONTAINERS = frozenset({f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml", f"{W}smartTag"})


def read(path: Path) -> list[Content]:
    """Return paragraphs, tables, text boxes and footnotes; headings carry Markdown marks."""
    check_package(path, "word/")
    try:
        body = _Body(docx.Document(str(path)))
    except (OpcError, etree.XMLSyntaxError, *PARSING_ERRORS) as error:
        raise damaged(path, str(error)) from error
    try:
        text = "\n".join(body.lines())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(path, str(error)) from error
    return [Content(text=text if text.strip() else "\n".join(scanned_lines(path, "word/")))]


class _Body:
    """Walks through the body once; the counters of automatic numbers run along."""

    def __init__(self, document: WordDocument) -> None:
        self._document = document
        self._styles = {style.style_id: style for style in document.styles}
        self._numbering = Numbering.of(_part_root(document, RELATIONSHIP_TYPE.NUMBERING))

    def lines(self) -> Iterator[str]:
        """Yield the lines of the body, then the footnotes."""
        yield from self._blocks(self._document.element.body)
        notes = _part_root(self._document, RELATIONSHIP_TYPE.FOOTNOTES)
        texts = (
            [note_text(note) for note in notes.iter(f"{W}footnote")] if notes is not None else []
        )
        for number, text in enumerate(filter(None, texts), start=1):
            yield f"注{number}：{text}"

    def _blocks(self, parent: etree._Element) -> Iterator[str]:
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag in _CONTAINERS:
                yield from self._blocks(child)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[str]:
        style = self._style_names(paragraph)
        if style and style[0].lower().startswith("toc "):
            return
        label = self._label(paragraph)
        text = visible_text(paragraph).strip(" \u3000\u00a0")
        if text:
            between = "" if not label or label.endswith(("、", "）", ")")) else " "
            yield f"{heading_mark(style)}{label}{between}{text}"
        for box in paragraph.iter(f"{W}txbxContent"):
            if not any(parent.tag == FALLBACK for parent in box.iterancestors()):
                yield from self._blocks(box)

    def _table(self, table: etree._Element) -> Iterator[str]:
        rows = list(_rows(table))
        grid = grid_of_rows([list(self._row(row)) for row in rows])
        marked = 0
        while marked < len(rows) and rows[marked].find(f"{W}trPr/{W}tblHeader") is not None:
            marked += 1
        header_rows = marked if 0 < marked < len(rows) else None
        yield from render_table(grid, header_rows=header_rows)

    def _row(self, row: etree._Element) -> Iterator[WordCell]:
        before = row.find(f"{W}trPr/{W}gridBefore")
        if before is not None:
            yield "", span_of(before), ""
        for cell in row.iter(f"{W}tc"):
            if cell.getparent() is not row and _row_of(cell) is not row:
                continue
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            kind = "" if merge is None else str(merge.get(f"{W}val") or "continue")
            columns = span_of(span) if span is not None else 1
            yield "\n".join(self._blocks(cell)), columns, kind

    def _style_names(self, paragraph: etree._Element) -> list[str]:
        """Return the names of the paragraph's style and of those it is based on."""
        reference = paragraph.find(f"{W}pPr/{W}pStyle")
        style = self._styles.get(reference.get(f"{W}val", "")) if reference is not None else None
        names: list[str] = []
        while style is not None and len(names) < 10:
            names.append(style.name or "")
            style = getattr(style, "base_style", None)
        return names

    def _label(self, paragraph: etree._Element) -> str:
        """Return the automatic number, set on the paragraph itself or by its style."""
        found = paragraph.find(f"{W}pPr/{W}numPr")
        reference = paragraph.find(f"{W}pPr/{W}pStyle")
        style = self._styles.get(reference.get(f"{W}val", "")) if reference is not None else None
        while found is None and style is not None:
            found = style.element.find(f"{W}pPr/{W}numPr")
            style = getattr(style, "base_style", None)
        if found is None:
            return ""
        number = found.find(f"{W}numId")
        level = found.find(f"{W}ilvl")
        number_id = number.get(f"{W}val", "") if number is not None else ""
        return self._numbering.label(
            number_id, int(level.get(f"{W}val", "0")) if level is not None else 0
        )


def _part_root(document: WordDocument, kind: str) -> etree._Element | None:
    for relation in document.part.rels.values():
        if relation.reltype == kind:
            return etree.fromstring(relation.target_part.blob)
    return None


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for row in table.iter(f"{W}tr"):
        nearest = next(row.iterancestors(f"{W}tbl"))
        if nearest is table and row.find(f"{W}trPr/{W}del") is None:
            yield row


def _row_of(cell: etree._Element) -> etree._Element:
    return next(cell.iterancestors(f"{W}tr"))
