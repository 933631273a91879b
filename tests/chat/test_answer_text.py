"""Answers cut into pieces, words and markers."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from chat.answer_text import answer_pieces, paragraphs
from records import Citation


def citation(number: int) -> Citation:
    return Citation(number=number, document_id="d", title="t", quote="q", start=0, end=1)


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
    [segments] = paragraphs("甲乙。[1]丙[2]", [citation(1), citation(2)])
    assert [(s.text, s.citation.number if s.citation else None) for s in segments] == [
        ("甲乙", None),
        ("。", 1),
        ("丙", 2),
    ]


def test_number_without_citation_is_plain_text() -> None:
    [segments] = paragraphs("见[3]和[x]", [citation(1)])
    assert [(s.text, s.citation) for s in segments] == [("见[3]和[x]", None)]


@given(ANSWER_CHARACTERS)
def test_paragraphs_keep_every_word(text: str) -> None:
    cited = citation(1)
    rebuilt = [
        "".join(s.text + ("[1]" if s.citation else "") for s in segments)
        for segments in paragraphs(text, [cited])
    ]
    assert rebuilt == [line for line in text.splitlines() if line.strip()]
