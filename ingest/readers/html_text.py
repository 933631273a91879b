"""What an HTML element shows, as lines: blocks, lists, headings and tables, to the letter."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from ingest.encoding import clean
from ingest.tables import Cell, expand_spans, render_table

_NOT_TEXT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "object",
        "button",
        "select",
        "input",
        "textarea",
        "head",
        "nav",
        "aside",
        "footer",
        "figcaption",
        "form",
    ]
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "ul",
        "tr",
        "td",
        "th",
        "tbody",
        "thead",
    ]
)
_HEADINGS = {f"h{level}": "#" * level + " " for level in range(1, 7)}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WIDE = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]"
# Source code is wrapped anywhere; between Chinese characters that is no blank.
_WRAPPED = re.compile(rf"(?<={_WIDE})[ \t\r\f]*\n\s*(?={_WIDE})")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_MOST_SPANNED = 100


def element_lines(element: HtmlElement) -> list[str]:
    """Return the lines that an element shows, none of them blank.

    Scripts, styles, navigation, forms and hidden elements are left out. Headings carry Markdown
    marks, list items “-” or their number; a table gives a line for each of its rows.
    """
    writer = _Writer()
    writer.element(element)
    writer.end_line()
    return writer.lines


class _Writer:
    """Collects running text until a block begins or ends."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._running = ""
        self._mark = ""

    def element(self, element: HtmlElement) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in _NOT_TEXT or _is_hidden(element):
            return
        if tag == "br":
            self.end_line()
        elif tag in _HEADINGS:
            self._block(element, _HEADINGS[tag])
        elif tag == "li":
            self._block(element, _item_mark(element))
        elif tag == "table" and _is_data(element):
            self.end_line()
            self.lines += _table_lines(element)
        elif tag in _BLOCKS or tag == "table":
            self._block(element, "")
        else:
            self._content(element)

    def end_line(self) -> None:
        """Write the running text as a line, after its mark."""
        text = _BLANKS.sub(" ", self._running).strip(" \u00a0\u3000")
        if text:
            self.lines.append(self._mark + text)
            self._mark = ""
        self._running = ""

    def _block(self, element: HtmlElement, mark: str) -> None:
        self.end_line()
        self._mark = mark or self._mark
        self._content(element)
        self.end_line()
        self._mark = "" if mark else self._mark

    def _content(self, element: HtmlElement) -> None:
        self._text(element.text)
        for child in element:
            self.element(child)
            self._text(child.tail)

    def _text(self, text: str | None) -> None:
        self._running += _WRAPPED.sub("", clean(text or "").replace("\u200b", ""))


def _is_hidden(element: HtmlElement) -> bool:
    return "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style") or ""))


def _item_mark(item: HtmlElement) -> str:
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "- "
    before = sum(1 for _ in item.itersiblings("li", preceding=True))
    start = parent.get("start") or "1"
    return f"{(int(start) if start.isdigit() else 1) + before}. "


def _is_data(table: HtmlElement) -> bool:
    """Tables that hold tables, or have no second row with columns, only lay out the page."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    return sum(1 for row in table.iter("tr") if len(row.findall("td") + row.findall("th")) > 1) > 1


def _table_lines(table: HtmlElement) -> list[str]:
    caption = table.find("caption")
    title = " ".join(element_lines(caption)) if caption is not None else ""
    grid = expand_spans([_row_cells(row) for row in table.iter("tr")])
    return render_table(grid, title=title)


def _row_cells(row: HtmlElement) -> list[tuple[Cell, int, int]]:
    cells = [cell for cell in row if cell.tag in {"td", "th"}]
    in_head = next(row.iterancestors("thead"), None) is not None
    return [
        (
            Cell(" ".join(element_lines(cell)), cell.tag == "th" or in_head),
            _span(cell, "colspan"),
            _span(cell, "rowspan"),
        )
        for cell in cells
    ]


def _span(cell: HtmlElement, name: str) -> int:
    written = cell.get(name) or "1"
    return min(max(int(written), 1), _MOST_SPANNED) if written.isdigit() else 1
