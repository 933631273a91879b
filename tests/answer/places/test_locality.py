"""A place is answered from its own documents and those above it, never from a sibling's."""

from __future__ import annotations

from dataclasses import replace

from answer.finding import Finding
from answer.places.levels import Level, asks_for_own_rules, home_region, level_of
from answer.places.locality import of_place
from answer.understanding import Asked
from tests.answer.findings import ask, make_finding
from tests.small_storage import make_document

HOME = "武汉市"


def voucher(region: str, certainty: float = 0.9) -> Finding:
    return make_finding("算力券最高20万元。", region=region, certainty=certainty)


def regions(findings: tuple[Finding, ...]) -> list[str]:
    return [one.document.region for one in findings]


def test_levels() -> None:
    assert level_of("武昌区", "武昌区") is Level.SAME
    assert level_of("武汉市", "武昌区") is Level.ABOVE
    assert level_of("全国", "武昌区") is Level.ABOVE
    assert level_of("武昌区", "武汉市") is Level.BELOW
    assert level_of("汉阳区", "武昌区") is Level.ELSEWHERE
    assert level_of("深圳市", "武汉市") is Level.ELSEWHERE
    assert level_of("", "武汉市") is Level.UNKNOWN


def test_a_place_without_documents_gets_nothing_of_other_places() -> None:
    question = ask("长沙算力券补多少", "算力券", places=("长沙市",))
    match = of_place(question, [voucher("武汉市"), voucher("深圳市"), voucher("武昌区")], HOME)
    assert match.kept == ()
    assert match.missing == ("长沙市",)
    assert "长沙市" in match.note


def test_a_sibling_district_is_never_used() -> None:
    question = ask("在武昌区算力券补多少", "算力券", places=("武昌区",))
    match = of_place(question, [voucher("汉阳区"), voucher("武昌区", 0.7)], HOME)
    assert regions(match.kept) == ["武昌区"]
    assert match.note == ""


def test_the_level_above_answers_for_who_is_there_and_is_marked() -> None:
    question = ask("我在青山区，算力券补多少", "算力券", places=("青山区",))
    match = of_place(question, [voucher("武汉市"), voucher("汉阳区")], HOME)
    assert regions(match.kept) == ["武汉市"]
    assert match.level is Level.ABOVE
    assert "武汉市的规定" in match.note


def test_the_city_answers_for_a_district_before_the_province_does() -> None:
    question = ask("在武昌区租算力补多少", "算力券", places=("武昌区",))
    match = of_place(question, [voucher("湖北省", 0.91), voucher("武汉市", 0.88)], HOME)
    assert regions(match.kept) == ["武汉市", "湖北省"]
    assert "武汉市" in match.note


def test_the_district_s_own_rules_are_not_answered_from_above() -> None:
    question = ask("青山区对OPC的租房补贴是多少", "租房补贴", places=("青山区",))
    assert asks_for_own_rules(question, "青山区")
    assert of_place(question, [voucher("武汉市")], HOME).kept == ()


def test_a_document_from_above_that_names_the_place_is_of_it() -> None:
    question = ask("江夏区给安湃光电投了多少", "安湃光电", places=("江夏区",))
    finding = make_finding("江夏区给予安湃光电2000万元。", region="武汉市")
    assert of_place(question, [finding], HOME).level is Level.SAME


def test_the_place_s_own_document_comes_first_if_it_is_about_as_sure() -> None:
    question = ask("在武昌区算力券补多少", "算力券", places=("武昌区",))
    near = of_place(question, [voucher("武汉市", 0.9), voucher("武昌区", 0.6)], HOME)
    assert regions(near.kept) == ["武昌区", "武汉市"]
    far = of_place(question, [voucher("武汉市", 0.9), voucher("武昌区", 0.1)], HOME)
    assert regions(far.kept) == ["武汉市", "武昌区"]


def test_without_a_place_the_home_region_leads_and_districts_are_mentioned() -> None:
    question = ask("算力券补多少", "算力券")
    match = of_place(question, [voucher("武昌区"), voucher("深圳市"), voucher("武汉市", 0.7)], HOME)
    assert regions(match.kept) == ["武汉市"]
    assert "武昌区" in match.note
    assert "深圳市" not in match.note


def test_without_a_place_the_only_answer_says_where_it_holds() -> None:
    match = of_place(ask("训力券补多少", "训力券"), [voucher("深圳市")], HOME)
    assert regions(match.kept) == ["深圳市"]
    assert "深圳市" in match.note


