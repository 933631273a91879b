"""A district's own clause is found although it words the matter in another way than the city's."""

from __future__ import annotations

import numpy as np

from answer.finding import Finding
from answer.places.counterparts import with_counterparts
from answer.understanding import Asked
from index.embedding import Vectors
from tests.answer.findings import ask, make_finding

CITY = "算力服务费用按50%补助,最高20万元。"
COUNTERPART = "算力费用最高按60%补贴。"
OTHERS = ("垂直行业模型最高100万元。", "示范应用场景最高100万元。")
QUESTION = ask(
    "武昌区的企业使用算力服务费用按多少比例补助",
    "算力服务费用",
    asked=Asked.RATE,
    places=("武昌区",),
)


def embedder(counterpart: float, others: float = 0.89):  # type: ignore[no-untyped-def]
    """Vectors whose cosine to the city's clause is as given."""

    def embed(text: str) -> Vectors:
        cosine = 1.0 if text == CITY else counterpart if text == COUNTERPART else others
        return np.array([cosine, np.sqrt(1 - cosine**2)], np.float32)

    return embed


def findings(city: float = 0.8, here: float = 0.16, region: str = "武昌区") -> list[Finding]:
    return [
        make_finding(CITY, region="武汉市", certainty=city),
        make_finding(COUNTERPART, region=region, certainty=here),
        *(make_finding(one, region=region, certainty=0.02) for one in OTHERS),
    ]


def certainties(found: list[Finding]) -> list[float]:
    return [one.certainty for one in found]


def test_the_counterpart_is_as_sure_as_the_clause_that_it_is_like() -> None:
    found = with_counterparts(QUESTION, findings(), embedder(0.965), "")
    assert certainties(found) == [0.8, 0.8, 0.02, 0.02]


def test_a_clause_no_nearer_than_its_neighbours_is_none() -> None:
    found = with_counterparts(QUESTION, findings(), embedder(0.92), "")
    assert found == findings()


def test_nothing_is_like_a_clause_that_is_not_sure_itself() -> None:
    assert with_counterparts(QUESTION, findings(city=0.2), embedder(0.99), "") == findings(city=0.2)


def test_another_district_has_no_say() -> None:
    given = findings(region="硚口区")
    assert with_counterparts(QUESTION, given, embedder(0.99), "") == given


def test_a_clause_without_what_is_asked_is_none() -> None:
    asks_for_phone = ask("武昌区算力补贴电话", asked=Asked.PHONE, places=("武昌区",))
    assert with_counterparts(asks_for_phone, findings(), embedder(0.99), "") == findings()


def test_a_place_whose_own_clause_is_sure_stays_as_it_is() -> None:
    def embed(text: str) -> Vectors:
        raise AssertionError(f"{text} was embedded for nothing")

    assert with_counterparts(QUESTION, findings(here=0.5), embed, "") == findings(here=0.5)


def test_home_is_meant_where_no_place_is_named_and_another_place_would_answer() -> None:
    asked = ask("企业租算力按多少比例补助", "算力", asked=Asked.RATE)
    shanghai = make_finding(CITY, region="上海市", certainty=0.8)
    home = [make_finding(one, region="武汉市", certainty=0.05) for one in (COUNTERPART, *OTHERS)]
    found = with_counterparts(asked, [shanghai, *home], embedder(0.965), "武汉市")
    assert certainties(found) == [0.8, 0.8, 0.05, 0.05]
    province = make_finding(CITY, region="湖北省", certainty=0.8)
    assert with_counterparts(asked, [province, *home], embedder(0.965), "武汉市") == [
        province,
        *home,
    ]


def test_a_clause_alone_cannot_be_told_from_its_neighbours() -> None:
    given = findings()[:2]
    assert with_counterparts(QUESTION, given, embedder(0.99), "") == given
