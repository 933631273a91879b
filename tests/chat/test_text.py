"""Foreign text made fit to be shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat.text import official_link, visible


def test_reordering_marks_and_control_characters_are_written_out() -> None:
    assert visible("号\u202e321\u202c\x00\x1b[31m") == "号[U+202E]321[U+202C][U+0000][U+001B][31m"


def test_ordinary_text_stays() -> None:
    text = "第一条\t“甲”〔2025〕3号\r\n　א العربية 🙂\u200d"
    assert visible(text) == text


@given(st.text(st.characters(exclude_categories=[])))
def test_what_is_shown_can_be_sent(text: str) -> None:
    visible(text).encode("utf-8")


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://www.wuhan.gov.cn/a?b=1", "https://www.wuhan.gov.cn/a?b=1"),
        (" http://a.gov.cn/x (mirror) ", "http://a.gov.cn/x"),
        ("HTTPS://a.gov.cn", "HTTPS://a.gov.cn"),
        ("javascript:alert(1)", ""),
        ("JaVaScRiPt:alert(1)//http://a.cn", ""),
        ("\x01javascript:alert(1)", ""),
        ("data:text/html,<script>1</script>", ""),
        ("//evil.example/x", ""),
        ("http:///x", ""),
        ("http://[::1", ""),
        ("https://a.cn/\u202egpj", ""),
        ("www.wuhan.gov.cn", ""),
        ("", ""),
        ("  ", ""),
    ],
)
def test_only_full_web_addresses_become_links(address: str, link: str) -> None:
    assert official_link(address) == link
