"""A finding over several statements, taken apart."""

from __future__ import annotations

from answer.wording.parts import parts_of
from tests.answer.wording.making import find

LIST = "一是免租三个月。二是贴息50%。三是缓缴社保。"


def test_each_statement_is_quoted_by_itself() -> None:
    parts = parts_of(find(LIST))
    assert [part.answer for part in parts] == ["免租三个月。", "贴息50%。", "缓缴社保。"]
    for part in parts:
        assert part.document.text[part.start : part.end] == part.quote


def test_statements_outside_the_answer_are_left_out() -> None:
    parts = parts_of(find(LIST, "贴息50%。三是缓缴"))
    assert [part.answer for part in parts] == ["贴息50%。", "缓缴"]


def test_short_members_of_an_introduced_list_are_parts() -> None:
    parts = parts_of(find("需提交:\n1.审批表（原件）。\n2.营业执照。\n3.承诺书。"))
    told = [part.answer.strip("。") for part in parts]
    assert told == ["需提交:", "审批表（原件）", "营业执照", "承诺书"]


def test_one_statement_stays_as_it_is() -> None:
    finding = find("算力费用按50%补助。")
    assert parts_of(finding) == [finding]
