"""What an asker's amount comes to, on statements such as policies make."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.calculation import calculate, worked_faults
from answer.figures import parse_figures
from answer.understanding import understand
from tests.answer.findings import make_finding

VOUCHER = "企业使用算力服务费用按50%补助,最高20万元,补助期限不超过三年。"
MODEL = "对垂直行业模型的牵头研发单位按研发成本30%补助,最高500万元。"
API = "调用第三方大模型API或本地部署的,按不超过模型采购费用50%补助,最高100万元。"
HOME = "OPC创始人在本市买新建商品房,按每平方米1000元补贴,最高10万元。"
CLUSTER = "获评国家特色产业集群的区,每个集群奖励500万元,单个区合计最高1000万元。"
MATCH = "按市级实际补贴资金的20%给予算力券区级配套补贴。"
DISTRICT = "算力费用最高按60%补贴,单个企业每年最高50万元。"
BEFORE = "科技型企业购买检验检测等服务,每家每年申领不超过20万元,按服务金额30%兑付。"
BOTH = "场景提供方按项目投入30%最高奖励100万元,产品提供方按研发投入20%最高奖励100万元。"
STARTUP = "租用智能算力训练大模型按合同金额不超过50%资助最高1000万元,初创企业提高到60%。"
TIERS = (
    "中试平台设备投入1亿元以上的,按设备投入的20%补助;5000万元以上的,按设备投入的10%补助;"
    "1000万元以下的不予补助。"
)
PLATFORM = "中试平台按设备投入、开放频次等给最高1000万元。"
YEARLY = "工业软件平台总投入超1亿元的按每年建设投入50%支持。"
CHOSEN = "入选模型的牵头单位算力费用另按每年50%补助,累计最高500万元。"
SHARE = "AI算力投入占企业总投入的比例须达到30%及以上。"
LEVELS = "使用算力的按设施类型30%或20%分档补贴。"
RENT = "租人才租赁房,按不高于市场租金70%缴,累计不超过3年。"
SPECIAL = "软件企业按实缴资本10%奖励,特别重大项目最高1亿元。"


def result(question: str, *quotes: str, **document: Any) -> list[str]:
    findings = [make_finding(quote, **document) for quote in quotes]
    sentences = calculate(understand(question), findings)
    for sentence in sentences:
        quoted = [one.quote for one in sentence.findings]
        assert sentence.worked
        assert worked_faults(sentence.text, quoted, question) == [], sentence.text
    return [sentence.text for sentence in sentences]


def test_a_much_less_sure_clause_gives_no_sum_where_the_first_gives_none() -> None:
    question = understand("杭州租算力签了40万合同能补多少")
    lead = make_finding(f"{LEVELS}小企业可不超过50%。", region="杭州市", certainty=0.9)
    voucher = make_finding("算力券一般按合同金额不超过30%补贴。", region="杭州市", certainty=0.24)
    assert calculate(question, [lead, voucher]) == []
    near = replace(voucher, certainty=0.7)
    assert "12万元" in calculate(question, [lead, near])[0].text


def test_nor_does_a_less_sure_one_where_the_first_states_a_rate_of_its_own() -> None:
    question = understand("杭州智算合同40万元,算力券能补多少")
    lead = make_finding("累计50万元以下的可不超过50%。", region="杭州市", certainty=0.95)
    voucher = make_finding("算力券一般按合同金额不超过30%补贴。", region="杭州市", certainty=0.6)
    assert not calculate(question, [lead, voucher])
    assert calculate(question, [lead, replace(voucher, certainty=0.9)])


@pytest.mark.parametrize(
    ("question", "quote", "text"),
    [
        (
            "租算力花了30万能补多少",
            VOUCHER,
            "15万元（30万元×50%=15万元，未超过上限20万元），以审核为准",
        ),
        (
            "一年算力花了80万,算力券最多给我几万?",
            VOUCHER,
            "20万元（80万元×50%=40万元，超过上限20万元，按上限计），以审核为准",
        ),
        (
            "垂直模型研发投了2000万,研发补贴能拿多少?",
            MODEL,
            "500万元（2000万元×30%=600万元，超过上限500万元，按上限计），以审核为准",
        ),
        (
            "买模型API花了150万，最多能补多少？",
            API,
            "最多75万元（150万元×50%=75万元，比例最高50%，未超过上限100万元），以审核为准",
        ),
        (
            "买房90平米补多少",
            HOME,
            "9万元（90平方米×1000元=9万元，未超过上限10万元），该条适用于OPC，以审核为准",
        ),
        (
            "培养3个集群，区里能奖多少",
            CLUSTER,
            "1000万元（3个×500万元=1500万元，超过累计上限1000万元，按上限计），以审核为准",
        ),
        (
            "从市里领到15万元算力券补贴，区里再配套多少？",
            MATCH,
            "3万元（15万元×20%=3万元，所引文句没有写明上限），以审核为准",
        ),
        (
            "市里算力券实际补了我15万,区里还能再给多少",
            MATCH,
            "3万元（15万元×20%=3万元，所引文句没有写明上限），以审核为准",
        ),
        (
            "市里给我们兑现了15万的算力券,区里还能再给多少",
            MATCH,
            "3万元（15万元×20%=3万元，所引文句没有写明上限），以审核为准",
        ),
        (
            "市里实补了我们15万算力券,区里还能再给多少",
            MATCH,
            "3万元（15万元×20%=3万元，所引文句没有写明上限），以审核为准",
        ),
        (
            "一年算力费100万，区里最多补多少？",
            DISTRICT,
            "最多50万元（100万元×60%=60万元，比例最高60%，超过每年上限50万元，按上限计），"
            "以审核为准",
        ),
        (
            "买了50万元检测服务，能兑多少？",
            BEFORE,
            "15万元（50万元×30%=15万元，未超过每年上限20万元），以审核为准",
        ),
        (
            "场景提供方项目投入200万元，奖多少？",
            BOTH,
            "60万元（200万元×30%=60万元，未超过上限100万元），以审核为准",
        ),
        (
            "我们是初创企业，租算力训练大模型合同800万，资助多少？",
            STARTUP,
            "最多480万元（800万元×60%=480万元，比例最高60%，未超过上限1000万元），以审核为准",
        ),
        (
            "租算力训练大模型合同800万，资助多少？",
            STARTUP,
            "最多400万元（800万元×50%=400万元，比例最高50%，未超过上限1000万元），以审核为准",
        ),
        (
            "中试平台设备投入1.2亿，补多少？",
            TIERS,
            "2400万元（1.2亿元×20%=2400万元，所引文句没有写明上限），以审核为准",
        ),
        (
            "中试平台设备投入6000万，补多少？",
            TIERS,
            "600万元（6000万元×10%=600万元，所引文句没有写明上限），以审核为准",
        ),
        (
            "中试平台设备投入1.2亿，能拿多少？",
            PLATFORM,
            "条款只写明上限1000万元，没有写明比例或计算办法，不能据此算出具体金额，以审核为准",
        ),
        (
            "租人才房每月房租3000，交多少？",
            RENT,
            "最多缴纳2100元（3000元×70%=2100元，比例最高70%），以审核为准",
        ),
        (
            "26万算力能补多少？",
            VOUCHER,
            "13万元（26万元×50%=13万元，未超过上限20万元），以审核为准",
        ),
        (
            "买20万检验检测服务能补多少？",
            BEFORE,
            "6万元（20万元×30%=6万元，未超过每年上限20万元），以审核为准",
        ),
        (
            "去年算力账单30万，能补多少？",
            VOUCHER,
            "15万元（30万元×50%=15万元，未超过上限20万元），以审核为准",
        ),
        (
            "How much do we get for RMB 300,000 spent on computing?",
            VOUCHER,
            "RMB 150,000 (RMB 300,000 × 50% = RMB 150,000; within the cap of RMB 200,000); "
            "subject to review",
        ),
        (
            "How much do we get for 800k RMB spent on computing?",
            VOUCHER,
            "RMB 200,000 (RMB 800,000 × 50% = RMB 400,000; above the cap of RMB 200,000; so the "
            "cap applies); subject to review",
        ),
    ],
)
def test_what_an_amount_comes_to(question: str, quote: str, text: str) -> None:
    assert result(question, quote) == [text]


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("垂直模型研发投了2000万，能补多少", VOUCHER),
        ("算力花了200万，能补多少", MODEL),
        ("租办公室花了30万，能补多少", VOUCHER),
        ("三年算力一共花了300万，能补多少", VOUCHER),
        ("算力券最高补多少", VOUCHER),
        ("听说算力券能领100万，对吗", VOUCHER),
        ("算力花了30多万，能补多少", VOUCHER),
        ("中试平台设备投入800万，补多少", TIERS),
        ("工业软件平台总投入8000万，支持多少", YEARLY),
        ("算力花了300万，能补多少", CHOSEN),
        ("算力投入100万，能拿多少", SHARE),
        ("算力花了100万，能补多少", LEVELS),
        ("软件企业实缴资本2亿，奖多少", SPECIAL),
        ("有3个项目，能奖多少", CLUSTER),
        ("从市里领到15万元算力券补贴，还能补多少", VOUCHER),
        ("人形机器人卖了100万，能补多少", BOTH),
        ("AI平台想拿那1000万,设备投入起码要多少", "按近三年实际建设投入30%支持,最高500万元。"),
    ],
)
def test_where_nothing_is_worked_out(question: str, quote: str) -> None:
    assert result(question, quote) == []


def test_a_follow_up_that_is_an_amount_alone_is_worked_out_for_it() -> None:
    asked = understand("那20万呢", history=["租算力花了60万能补多少", "20万元"])
    (line,) = calculate(asked, [make_finding(DISTRICT)])
    assert "20万元×60%=12万元" in line.text
    assert worked_faults(line.text, [DISTRICT], asked.shown) == []


def test_a_follow_up_has_its_amount_from_the_turn_before() -> None:
    asked = understand("那武昌呢？", history=["租算力花了30万能补多少", "15万元"])
    (line,) = calculate(asked, [make_finding(DISTRICT, region="武昌区")])
    assert "30万元×60%=18万元" in line.text
    assert worked_faults(line.text, [DISTRICT], asked.text) != []
    assert worked_faults(line.text, [DISTRICT], asked.shown) == []


@pytest.mark.parametrize("turn", ["20万呢", "如果花了20万呢"])
def test_a_follow_up_with_an_amount_of_its_own_is_not_worked_out_for_the_old_one(turn: str) -> None:
    asked = understand(turn, history=["租算力花了30万能补多少", "15万元"])
    assert not any("30万元" in one.text for one in calculate(asked, [make_finding(DISTRICT)]))


def test_each_amount_has_its_own_rule() -> None:
    lines = result("垂直模型研发投了1000万，算力花了30万，能补多少？", MODEL, VOUCHER)
    assert [line.partition("（")[0] for line in lines] == [
        "垂直模型研发投了1000万：300万元",
        "算力花了30万：15万元",
    ]


def test_the_first_rule_that_fits_is_taken_and_never_two_added_up() -> None:
    assert result("算力花了30万，能补多少", VOUCHER, DISTRICT)[0].startswith("15万元")


def test_a_rule_for_a_class_that_is_not_named_comes_last() -> None:
    opc = "OPC算力服务费用按40%补助,最高10万元。"
    assert result("算力花了10万，能补多少", opc, VOUCHER)[0].startswith("5万元")
    assert result("OPC算力花了10万，能补多少", opc, VOUCHER)[0].startswith("4万元")


def test_lapsed_documents_give_no_results() -> None:
    assert result("算力花了30万，能补多少", VOUCHER, valid_until=date(2025, 12, 31)) == []
    assert result("算力花了30万，能补多少", VOUCHER, kind="draft", title="措施(征求意见稿)") == []


def test_a_rule_for_others_gives_no_sum_in_the_place_of_one_that_has_lapsed() -> None:
    question = understand("算力花了30万，能补多少")
    lapsed = make_finding(VOUCHER, valid_until=date(2025, 12, 31))
    special = make_finding(VOUCHER, title="OPC若干措施")
    assert not calculate(question, [lapsed, special])
    assert calculate(question, [special])


def test_a_cap_in_the_sentence_behind_the_quote_is_not_passed_over() -> None:
    finding = make_finding("算力合同按金额的30%补贴。\n单家企业不超过80万元。\n")
    short = type(finding)(
        document=finding.document,
        validity=finding.validity,
        passage=finding.passage,
        start=0,
        end=14,
        answer_start=0,
        answer_end=14,
    )
    assert short.quote == "算力合同按金额的30%补贴。"
    assert calculate(understand("算力合同1000万能补多少"), [short]) == []
    assert calculate(understand("算力合同100万能补多少"), [short])[0].text.startswith("30万元")


@given(spent=st.integers(1, 10**9), percent=st.integers(1, 100), cap=st.integers(1, 10**9))
def test_no_result_exceeds_the_cap_and_every_line_holds(spent: int, percent: int, cap: int) -> None:
    quote = f"企业使用算力服务费用按{percent}%补助,最高{cap}元。"
    question = f"租算力花了{spent}元，能补多少？"
    (line,) = result(question, quote)
    head = parse_figures(line)[0]
    assert head.value == min(Decimal(spent * percent) / 100, cap)


@pytest.mark.parametrize(
    "year", [*(f"{year}年" for year in range(2024, 2031)), "25年", "二〇二五年"]
)
def test_a_sum_spent_in_a_named_year_is_worked_out(year: str) -> None:
    yearly = "企业使用算力服务费用按50%给予补贴,每年最高20万元。"
    assert "15万元" in result(f"{year}我们买算力花了30万元能补多少", yearly)[0]


@pytest.mark.parametrize("years", ["3年", "三年", "近8年", "十年"])
def test_a_sum_spent_over_several_years_is_not_held_to_the_cap_of_one(years: str) -> None:
    yearly = "企业使用算力服务费用按50%给予补贴,每年最高20万元。"
    assert result(f"我们{years}买算力花了30万元能补多少", yearly) == []
