"""The visible text of a Word paragraph, and the mark of a heading."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of all Word elements."""

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""Copies of text boxes for old versions of Word."""

# Text that was deleted or moved away under tracked changes, properties, and copies.
_NOT_SHOWN = frozenset({f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", FALLBACK})

_MOST_COLUMNS = 63


def span_of(element: etree._Element) -> int:
    """Return the number that an element carries: 1 at least, and no more than Word's 63 columns."""
    return min(max(int(element.get(f"{W}val", "1")), 1), _MOST_COLUMNS)


def heading_mark(styles: list[str]) -> str:
    """Title becomes “# ”, Heading 1 “## ” and so on; other styles get nothing."""
    for name in styles:
        lowered = name.lower()
        if lowered in {"title", "标题"}:
            return "# "
        level = lowered.removeprefix("heading ").removeprefix("标题 ")
        if level != lowered and level.isdigit():
            return "#" * min(int(level) + 1, 6) + " "
    return ""


def visible_text(paragraph: etree._Element) -> str:
    """Return the visible text: insertions in, deletions, hidden text and text boxes out."""
    return "".join(_pieces(paragraph))


def _pieces(parent: etree._Element) -> Iterator[str]:
    for child in parent:
        if child.tag in _NOT_SHOWN or child.tag == f"{W}txbxContent" or _is_hidden(child):
            continue
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag == f"{W}tab":
            yield " "
        elif child.tag in {f"{W}br", f"{W}cr"}:
            yield "\n"
        elif child.tag == f"{W}noBreakHyphen":
            yield "-"
        else:
            yield from _pieces(child)


def _is_hidden(run: etree._Element) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish") if run.tag == f"{W}r" else None
    return vanish is not None and vanish.get(f"{W}val") not in {"0", "false"}


def note_text(note: etree._Element) -> str:
    """Return a footnote as one line."""
    # Word keeps the lines that part notes from the text as notes of their own type.
    return "" if note.get(f"{W}type") else " ".join(visible_text(note).split())
