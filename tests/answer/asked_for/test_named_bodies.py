"""The number of one office is not given for another."""

from __future__ import annotations

import pytest

from answer.asked_for.named_bodies import lacks_named_body, of_named_body
from answer.understanding import understand
from tests.answer.findings import make_finding


@pytest.mark.parametrize(
    ("text", "told", "lacks"),
    [
        ("汉阳区招才局的咨询电话是什么？", "汉阳区经科局84468510。", True),
        ("汉阳区招才局的咨询电话是什么？", "汉阳区委组织部(区招才局)84468470。", False),
        ("市科创局电话多少", "咨询电话65692130(市科技创新局)。", False),
        ("市经信局的电话", "武汉市经济和信息化局027-85316859。", False),
        ("算力券咨询电话", "汉阳区经科局84468510。", False),
        ("算力券找哪个局,电话多少", "市经信局咨询电话85316859。", False),
        ("招才局负责什么", "汉阳区经科局受理。", False),
    ],
)
def test_an_office_is_known_by_its_name(text: str, told: str, lacks: bool) -> None:
    assert lacks_named_body(understand(text), told) is lacks


def test_numbers_of_other_offices_go_where_one_of_the_named_is_found() -> None:
    other = make_finding("汉阳区经科局84468510。")
    named = make_finding("汉阳区委组织部(区招才局)84468470。")
    question = understand("汉阳区招才局的咨询电话是什么？")
    assert of_named_body(question, [other, named]) == [named]
    assert of_named_body(question, [other]) == [other]
