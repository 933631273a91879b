"""Document text as lines, with the quote marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from chat.layout import Line, LineKind, lines


def marked(found: list[Line]) -> str:
    return "".join(piece.text for line in found for piece in line.pieces if piece.marked)


def test_markdown_becomes_looks_and_the_words_stay() -> None:
    text = "## 标题\n\n- 要点。\n第三条 内容。\n第二章 总则\n二、其他\n正文"
    found = lines(text, 0, len(text))
    assert [line.kind for line in found] == [
        LineKind.HEADING,
        LineKind.ITEM,
        LineKind.CLAUSE,
        LineKind.HEADING,
        LineKind.CLAUSE,
        LineKind.TEXT,
    ]
    assert [(piece.text, piece.syntax) for piece in found[0].pieces] == [
        ("## ", True),
        ("标题", False),
    ]


def test_quote_over_two_lines_is_marked_in_both() -> None:
    text = "甲一乙\n- 丙二丁\n"
    start, end = text.index("一"), text.index("丁")
    found = lines(text, 0, len(text), (start, end))
    assert [[(p.text, p.marked) for p in line.pieces] for line in found] == [
        [("甲", False), ("一乙", True)],
        [("- ", True), ("丙二", True), ("丁", False)],
    ]


def test_offsets_count_from_the_start_of_the_text() -> None:
    text = "第一行\n第二行有引文。\n第三行"
    start = text.index("引文")
    found = lines(text, text.index("第二行"), text.index("第三行"), (start, start + 2))
    assert [piece.text for piece in found[0].pieces] == ["第二行有", "引文", "。"]
    assert marked(found) == "引文"


@given(st.data(), st.text(st.sampled_from("甲乙 -#\n第一条、\r\u2028")))
def test_marked_words_are_the_quote(data: st.DataObject, text: str) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = lines(text, 0, len(text), (start, end))
    assert "".join(marked(found).split()) == "".join(text[start:end].split())
    shown = "".join(piece.text for line in found for piece in line.pieces)
    assert "".join(shown.split()) == "".join(text.split())
