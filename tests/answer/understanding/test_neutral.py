"""Claims as the questions they raise."""

from __future__ import annotations

import pytest

from answer.understanding.neutral import neutral


@pytest.mark.parametrize(
    ("claim", "asked"),
    [
        ("听说武汉给每个OPC直接发100万现金,对吗?", "武汉给OPC发多少?"),
        ("算力券是市科创局发的吧?", "算力券由哪个部门发放?"),
        ("算力券补贴比例是60%吧", "算力券补贴比例是多少?"),
        ("新闻是3月10日,那政策3月10日就生效了吗?", "政策什么时候就生效?"),
        ("OPC企业买房能补20万,是真的吗", "OPC企业买房能补多少?"),
    ],
)
def test_what_is_stated_becomes_what_is_asked(claim: str, asked: str) -> None:
    assert neutral(claim) == asked


def test_a_claim_without_a_value_keeps_its_words() -> None:
    assert neutral("听说OPC认定不用年审,对吗?") == "OPC认定不用年审?"


def test_nothing_but_a_frame_comes_back_as_it_was() -> None:
    assert neutral("对吗?") == "对吗?"
