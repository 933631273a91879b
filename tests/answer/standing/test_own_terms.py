"""Until when a document holds is told by that document alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from answer.finding import Finding
from answer.standing.own_terms import OWN_TERM, lacks_term, of_document_meant
from answer.understanding import understand
from tests.answer.findings import ask, make_finding


def in_document(text: str, quote: str, certainty: float, **document: str) -> Finding:
    """A finding that is not all of its document: the clause on its term names no matter."""
    whole = make_finding(text, certainty=certainty, **document)
    start = text.index(quote)
    return replace(whole, start=start, end=start + len(quote))


VOUCHERS = in_document(
    "算力券按50%补助。自2025年3月19日起施行,有效期2年。",
    "自2025年3月19日起施行,有效期2年。",
    0.2,
    id="ten",
    title="人工智能措施",
)
OTHERS = make_finding("有效期至2027年12月31日。", id="others", title="中小企业措施", certainty=0.9)


def test_a_named_document_is_not_told_the_term_of_another() -> None:
    question = ask("10条有效期到什么时候", documents=("ten",))
    assert of_document_meant(question, [OTHERS, VOUCHERS]) == [VOUCHERS]
    assert of_document_meant(question, [OTHERS]) == []


def test_the_matter_tells_which_document_is_meant() -> None:
    (told,) = of_document_meant(understand("算力券政策有效期到什么时候"), [OTHERS, VOUCHERS])
    assert told.document.id == "ten"
    assert told.certainty == OWN_TERM


def test_who_asks_for_no_time_is_told_all() -> None:
    question = understand("算力券补多少")
    assert of_document_meant(question, [OTHERS, VOUCHERS]) == [OTHERS, VOUCHERS]


@pytest.mark.parametrize("text", ["算力券有效期多久", "算力券什么时候到期"])
def test_a_document_on_something_else_has_no_term_to_tell(text: str) -> None:
    loan = make_finding("贷款最长3年。", title="贷款细则")
    assert of_document_meant(understand(text), [OTHERS, loan, VOUCHERS]) == [loan, VOUCHERS]


def test_a_place_is_not_told_the_term_of_another_places_document() -> None:
    here = make_finding("措施有效期两年。", region="武昌区", title="武昌措施")
    there = make_finding("措施有效期三年。", region="湖北省", title="湖北措施")
    told = of_document_meant(understand("武昌的措施有效期到什么时候"), [there, here])
    assert [one.quote for one in told] == [here.quote]


@pytest.mark.parametrize(
    ("text", "told", "lacks"),
    [
        ("信用贷政策有效期到什么时候", "最长不超过3年,到期可续贷", True),
        ("信用贷政策有效期到什么时候", "有效期两年", False),
        ("10条措施有效期到什么时候", "自2025年3月19日起施行", False),
        ("信用贷最长几年", "最长不超过3年", False),
    ],
)
def test_the_time_of_something_else_is_no_term(text: str, told: str, lacks: bool) -> None:
    assert lacks_term(understand(text), told) is lacks


def test_the_only_document_of_a_place_is_meant_by_little() -> None:
    vouchers = "算力服务费按50%补贴。数据使用最高10万元。试行期至2026年8月。"
    here = in_document(
        vouchers, "试行期至2026年8月。", 0.2, region="硚口区", title="硚口区人工智能措施"
    )
    there = replace(OTHERS, document=replace(OTHERS.document, region="汉阳区"))
    asked = "我在硚口,看到算力服务那份政策还没报名,有效期到什么时候"
    assert of_document_meant(understand(asked), [there, here])[0].quote == here.quote


def test_of_several_questions_the_one_on_the_term_hides_nothing() -> None:
    question = understand("贷款最长几年?政策现在还在有效期内吗")
    loan = make_finding("贷款最长3年。", title="贷款细则")
    assert question.parts
    assert loan in of_document_meant(question, [OTHERS, loan, VOUCHERS])
