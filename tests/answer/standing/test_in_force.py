"""What is said of a document's standing, of a named one and of those of a place."""

from __future__ import annotations

from datetime import date

import pytest

from answer.figures import unsupported_figures
from answer.finding import Shape
from answer.standing.in_force import standing_of_place, validity_verdict
from answer.understanding import Asked, understand
from tests.answer.findings import TODAY, ask, make_finding


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("硚口政策到期了没有", "《若干措施》已过有效期"),
        ("硚口政策现在还有效吗", "《若干措施》已过有效期"),
        ("硚口政策今天还在有效期内吗", "《若干措施》已过有效期"),
        ("硚口政策在不在试行期", "《若干措施》已过有效期"),
    ],
)
def test_a_lapsed_document_is_said_to_have_lapsed(text: str, opening: str) -> None:
    finding = make_finding("硚口政策试行。", valid_until=date(2026, 1, 1))
    said = validity_verdict(ask(text, "硚口政策"), [finding], TODAY)
    assert said is not None
    assert said.text.startswith(opening)
    assert not unsupported_figures(said.text, [finding.quote])


def test_the_end_of_a_loan_is_not_the_end_of_a_document() -> None:
    finding = make_finding("贷款到期可续贷。")
    assert validity_verdict(ask("贷款到期了吗", "贷款"), [finding], TODAY) is None


def test_a_named_documents_standing_comes_with_the_clause_on_its_terms() -> None:
    other = make_finding("申报单位近三年无重大事故。", id="ten", title="人工智能10条")
    terms = make_finding("自2025年3月19日起施行,有效期2年。", id="ten", title="人工智能10条")
    question = ask("人工智能10条现在还有效吗", "人工智能", documents=("ten",))
    said = validity_verdict(question, [other, terms], TODAY)
    assert said is not None
    assert said.text == "该文件现行有效：自2025年3月19日起施行,有效期2年。"


TWO_YEARS = make_finding(
    "自2025年3月19日起施行，有效期2年。",
    title="若干措施",
    effective_from=date(2025, 3, 19),
    valid_until=date(2027, 3, 18),
)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("", "《若干措施》现行有效"),
        ("2026年", "《若干措施》现行有效"),
        ("2026年12月", "届时《若干措施》仍有效"),
        ("2027年3月18日", "届时《若干措施》仍有效"),
        ("2027年5月", "届时《若干措施》已过有效期"),
        ("2028年", "届时《若干措施》已过有效期"),
        (
            "2024年",
            "《若干措施》现行有效",
        ),  # as in a name, where it is asked whether it still holds
    ],
)
def test_standing_is_that_of_the_time_asked_about(when: str, said: str) -> None:
    told = validity_verdict(ask(f"若干措施{when}还有效吗", "若干措施"), [TWO_YEARS], TODAY)
    assert told is not None
    assert said in told.text


@pytest.mark.parametrize(
    ("when", "said"),
    [("2024年", "当时《若干措施》尚未施行"), ("2025年5月", "当时《若干措施》有效")],
)
def test_standing_in_the_past_is_told_as_past(when: str, said: str) -> None:
    told = validity_verdict(ask(f"若干措施{when}有效吗", "若干措施"), [TWO_YEARS], TODAY)
    assert told is not None
    assert told.text.startswith(said)


def test_nothing_is_said_of_a_time_in_which_the_standing_changes() -> None:
    finding = make_finding("有效期2年。", title="若干措施", valid_until=date(2027, 3, 18))
    for when in ("2027年", "2027年3月"):
        question = ask(f"若干措施{when}还有效吗", "若干措施")
        assert validity_verdict(question, [finding], TODAY) is None


STILL = ask("武昌的政策还有效吗", "武昌", "政策", "有效", asked=Asked.YES_NO, places=("武昌区",))
WUCHANG = make_finding("有效期两年,自2025年5月1日起施行。", title="武昌措施", region="武昌区")


def test_a_places_policies_are_told_by_the_clauses_on_their_terms() -> None:
    (told,) = standing_of_place(STILL, [WUCHANG], TODAY, "")
    assert told.text == "《武昌措施》现行有效：有效期两年,自2025年5月1日起施行"
    assert told.findings == (WUCHANG,)


def test_until_when_is_told_by_the_places_own_clause() -> None:
    question = understand("武昌措施有效期到哪一天")
    (told,) = standing_of_place(question, [WUCHANG], TODAY, "")
    assert told.findings == (WUCHANG,)
    assert standing_of_place(understand("武昌的算力券有效期到哪一天"), [WUCHANG], TODAY, "") == []


def test_several_are_a_list_and_other_places_are_not_in_it() -> None:
    second = make_finding(
        "试行期至2026年5月。", title="另一办法", region="武昌区", valid_until=date(2026, 5, 31)
    )
    other = make_finding("有效期两年。", title="硚口措施", region="硚口区")
    told = standing_of_place(STILL, [other, WUCHANG, second], TODAY, "")
    assert [one.shape for one in told] == [Shape.ITEM, Shape.ITEM]
    assert told[1].text.startswith("《另一办法》已过有效期：")


def test_of_a_document_without_dates_only_its_clause_is_told() -> None:
    finding = make_finding("有效期两年。", title="武昌措施", region="武昌区", effective_from=None)
    (told,) = standing_of_place(STILL, [finding], TODAY, "")
    assert told.text == "《武昌措施》：有效期两年"


def test_a_condition_that_mentions_a_term_is_no_clause_on_it() -> None:
    other = make_finding("申报单位不在失信名单有效期内。", title="武昌办法", region="武昌区")
    assert standing_of_place(STILL, [other], TODAY, "") == []


def test_home_has_too_many_to_be_told() -> None:
    assert standing_of_place(STILL, [WUCHANG], TODAY, "武昌区") == []


def test_a_time_to_come_is_told_of_each() -> None:
    asked = ask(
        "武昌的政策2030年还有效吗",
        "武昌",
        "政策",
        "2030",
        "有效",
        places=("武昌区",),
        years=(2030,),
    )
    ending = make_finding(
        "有效期两年。", title="武昌措施", region="武昌区", valid_until=date(2028, 5, 1)
    )
    (told,) = standing_of_place(asked, [ending], TODAY, "")
    assert told.text == "按其有效期，届时《武昌措施》已过有效期：有效期两年"


def test_one_programme_of_a_place_is_not_all_of_its_policies() -> None:
    question = ask("武昌的算力补贴还有效吗", "武昌", "算力补贴", "有效", places=("武昌区",))
    assert standing_of_place(question, [WUCHANG], TODAY, "") == []
