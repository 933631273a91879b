from __future__ import annotations

from dataclasses import replace

import pytest

from answer.naming import asks_what_it_is, document_meant, naming
from answer.understanding import Question, understand
from records import Document, Passage, Validity
from tests.answer.findings import known

TITLE = "江城市促进人工智能产业发展若干措施"
DOCUMENT = Document(
    id="city",
    title=TITLE,
    text=f"# {TITLE}\n\n第一条 ……",
    doc_number="江政规〔2025〕3号",
    issuing_body="江城市人民政府",
)
PASSAGE = Passage(
    document_id="city", title=TITLE, start=0, end=len(DOCUMENT.text), text=DOCUMENT.text
)


def asked(text: str) -> Question:
    return understand(text, knowledge=known([DOCUMENT]))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("江政规〔2025〕3号是什么文件？", True),
        ("江政规2025年3号全称是什么", True),
        ("江政规〔2025〕3号对中试平台补多少？", False),
        ("这是什么文件？", False),
    ],
)
def test_who_names_a_document_and_asks_what_it_is(text: str, wanted: bool) -> None:
    assert asks_what_it_is(asked(text)) is wanted


def test_number_title_and_body_rest_on_the_title_in_the_text() -> None:
    sentence = naming(asked("江政规〔2025〕3号是什么文件？"), DOCUMENT, Validity.UNKNOWN, [PASSAGE])
    assert sentence is not None
    assert sentence.text == f"江政规〔2025〕3号是《{TITLE}》，由江城市人民政府发布"
    assert sentence.findings[0].quote == TITLE


def test_a_body_that_counts_is_left_out() -> None:
    several = replace(DOCUMENT, issuing_body="省经信厅等八部门")
    sentence = naming(asked("江政规〔2025〕3号是什么文件？"), several, Validity.UNKNOWN, [PASSAGE])
    assert sentence is not None
    assert "八部门" not in sentence.text


def test_a_title_that_stands_nowhere_names_nothing() -> None:
    other = replace(DOCUMENT, text="第一条 ……")
    assert naming(asked("江政规〔2025〕3号是什么文件？"), other, Validity.UNKNOWN, []) is None


DISTRICT = replace(
    DOCUMENT,
    id="district",
    title="东江区支持人工智能若干措施",
    region="武昌区",
    doc_number="东政规〔2026〕2号",
)
STORED = [replace(DOCUMENT, region="武汉市"), DISTRICT]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("江政规〔2025〕3号的文号", "city"),
        ("武昌区那个人工智能措施文号是啥", "district"),
        ("武昌区措施的文号", "district"),
        ("人工智能措施文号多少", "city"),
        ("上海市措施的文号", None),
        ("武昌区人工智能补多少", None),
    ],
)
def test_the_document_whose_number_is_asked_for(text: str, meant: str | None) -> None:
    document = document_meant(asked(text), STORED, "武汉市")
    assert (document.id if document else None) == meant
