"""Documents and answers that change after an answer was composed: the check always raises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.calculation import calculate
from answer.checks import UnsupportedAnswer, check_answer
from answer.figures import parse_figures
from answer.finding import Finding, Sentence
from answer.understanding import understand
from answer.wording import plain_sentences, word
from records import Answer, AnswerStatus, Document
from tests.answer.findings import TODAY, make_finding

CORPUS = Path(__file__).parents[3] / "corpus"
STATEMENTS = [
    line.removeprefix("- ")
    for path in sorted(CORPUS.glob("*.md"))
    for line in path.read_text(encoding="utf-8").rpartition("\n---\n")[2].splitlines()
    if line.startswith("- ") and any(c.isdigit() for f in parse_figures(line) for c in f.text)
]
# A yes-or-no question is answered with whole statements.
QUESTION = understand("这条政策能享受吗")
CHANGES = [
    ("万", "亿"), ("亿", "万"), ("%", "‰"), ("(?<=[0-9一两三])年", "月"), ("个月", "年"),
    ("(?<=[0-9])人", "家"), ("(?<=[0-9])家", "人"), ("元", "美元"), ("公里", "米"),
    ("PFlops", "EFlops"), ("平方米", "亩"), ("个工作日", "天"),
    ("最高", "每家"), ("最高", "不低于"), ("最高", ""), ("最长", "至少"), ("不低于", "不超过"),
    ("不少于", "不超过"), ("不超过", "不低于"), ("以上", "以下"), ("以下", "以上"),
    ("累计", "每年"), ("每年", "累计"), ("每年", "每月"),
    ("单次", "累计"), ("不", ""), ("可", "不可"),
]  # fmt: skip


def composed(question_text: str, sentences: list[Sentence]) -> Answer:
    worded = word(replace(QUESTION, text=question_text), sentences, TODAY, [])
    return Answer(
        question=question_text,
        status=AnswerStatus.ANSWERED,
        text=worded.text,
        citations=worded.citations,
        read_aloud=worded.read_aloud,
        ticket=worded.ticket,
    )


@cache
def answered(statement: str) -> tuple[Finding, Answer]:
    finding = make_finding(statement, valid_until=date(2027, 3, 18))
    return finding, composed(QUESTION.text, plain_sentences(QUESTION, [finding]))


def changed_document(answer: Answer, document: Document, text: str) -> tuple[Answer, Document]:
    """The document with another text, and the answer as if its citation had followed it."""
    (citation,) = answer.citations
    moved = replace(citation, quote=text, end=len(text))
    return replace(answer, citations=(moved,)), replace(document, text=text)


def raises(answer: Answer, document: Document) -> bool:
    try:
        check_answer(answer, {document.id: document})
    except UnsupportedAnswer:
        return True
    return False


def changes_of(text: str) -> Iterator[str]:
    for old, new in CHANGES:
        for match in re.finditer(old, text):
            yield text[: match.start()] + new + text[match.end() :]


@pytest.mark.parametrize("statement", STATEMENTS)
def test_the_answer_as_composed_passes(statement: str) -> None:
    finding, answer = answered(statement)
    assert not raises(answer, finding.document)


@given(st.data())
def test_a_changed_digit_of_the_document_is_caught(data: st.DataObject) -> None:
    statement = data.draw(st.sampled_from(STATEMENTS))
    finding, answer = answered(statement)
    places = [place for place, character in enumerate(statement) if character.isdigit()]
    place = data.draw(st.sampled_from(places))
    digit = data.draw(st.sampled_from("0123456789").filter(lambda d: d != statement[place]))
    text = statement[:place] + digit + statement[place + 1 :]
    assert raises(answer, replace(finding.document, text=text))
    assert raises(*changed_document(answer, finding.document, text))


@pytest.mark.parametrize("statement", STATEMENTS[::3])
def test_a_changed_unit_or_modality_of_the_document_is_caught(statement: str) -> None:
    finding, answer = answered(statement)
    for text in changes_of(statement):
        assert raises(*changed_document(answer, finding.document, text)), text


@given(st.data())
def test_a_changed_digit_of_the_answer_is_caught(data: st.DataObject) -> None:
    finding, answer = answered(data.draw(st.sampled_from(STATEMENTS)))
    field = data.draw(st.sampled_from(["text", "read_aloud", "ticket"]))
    text = getattr(answer, field)
    # Of the ticket neither the question nor the day it was looked up on comes from a document.
    end = len(text) - len(text.splitlines()[-1]) if field == "ticket" else len(text)
    places = [place for place, character in enumerate(text[:end]) if character.isdigit()]
    if not places:
        return
    place = data.draw(st.sampled_from(places))
    digit = data.draw(st.sampled_from("0123456789").filter(lambda d: d != text[place]))
    changed = {field: text[:place] + digit + text[place + 1 :]}
    assert raises(replace(answer, **changed), finding.document)


@pytest.mark.parametrize("statement", STATEMENTS[1::3])
def test_a_changed_unit_or_modality_of_the_answer_is_caught(statement: str) -> None:
    finding, answer = answered(statement)
    for text in changes_of(answer.text):
        assert raises(replace(answer, text=text), finding.document), text


SPENT = "我们一年算力花了80万,能补多少?"
VOUCHER = "企业使用算力服务费用按50%补助,单个企业每年最高20万元。"


def test_a_worked_answer_passes_and_its_changes_are_caught() -> None:
    finding = make_finding(VOUCHER)
    sentences = calculate(understand(SPENT), [finding])
    answer = composed(SPENT, [*sentences, *plain_sentences(QUESTION, [finding])])
    assert answer.text.startswith("20万元（80万元×50%=40万元，超过每年上限20万元")
    assert "百分之五十" in answer.read_aloud
    assert not raises(answer, finding.document)
    for field in ("text", "read_aloud"):
        text = getattr(answer, field)
        for match in re.finditer("[1-9]", re.sub(r"\[\d\]", "[x]", text)):
            changed = text[: match.start()] + "7" + text[match.end() :]
            assert raises(replace(answer, **{field: changed}), finding.document), changed
    assert raises(replace(answer, question="算力券怎么领"), finding.document)
    for old, new in (("50%", "30%"), ("20万", "10万"), ("每年", "累计"), ("最高", "")):
        text = VOUCHER.replace(old, new)
        assert raises(*changed_document(answer, finding.document, text)), text


def test_words_in_quotation_marks_stand_so_in_their_citation() -> None:
    finding, answer = answered("企业使用算力服务费用按规定补助,由市经信局于2025年受理。")
    said = "According to it: “企业使用算力服务费用按规定补助”"
    assert not raises(
        replace(answer, text=f"{said} [1]", read_aloud="", ticket=""), finding.document
    )
    wrong = said.replace("按规定", "免条件全额")
    assert raises(replace(answer, text=f"{wrong} [1]", read_aloud="", ticket=""), finding.document)


def test_the_frame_of_a_table_needs_no_citation() -> None:
    finding, answer = answered("最高20万元,3年内有效。")
    table = "| 地区 | 规定 |\n| --- | --- |\n| 武汉市 | 最高20万元,3年内有效 [1] |"
    assert not raises(replace(answer, text=table, ticket="", read_aloud=""), finding.document)
    other = table.replace("| --- | --- |", "| 各区 | 另有补贴 |")
    assert raises(replace(answer, text=other, ticket="", read_aloud=""), finding.document)
