from __future__ import annotations

import pytest

from answer.understanding import Asked, understand
from answer.understanding.english import is_english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("What is the cap?", True),
        ("What's the cap for AI pilot-scale (中试) platforms in Wuhan?", True),
        ("vertical model subsidy", True),
        ("OPC是什么", False),
        ("API GPU 怎么补", False),
        ("算力券补多少", False),
        ("???", False),
    ],
)
def test_english_is_told_from_chinese_with_latin_words(text: str, english: bool) -> None:
    assert is_english(text) is english
    assert understand(text).is_english is english


@pytest.mark.parametrize(
    ("question", "terms", "places"),
    [
        (
            "What's the cap for AI pilot-scale (中试) platforms in Wuhan?",
            ("人工智能", "中试", "平台", "武汉市"),
            ("武汉市",),
        ),
        ("computing voucher cap in Wuchang District", ("算力服务券", "武昌区"), ("武昌区",)),
        ("compute subsidy in Optics Valley", ("算力", "东湖高新区"), ("东湖高新区",)),
        ("Does Guangzhou offer computing vouchers?", ("广州市", "算力服务券"), ("广州市",)),
        ("excellence-level smart factories in Xi’an", ("卓越级智能工厂", "西安市"), ("西安市",)),
        ("guaranteed start-up loan in Hanyang", ("创业担保贷款", "汉阳区"), ("汉阳区",)),
        ("Is there rent-free office or workshop space?", ("免租", "办公", "场地"), ()),
        ("state-owned park space in Wuhan", ("国有平台", "园区", "场地"), ("武汉市",)),
    ],
)
def test_questions_in_the_words_of_the_documents(
    question: str, terms: tuple[str, ...], places: tuple[str, ...]
) -> None:
    understood = understand(question)
    assert set(terms) <= set(understood.standalone.split())
    assert understood.places == places
    assert understood.untranslated == ()


def test_what_is_asked_comes_last_as_in_a_chinese_question() -> None:
    understood = understand("How much is the computing voucher in Wuhan?")
    assert understood.standalone.endswith("最高补多少")
    assert "多少" not in understood.content


def test_from_which_day_asks_for_a_date() -> None:
    understood = understand("From which day has the regulation been in force?")
    assert understood.asked is Asked.DATE
    assert "施行" in understood.standalone


def test_what_has_no_entry_is_told() -> None:
    understood = understand("What will the weather be like in Wuhan tomorrow?")
    assert understood.untranslated == ("weather", "tomorrow")
    assert not understood.is_vague
    assert not understood.names_nothing


def test_a_follow_up_in_english() -> None:
    history = ("How much is the computing voucher?", "50%")
    understood = understand("And in Wuchang?", history=history)
    assert understood.places == ("武昌区",)
    assert "算力服务券" in understood.standalone
    assert understood.asked is Asked.AMOUNT


def test_a_greeting_names_nothing() -> None:
    assert understand("Hello!").names_nothing
