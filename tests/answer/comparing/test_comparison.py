"""What places give, side by side."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from answer.calculation import worked_faults
from answer.comparing.comparison import compare, compare_places
from answer.finding import Shape
from answer.understanding import understand
from records import TextKind
from tests.answer.findings import make_finding

EAST = make_finding("算力支持单个企业最高500万元。", title="光谷措施")
WUCHANG = make_finding(
    "算力费用最高按60%补贴,单个企业每年最高50万元。",
    title="武昌措施",
    valid_until=date(2027, 3, 18),
)
ASKED = understand("光谷和武昌，算力支持上限差多少？")


def lines(question: str, **quotes: str) -> list[str]:
    findings = {name: [make_finding(quote)] for name, quote in quotes.items()}
    sentences, _ = compare(understand(question), findings)
    for one in sentences:
        if one.worked and "−" in one.text:
            assert worked_faults(one.text, [some.quote for some in one.findings], question) == []
    return [one.text for one in sentences if one.worked]


def test_a_row_for_each_place_and_the_difference() -> None:
    sentences, missing = compare(ASKED, {"东湖高新区": [EAST], "武昌区": [WUCHANG], "青山区": []})
    assert missing == ["青山区"]
    assert [(one.shape, one.cells, one.findings) for one in sentences[:2]] == [
        (Shape.ROW, ("东湖高新区", "算力支持单个企业最高500万元", "现行有效"), (EAST,)),
        (
            Shape.ROW,
            (
                "武昌区",
                "算力费用最高按60%补贴,单个企业每年最高50万元",
                "现行有效，有效期至2027年3月18日",
            ),
            (WUCHANG,),
        ),
    ]
    (line,) = sentences[2:]
    assert line.worked
    assert line.findings == (EAST, WUCHANG)
    assert line.text == (
        "单企上限相差450万元（500万元−50万元=450万元），东湖高新区较高；武昌区的是每年的数额；"
        "两者适用条件不同，以各自规定为准"
    )


def test_rates_differ_by_points() -> None:
    question = "硚口和武昌的补贴比例差多少？"
    rate, cap = lines(question, 硚口区="按50%补贴,最高20万元。", 武昌区="按60%补贴,最高20万元。")
    assert rate.startswith("比例相差10个百分点（60%−50%=10个百分点），武昌区较高")
    assert cap.startswith("上限相同，都是最高20万元")


def test_of_several_caps_the_one_asked_about_is_compared() -> None:
    question = "OPC算力券，省里和市里的上限差多少？"
    quotes = {"湖北省": "算力券最高10万元,创新券最高20万元。", "武汉市": "算力券最高20万元。"}
    (line,) = lines(question, **quotes)
    assert line.startswith("上限相差10万元（20万元−10万元=10万元）")


def test_no_difference_of_what_cannot_be_compared() -> None:
    question = "两个区差多少？"
    assert lines(question, 甲区="最高20万元。", 乙区="不少于2000卡时免费算力。") == []
    assert lines(question, 甲区="最高20万元。", 乙区="奖励30万元。") == []
    assert lines(question, 甲区="A类最高20万元,B类最高10万元。", 乙区="最高30万元。") == []
    assert lines(question, 甲区="最高20万元。", 乙区="最高30万元。", 丙区="最高40万元。") == []
    assert lines("甲区和乙区有什么政策？", 甲区="最高20万元。", 乙区="最高30万元。") == []


def test_amounts_are_never_added_up_and_clauses_on_it_stand_as_they_are() -> None:
    clause = make_finding("同一项目按就高不重复原则支持。")
    sentences, _ = compare(ASKED, {"东湖高新区": [EAST, clause], "武昌区": [WUCHANG]})
    assert sentences[-1].text == "同一项目按就高不重复原则支持"
    assert sentences[-1].findings == (clause,)
    assert not any("550" in one.text for one in sentences)


def test_english() -> None:
    question = understand("How do the caps of East Lake and Wuchang differ?")
    sentences, _ = compare(question, {"East Lake": [EAST], "Wuchang": [WUCHANG]})
    assert sentences[1].cells[2] == "in force, valid until 2027-03-18"
    assert sentences[2].text.startswith(
        "The caps differ by RMB 4.5 million (RMB 5 million − RMB 500,000 = RMB 4.5 million), "
        "East Lake higher"
    )


TOTAL = make_finding("每年设立总额不低于1000万元的算力券,支持中小企业。", certainty=0.9)
SHARE = make_finding("算力费用按50%补助,最高20万元。", certainty=0.8)


def test_what_each_gets_is_compared_not_how_much_there_is() -> None:
    asked = understand("武汉和光谷的算力券哪个补得多")
    rows, _ = compare(asked, {"武汉市": [TOTAL, SHARE], "东湖高新区": [EAST]})
    assert rows[0].findings == (SHARE,)
    much_less_sure = replace(SHARE, certainty=0.3)
    rows, _ = compare(asked, {"武汉市": [TOTAL, much_less_sure], "东湖高新区": [EAST]})
    assert rows[0].findings == (TOTAL,)


def test_a_report_says_nothing_on_adding_up() -> None:
    news = make_finding("某公司60天完成配套。", text_kind=TextKind.NEWS)
    rule = make_finding("同一项目就高不重复。")
    for other, lines_below in ((news, []), (rule, [rule])):
        sentences, _ = compare(ASKED, {"东湖高新区": [EAST, other], "武昌区": [WUCHANG]})
        below = [one for one in sentences if one.shape is not Shape.ROW and not one.worked]
        assert [one.findings[0] for one in below] == lines_below


def test_what_another_city_adds_up_is_no_part_of_a_comparison() -> None:
    hangzhou = make_finding("算力券不超过30%。", region="杭州市")
    adds_up = make_finding("智能券叠加算力券最高60%。", region="杭州市")
    city = make_finding("算力券最高20万元。", region="武汉市")
    rows, _ = compare(ASKED, {"武汉市": [city], "杭州市": [hangzhou, adds_up]})
    assert all(one.shape is Shape.ROW for one in rows)


def test_who_asks_what_one_company_gets_at_most_is_told_the_cap() -> None:
    question = understand("亦庄和杭州的算力券,一家公司最多能拿的哪个多")
    pool = make_finding("年度2.5亿元算力券,按合同额不超过30%补贴。")
    cap = make_finding("单家企业每年不超过800万元。", certainty=0.7)
    there = make_finding("按结算费用30%,最高2000万元。")
    sentences, _ = compare(question, {"北京经开区": [there], "杭州市": [pool, cap]})
    assert sentences[1].findings == (cap,)
    assert "1200万元" in sentences[2].text


def test_what_a_place_gives_for_something_else_is_not_set_beside_the_other() -> None:
    question = understand("算力的补贴,湖北省和武汉市各自封顶是多少")
    province = make_finding("算力券最高10万元。", region="湖北省", certainty=0.5)
    city = make_finding("对研发最高补助1000万元。", region="武汉市", certainty=0.05)
    assert compare_places(question, [province, city], list) == []
    alike = replace(city, certainty=0.2)
    assert compare_places(question, [province, alike], list) != []
