"""Sentences put together: markers, citations, tables, and the check that they must pass."""

from __future__ import annotations

from datetime import date

import pytest

from answer.checks import check_answer
from answer.finding import Finding, Sentence, Shape
from answer.understanding import Question
from answer.wording import is_table_frame, plain_sentences, word
from answer.wording.compose import Worded
from records import Answer, AnswerStatus
from tests.answer.wording.making import ask, find

TODAY = date(2026, 1, 1)
ONE = find("甲项最高10万元。", before="- ")
TWO = find("乙项最高20万元。", before="- 甲项最高10万元。\n- ", id="two")


def checked(question: Question, sentences: list[Sentence], *findings: Finding) -> Worded:
    worded = word(question, sentences, TODAY, [])
    # Whether the frame of a table passes is settled with the check itself.
    lines = [line for line in worded.text.splitlines() if not is_table_frame(line)]
    answer = Answer(
        question=question.text,
        status=AnswerStatus.ANSWERED,
        text="\n".join(lines),
        citations=worded.citations,
    )
    check_answer(answer, {one.document.id: one.document for one in findings})
    return worded


def test_one_line_has_no_full_stop_and_one_marker() -> None:
    worded = checked(ask(), plain_sentences(ask(), [ONE]), ONE)
    assert worded.text == "甲项最高10万元 [1]"
    [citation] = worded.citations
    assert citation.quote == ONE.quote
    assert citation.clause == "算力服务券"
    assert citation.passage_id == ONE.passage.id


def test_several_lines_end_in_full_stops_and_share_citations() -> None:
    sentences = [
        Sentence(text="甲项最高10万元", findings=(ONE,)),
        Sentence(text="乙项最高20万元", findings=(TWO, ONE)),
        Sentence(text="甲项最高10万元", findings=(ONE,)),
    ]
    worded = checked(ask(), sentences, ONE, TWO)
    assert worded.text.splitlines() == [
        "甲项最高10万元 [1]。",
        "乙项最高20万元 [2][1]。",
        "甲项最高10万元 [1]。",
    ]
    assert [one.number for one in worded.citations] == [1, 2]


def test_items_and_steps() -> None:
    items = [Sentence(text=t, findings=(ONE,), shape=Shape.ITEM) for t in ("甲项", "乙项")]
    steps = [Sentence(text=t, findings=(TWO,), shape=Shape.STEP) for t in ("申报", "评审")]
    worded = checked(ask(), [*items, *steps], ONE, TWO)
    assert worded.text.splitlines() == [
        "- 甲项 [1]",
        "- 乙项 [1]",
        "1. 申报 [2]",
        "2. 评审 [2]",
    ]


def test_rows_become_one_table_whose_frame_is_known() -> None:
    rows = [
        Sentence(text="", findings=(ONE,), shape=Shape.ROW, cells=("东区", "甲项|一", "现行有效")),
        Sentence(text="", findings=(TWO,), shape=Shape.ROW, cells=("西区", "乙项", "已过期")),
    ]
    after = Sentence(text="乙项最高20万元", findings=(TWO,))
    lines = checked(ask(), [*rows, after], ONE, TWO).text.splitlines()
    assert lines == [
        "| 地区 | 规定 | 有效性 |",
        "| --- | --- | --- |",
        "| 东区 | 甲项｜一 [1] | 现行有效 |",
        "| 西区 | 乙项 [2] | 已过期 |",
        "乙项最高20万元 [2]",
    ]
    assert [is_table_frame(line) for line in lines] == [True, True, False, False, False]


@pytest.mark.parametrize("cells", [("甲",), ("甲", "乙"), ("《甲》", "乙", "丙", "丁", "戊")])
def test_every_frame_that_is_written_is_known(cells: tuple[str, ...]) -> None:
    row = Sentence(text="", findings=(ONE,), shape=Shape.ROW, cells=cells)
    for question in (ask(), ask("How much?")):
        lines = word(question, [row], TODAY, []).text.splitlines()
        assert [is_table_frame(line) for line in lines] == [True, True, False]


@pytest.mark.parametrize("line", ["| 地区 | 最高50万元 | 有效性 |", "地区", "", "| 武昌区 |"])
def test_what_states_something_is_no_frame(line: str) -> None:
    assert not is_table_frame(line)


def test_english_is_followed_by_the_chinese_words_once() -> None:
    question = ask("How much is the voucher?")
    finding = find("企业算力服务费用按50%补助,最高20万元,补助期限不超过三年。")
    worded = checked(question, plain_sentences(question, [finding]), finding)
    assert worded.text == (
        "50% of computing service fees, up to RMB 200,000, for up to 3 years [1]: "
        "“企业算力服务费用按50%补助,最高20万元,补助期限不超过三年” [1]"
    )


def test_what_has_no_english_form_is_quoted_alone() -> None:
    question = ask("What is it?")
    finding = find("由牵头单位组织实施。")
    worded = checked(question, plain_sentences(question, [finding]), finding)
    assert worded.text == "“由牵头单位组织实施” [1]"


def test_hostile_text_makes_no_lines_and_no_markers() -> None:
    finding = find("第一行\n| a | b |\n见[7]。")
    worded = checked(ask(), plain_sentences(ask(), [finding]), finding)
    assert worded.text == "第一行 | a | b | 见［7］ [1]"