def test_a_comparison_keeps_every_place_that_is_named() -> None:
    question = ask(
        "武昌和深圳差多少", "算力券", asked=Asked.COMPARISON, places=("武昌区", "深圳市")
    )
    match = of_place(question, [voucher("深圳市"), voucher("武昌区"), voucher("杭州市")], HOME)
    assert sorted(regions(match.kept)) == ["武昌区", "深圳市"]


def test_asking_for_districts_keeps_them() -> None:
    match = of_place(ask("哪些区有算力券", "算力券"), [voucher("武汉市"), voucher("武昌区")], HOME)
    assert len(match.kept) == 2


def test_documents_without_a_region_are_of_home() -> None:
    finding = voucher("")
    assert of_place(ask("武汉算力券", "算力券", places=(HOME,)), [finding], HOME).kept == (finding,)
    assert of_place(ask("广州算力券", "算力券", places=("广州市",)), [finding], HOME).kept == ()


def test_the_home_region_is_the_most_frequent_one() -> None:
    documents = [make_document(region=region) for region in ("", "", "武汉市", "武汉市", "湖北省")]
    assert home_region(documents) == "武汉市"
    assert home_region([]) == ""


def test_a_sure_answer_of_home_leads_however_sure_a_district_s_is() -> None:
    question = ask("算力券补多少", "算力券")
    sure = of_place(question, [voucher("武昌区", 1.0), voucher("武汉市", 0.65)], HOME)
    assert regions(sure.kept) == ["武汉市"]
    unsure = of_place(question, [voucher("武昌区", 1.0), voucher("武汉市", 0.5)], HOME)
    assert regions(unsure.kept) == ["武昌区"]


def test_home_s_sure_answer_leads_though_it_words_the_matter_otherwise() -> None:
    question = ask("企业租用算力补多少", "租用算力", asked=Asked.AMOUNT)
    district = make_finding("租用算力的企业最高30万元。", region="江岸区", certainty=0.9)
    home = make_finding("算力服务费用补助最高20万元。", region=HOME, certainty=0.7)
    assert regions(of_place(question, [district, home], HOME).kept) == [HOME]
    less_sure = make_finding(home.quote, region=HOME, certainty=0.55)
    assert regions(of_place(question, [district, less_sure], HOME).kept) == ["江岸区"]
    where = replace(question, asked=Asked.PROCEDURE)
    assert regions(of_place(where, [district, home], HOME).kept) == ["江岸区"]
    surer = replace(district, certainty=1.0)
    assert regions(of_place(question, [surer, home], HOME).kept) == ["江岸区"]
    other = make_finding("领军人才资助最高20万元。", region=HOME, certainty=0.7)
    assert regions(of_place(question, [district, other], HOME).kept) == ["江岸区"]


def test_the_state_s_answer_stays_first_unless_home_answers_as_well() -> None:
    question = ask("算力券补多少", "算力券")
    match = of_place(question, [voucher("全国", 0.9), voucher("武汉市", 0.45)], HOME)
    assert regions(match.kept) == ["全国", "武汉市"]


def test_home_goes_before_the_province_only_where_it_is_about_as_sure() -> None:
    question = ask("算力券补多少", "算力券")
    assert (
        regions(of_place(question, [voucher("湖北省"), voucher(HOME, 0.65)], HOME).kept)[0] == HOME
    )
    unsure = of_place(question, [voucher("湖北省"), voucher(HOME, 0.55)], HOME)
    assert regions(unsure.kept)[0] == "湖北省"


def test_a_district_s_own_rule_on_the_very_thing_answers_before_the_city_s() -> None:
    question = ask(
        "武昌垂直行业模型按研发投入的百分之几补",
        "垂直行业模型",
        asked=Asked.RATE,
        places=("武昌区",),
    )
    own = make_finding("垂直行业模型最高100万元。", region="武昌区", certainty=0.1)
    city = make_finding("垂直行业模型按研发成本30%补助。", region="武汉市", certainty=0.8)
    assert regions(of_place(question, [city, own], HOME).kept)[0] == "武昌区"
    other = make_finding("示范场景最高100万元。", region="武昌区", certainty=0.1)
    assert regions(of_place(question, [city, other], HOME).kept)[0] == "武汉市"
