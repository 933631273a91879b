"""Districts' own rules side by side."""

from __future__ import annotations

from answer.places.districts import of_districts
from tests.answer.findings import ask, make_finding

HOME = "武汉市"
QUESTION = ask("哪些区有算力补贴", "算力")
WUCHANG = make_finding("算力费用最高按60%补贴。", region="武昌区", certainty=0.2)
QIAOKOU = make_finding("算力服务费按50%补贴。", region="硚口区", certainty=0.1)
AGAIN = make_finding("算力券另有配套。", region="武昌区", certainty=0.1)


def test_each_district_has_its_best_rule() -> None:
    assert of_districts(QUESTION, [WUCHANG, QIAOKOU, AGAIN], HOME) == [WUCHANG, QIAOKOU]


def test_other_levels_and_other_matters_stay_out() -> None:
    city = make_finding("算力服务费按50%补助。", region=HOME)
    housing = make_finding("租房每月补贴1500元。", region="汉阳区")
    assert of_districts(QUESTION, [city, WUCHANG, housing, QIAOKOU], HOME) == [WUCHANG, QIAOKOU]


def test_one_district_is_answered_as_any_place_is() -> None:
    assert of_districts(QUESTION, [WUCHANG], HOME) == []
    assert of_districts(ask("武昌区算力怎么补", "算力"), [WUCHANG, QIAOKOU], HOME) == []
