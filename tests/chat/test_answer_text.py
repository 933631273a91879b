"""Answers cut into pieces, words and markers."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat.answer_text import BlockKind, Segment, answer_pieces, blocks
from records import Citation


def citation(number: int) -> Citation:
    return Citation(number=number, document_id="d", title="t", quote="q", start=0, end=1)


def lines_of(text: str, *citations: Citation) -> list[tuple[Segment, ...]]:
    """The cells of all lines of all blocks, in order."""
    return [cell for block in blocks(text, citations) for line in block.lines for cell in line]


def words(cell: tuple[Segment, ...]) -> str:
    return "".join(s.text + (f"[{s.citation.number}]" if s.citation else "") for s in cell)


ANSWER_CHARACTERS = st.text(st.sampled_from("甲乙，。；“”\n [1]2;"))


def test_pieces_end_at_clauses_and_keep_markers() -> None:
    text = "《甲》规定：“每年1000万元，重点支持。”[1][2]另外，最高20万元"
    assert list(answer_pieces(text)) == [
        "《甲》规定：“每年1000万元，",
        "重点支持。”[1][2]",
        "另外，",
        "最高20万元",
    ]


@given(ANSWER_CHARACTERS)
def test_pieces_make_up_the_text(text: str) -> None:
    assert "".join(answer_pieces(text)) == text


@given(ANSWER_CHARACTERS)
def test_a_marker_is_never_cut(text: str) -> None:
    markers = re.findall(r"\[\d\]", text)
    assert [mark for piece in answer_pieces(text) for mark in re.findall(r"\[\d\]", piece)] == (
        markers
    )


def test_marker_takes_the_character_before_it_along() -> None:
    [segments] = lines_of("甲乙。 [1]丙[2]", citation(1), citation(2))
    assert [(s.text, s.citation.number if s.citation else None) for s in segments] == [
        ("甲乙", None),
        ("。 ", 1),
        ("丙", 2),
    ]


def test_number_without_citation_is_plain_text() -> None:
    [segments] = lines_of("见[3]和[x]", citation(1))
    assert [(s.text, s.citation) for s in segments] == [("见[3]和[x]", None)]


@given(ANSWER_CHARACTERS)
def test_paragraphs_keep_every_word(text: str) -> None:
    assert [words(cell) for cell in lines_of(text, citation(1))] == [
        line for line in text.splitlines() if line.strip()
    ]


def test_lists_steps_and_tables_are_told_apart() -> None:
    text = (
        "先说一句 [1]\n- 甲 [1]\n- 乙 [2]\n2. 丙 [1]\n3. 丁 [2]\n"
        "| 地区 | 规定 |\n| --- | --- |\n| 武昌区 | 最高50万元 [1] |"
    )
    found = blocks(text, [citation(1), citation(2)])
    assert [block.kind for block in found] == [
        BlockKind.PARAGRAPH,
        BlockKind.ITEMS,
        BlockKind.STEPS,
        BlockKind.TABLE,
    ]
    assert [words(line[0]) for line in found[1].lines] == ["甲 [1]", "乙 [2]"]
    assert found[2].first == 2
    assert [[words(cell) for cell in row] for row in found[3].lines] == [
        ["地区", "规定"],
        ["武昌区", "最高50万元 [1]"],
    ]
    assert found[3].has_header


@pytest.mark.parametrize("text", ["1.5万元 [1]", "-5度", "2026. 年", "a | b", "10.1.1 条"])
def test_figures_and_signs_begin_no_list(text: str) -> None:
    assert [block.kind for block in blocks(text, [citation(1)])] == [BlockKind.PARAGRAPH]


def test_rows_without_a_header_are_all_rows() -> None:
    [table] = blocks("| 甲 | 乙 [1] |\n| 丙 | 丁 [1] |", [citation(1)])
    assert not table.has_header
    assert len(table.lines) == 2


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("20万元（80万元×50%=40万元，超过上限20万元，按上限计），以审核为准。", "worked"),
        ("- 上限相差450万元（500万元−50万元=450万元）", "worked"),
        ("200,000 yuan (800,000 yuan × 50% = 400,000 yuan; above the cap)", "worked"),
        ("按50%补助，最高20万元。", "paragraph"),
        ("补贴金额=单价×数量，2025-2027年每年=一次", "paragraph"),
        ("| 武汉市 | 80万元×50%=40万元 |", "table"),
    ],
)
def test_what_is_worked_out_stands_apart(line: str, kind: str) -> None:
    [block] = blocks(line, ())
    assert block.kind == kind
    assert "".join(s.text for row in block.lines for cell in row for s in cell) in line.replace(
        " | ", ""
    ).strip("| ")
