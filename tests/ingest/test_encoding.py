"""Bytes become the text that was written, in every encoding that policies come in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.encoding import UnknownEncodingError, clean, decode

POLICY = (
    "武汉市促进人工智能产业发展若干政策措施\n"
    "第一条 每年设立总额不低于1000万元的算力服务券，重点支持中小企业购买算力服务。\n"
    "企业使用算力服务费用按50%补助，最高20万元（补助期限不超过三年）。\n"
)
TRADITIONAL = "人工智慧產業發展條例：為促進產業創新，獎勵機構與企業，主管機關應訂定辦法。\n" * 3


@pytest.mark.parametrize(
    "codec",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk", "utf-32"],
)
def test_reads_chinese_in(codec: str) -> None:
    assert decode(POLICY.encode(codec)) == POLICY


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "gb18030"])
def test_reads_traditional_script_in(codec: str) -> None:
    assert decode(TRADITIONAL.encode(codec)) == TRADITIONAL


def test_utf16_of_english_is_not_taken_for_utf8_with_gaps() -> None:
    assert decode("Plain English text.\n".encode("utf-16-le")) == "Plain English text.\n"


def test_rare_characters_of_gb18030_survive() -> None:
    text = POLICY + "㐂䶮𠮷\n"
    assert decode(text.encode("gb18030")) == text


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 8, "café à la crème".encode("latin-1"), b"\x89PNG\r\n\x1a\n\0\0\0"]
)
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(UnknownEncodingError):
        decode(data)


def test_a_declared_charset_is_used_when_bytes_are_not_utf8() -> None:
    assert decode("人工智慧產業發展".encode("big5"), "big5") == "人工智慧產業發展"


def test_utf8_bytes_win_over_a_wrong_declaration() -> None:
    assert decode(POLICY.encode(), "gb2312") == POLICY


def test_newlines_are_one_kind_and_control_characters_go() -> None:
    assert clean("一\r\n二\r三\u2028四\x0c五\0六\x1b七\ufeff八\ud800") == "一\n二\n三\n四\n五六七八"


def test_letters_are_never_normalised() -> None:
    assert clean("ＡＩ①㎡　①Ⅳ（ﬁ）é\u200d") == "ＡＩ①㎡　①Ⅳ（ﬁ）é\u200d"


@given(st.text(alphabet=st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp"))))
def test_any_text_in_utf8_comes_back(text: str) -> None:
    text = text.replace("\ufeff", "")
    assert decode(text.encode("utf-8-sig")) == text


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
