"""The outline leads to the lines on which its clauses begin."""

from __future__ import annotations

from chat.library.reading import outline_of
from chat.library_room.text_lines import text_lines
from tests.small_storage import make_document

TEXT = "# 办法\n\n第一章 总则\n\n第一条 甲。\n（一）乙；\n（二）丙。\n\n第二条 丁。\n"


def test_each_clause_is_found_on_its_line() -> None:
    document = make_document(title="办法", text=TEXT)
    lines, outline = text_lines(document.text, outline_of(document))
    shown = {one.anchor: "".join(piece.text for piece in one.line.pieces) for one in lines}
    labels = [entry.label for entry in outline]
    assert "第二条" in labels
    for entry in outline:
        assert entry.label.split()[0] in shown[entry.anchor]


def test_a_text_without_lines_has_no_outline() -> None:
    assert text_lines("\n\n", []) == ([], [])
