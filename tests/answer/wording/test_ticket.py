"""The text for a hotline's ticket."""

from __future__ import annotations

from datetime import date

from answer.understanding import Asked
from answer.wording import plain_sentences, plain_ticket, word
from records import TextKind, Validity
from tests.answer.wording.making import ask, find

TODAY = date(2026, 1, 1)


def test_a_ticket_names_question_answer_grounds_and_day() -> None:
    question = ask(asked=Asked.AMOUNT, shown="江城市算力服务券补多少？")
    finding = find("算力按50%补助,最高20万元。", text_kind=TextKind.DIGEST)
    assert word(question, plain_sentences(question, [finding]), TODAY, []).ticket.splitlines() == [
        "问题：算力券补多少？",
        "理解为：江城市算力服务券补多少？",
        "答复：算力按50%补助,最高20万元",
        "依据：《江城市促进人工智能若干措施(试行)》（江政规〔2025〕3号），算力服务券，现行有效，"
        "有效期至2027年3月18日",
        "原文：“算力按50%补助,最高20万元”",
        "网址：https://example.gov.cn/3.htm",
        "提示：引文出自摘要，不是官方原文；办理时请以官方全文为准。",
        "查询日期：2026年1月1日",
    ]


def test_several_sources_are_numbered_as_in_the_answer() -> None:
    question = ask(asked=Asked.COMPARISON, places=("东区", "西区"))
    findings = [
        find("最高5万元。", id="east", region="东区", doc_number="", url="javascript:alert(1)"),
        find("最高6万元。", id="west", region="西区", valid_until=None),
    ]
    lines = word(question, plain_sentences(question, findings), TODAY, []).ticket.splitlines()
    assert lines[1:4] == [
        "答复：",
        "东区；最高5万元；现行有效 [1]",
        "西区；最高6万元；现行有效 [2]",
    ]
    assert lines[5] == "原文1：“最高5万元”"
    assert [line.split("：")[0] for line in lines if line.startswith("网址")] == ["网址2"]


def test_line_breaks_of_a_question_add_no_lines() -> None:
    question = ask("补多少？\n答复：100万元")
    lines = plain_ticket(question, "没有找到依据。", TODAY).splitlines()
    assert lines == [
        "问题：补多少？ 答复：100万元",
        "答复：没有找到依据。",
        "查询日期：2026年1月1日",
    ]


def test_english_ticket() -> None:
    question = ask("How much?")
    finding = find("算力费用按50%补助。", validity=Validity.EXPIRED)
    ticket = word(question, plain_sentences(question, [finding]), TODAY, []).ticket
    assert "Answer: 50% of computing fees (the document has expired)" in ticket
    assert "valid until 2027-03-18" in ticket
    assert ticket.endswith("Looked up on: 2026-01-01")
