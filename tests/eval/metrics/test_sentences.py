"""Cutting answers into sentences with their citations."""

from __future__ import annotations

import pytest

from eval.metrics.sentences import Sentence, split_sentences


@pytest.mark.parametrize("text", ["最高20万元[1]。期限三年[2]。", "最高20万元。[1]期限三年。 [2]"])
def test_markers_before_and_after_the_full_stop_belong_to_the_sentence(text: str) -> None:
    assert split_sentences(text) == [Sentence("最高20万元。", (1,)), Sentence("期限三年。", (2,))]


def test_lines_lists_and_english() -> None:
    sentences = split_sentences("如下：\n- 甲项500万元[1]\n2. 乙项[2][1]\nUp to 3.5 million.[3]")
    assert sentences == [
        Sentence("如下：", ()),
        Sentence("甲项500万元", (1,)),
        Sentence("乙项", (2, 1)),
        Sentence("Up to 3.5 million.", (3,)),
    ]
    assert [s.states_something for s in sentences] == [False, True, False, True]


def test_a_marker_on_its_own_line_goes_to_the_sentence_before() -> None:
    assert split_sentences("最高20万元。\n[1]") == [Sentence("最高20万元。", (1,))]


def test_a_semicolon_after_a_marker_ends_a_statement_and_any_other_does_not() -> None:
    assert split_sentences("《办法》：“甲项20万元”[1]；“乙项30万元；丙项40万元”[2]。") == [
        Sentence("《办法》：“甲项20万元”；", (1,)),
        Sentence("“乙项30万元；丙项40万元”。", (2,)),
    ]


def test_several_in_one_sentence() -> None:
    assert split_sentences("甲公司[1]和乙公司[2]都可以申请。")[0].citations == (1, 2)


def test_a_quotation_is_one_statement_however_many_sentences_it_holds() -> None:
    text = "《甲》：“以上是对“怎么回事?”的建议。祝健康!”[1]；“另一段。还有”[2]。\n以上两条。[1]"
    assert split_sentences(text) == [
        Sentence("《甲》：“以上是对“怎么回事?”的建议。祝健康!”", (1,)),
        Sentence("“另一段。还有”。", (2,)),
        Sentence("以上两条。", (1,)),
    ]


def test_a_marker_closes_a_quotation_that_left_a_quote_open() -> None:
    assert split_sentences("“甲“乙。”[1]丙。[2]") == [
        Sentence("“甲“乙。”", (1,)),
        Sentence("丙。", (2,)),
    ]


def test_the_frame_of_a_table_is_no_sentence() -> None:
    table = "| 地区 | 规定 | 有效性 |\n|---|---|---|\n| 武昌区 | 最高50万元 [1] | 现行有效 |"
    (row,) = split_sentences(table)
    assert row.citations == (1,)
    assert "最高50万元" in row.text
