from __future__ import annotations

import pytest

from answer.understanding import Asked, understand


@pytest.mark.parametrize(
    ("question", "content"),
    [
        ("每年安排多少算力服务券?", ("每年安排", "算力服务券")),
        ("请问ＡＩ芯片补多少钱?", ("ai", "芯片补")),
        ("这个有效期到啥时候?", ("这个有效期",)),
        ("申请OPC要什么要求?", ("申请", "opc", "要求")),
        ("9.83EB是存力吗?", ("9.83", "eb", "存力")),
        ("有没有?", ()),
    ],
)
def test_content_is_what_names_a_thing(question: str, content: tuple[str, ...]) -> None:
    assert understand(question).content == content


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("算力券补多少?", Asked.AMOUNT),
        ("中试平台最高能拿多少扶持?", Asked.AMOUNT),
        ("什么时候施行?", Asked.DATE),
        ("有效期到哪天?", Asked.DATE),
        ("算力券由谁负责?", Asked.DEPARTMENT),
        ("汉阳区经科局电话?", Asked.PHONE),
        ("全市建了多少个服务站?", Asked.COUNT),
        ("什么是智能体?", Asked.ANYTHING),
        ("How much is the voucher?", Asked.AMOUNT),
    ],
)
def test_kind_of_thing_asked(question: str, asked: Asked) -> None:
    assert understand(question).asked is asked


@pytest.mark.parametrize("question", ["补贴最高多少?", "有什么政策", "怎么申请", "武汉有什么补贴"])
def test_a_question_that_names_no_thing_is_vague(question: str) -> None:
    assert understand(question).is_vague


@pytest.mark.parametrize("question", ["算力补贴最高多少?", "OPC有什么支持", "Any grants?", "???"])
def test_a_question_that_names_one_is_not(question: str) -> None:
    assert not understand(question).is_vague


def test_english_is_told_from_chinese_with_latin_words() -> None:
    assert understand("What is the cap?").is_english
    assert not understand("OPC是什么").is_english
