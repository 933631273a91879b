from __future__ import annotations

import pytest

from answer.known import Known, learn
from chat.unanswered import QuestionReader
from records import Document

ASKED = "《江城市算力服务券办法》什么时候失效？"
VOUCHER = Document(id="voucher", title="江城市算力服务券办法", text="第一条 对企业给予补贴。")


def known(*documents: Document) -> Known:
    return learn(documents, {one.id: one.title for one in documents}, lambda _: VOUCHER.text)


def test_a_question_is_read_once() -> None:
    stored = known(VOUCHER)
    reader = QuestionReader(lambda: stored)
    assert reader.comparable(ASKED) is reader.comparable(ASKED)


def test_a_question_is_read_again_when_the_documents_have_changed() -> None:
    stored = known(VOUCHER)
    reader = QuestionReader(lambda: stored)
    assert reader.comparable(ASKED).question.documents == ("voucher",)
    stored = known()
    assert reader.comparable(ASKED).question.documents == ()


def test_only_the_last_questions_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chat.unanswered.reading.REMEMBERED", 2)
    stored = known()
    reader = QuestionReader(lambda: stored)
    first, second = reader.comparable("一"), reader.comparable("二")
    reader.comparable("三")
    assert reader.comparable("二") is second
    assert reader.comparable("一") is not first
