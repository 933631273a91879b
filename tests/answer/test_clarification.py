"""Choices name programmes, those of home in force first, each once."""

from __future__ import annotations

from answer.clarification import MOST_CHOICES, Choice, choices
from index.validity import validity_on
from records import Document, Hit, Passage
from tests.answer.findings import TODAY, ask
from tests.small_storage import make_document

HOME = "武汉市"
CITY = make_document(id="city")
DISTRICT = make_document(id="district", region="武昌区")
DRAFT = make_document(id="draft", kind="draft")
DOCUMENTS = {one.id: one for one in (CITY, DISTRICT, DRAFT)}


def hit(clause: str, document: Document = CITY, text: str = "最高补助20万元。") -> Hit:
    passage = Passage(
        document_id=document.id,
        title=document.title,
        start=0,
        end=len(text),
        text=text,
        clause=(clause,),
    )
    return Hit(passage, 1.0)


def offered(*hits: Hit, text: str = "补贴最高多少?") -> list[Choice]:
    return choices(
        ask(text), hits, DOCUMENTS.__getitem__, lambda one: validity_on(one, TODAY), HOME
    )


def labels(*hits: Hit) -> list[str]:
    return [one.label for one in offered(*hits)]


def test_a_choice_is_short_and_asks_a_whole_question() -> None:
    assert offered(hit("算力服务券(第六条(二)3)")) == [
        Choice("算力服务券", "算力服务券补贴最高多少?")
    ]
    assert offered(hit("二、中试平台"), text="请问要交什么材料") == [
        Choice("中试平台", "中试平台要交什么材料")
    ]
    assert offered(hit("二、中试平台"), text="听说能拿200万，是真的吗") == [
        Choice("中试平台", "听说中试平台能拿200万，是真的吗")
    ]


def test_home_and_in_force_come_first() -> None:
    found = labels(hit("垂直模型", DRAFT), hit("算力券配套", DISTRICT), hit("中试平台"))
    assert found == ["中试平台", "武昌区算力券配套", "垂直模型"]


def test_nearly_equal_labels_are_one_choice() -> None:
    assert labels(hit("算力服务券(一)"), hit("算力券"), hit("算力服务券(二)")) == ["算力服务券"]


def test_parts_of_any_document_and_clauses_that_grant_nothing_are_no_choices() -> None:
    assert labels(hit("适用对象"), hit("附则"), hit("数据要素", text="加强统筹。")) == []


def test_there_are_not_too_many() -> None:
    names = ("中试平台", "算力券", "垂直模型", "示范场景", "数据集", "人才住宿", "创业贷", "并购")
    assert len(offered(*map(hit, names))) == MOST_CHOICES
