from __future__ import annotations

import pytest

from answer.understanding import Asked, understand

A = Asked


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("算力券补多少?", (A.AMOUNT,)),
        ("数据集专项最高奖多少?哪个部门管?", (A.AMOUNT, A.DEPARTMENT)),
        ("智能工厂有钱吗,要写材料吗?", (A.YES_NO, A.AMOUNT, A.PROCEDURE)),
        ("从哪天开始施行,有效多久?", (A.DATE,)),
        ("公示几天?", (A.DATE,)),
        ("最长几年?", (A.DATE,)),
        ("研发补助的比例和上限是多少?", (A.RATE, A.AMOUNT)),
        ("由谁负责?", (A.DEPARTMENT,)),
        ("哪个科室解答,电话是多少?", (A.DEPARTMENT, A.PHONE)),
        ("申报电话是多少?", (A.PHONE,)),
        ("全市建了多少个服务站?", (A.COUNT,)),
        ("营业收入是多少?", (A.AMOUNT,)),
        ("要准备哪些材料?", (A.PROCEDURE, A.LIST)),
        ("从哪里申请?", (A.PROCEDURE,)),
        ("有哪些政策?", (A.LIST,)),
        ("有什么条件?", (A.LIST, A.CONDITION)),
        ("事业单位能不能申请?", (A.YES_NO,)),
        ("认定后会不会被取消?", (A.YES_NO,)),
        ("贷款到期还不上本金,能续吗?", (A.YES_NO, A.DATE)),
        ("什么是智能体?", (A.ANYTHING,)),
        ("申请OPC是10人还是20人?", (A.COUNT, A.COMPARISON)),
        ("公司在光谷和在武昌,算力支持上限差多少?", (A.COMPARISON, A.AMOUNT)),
        ("江岸区和汉阳区的算力补贴分别怎么补?", (A.COMPARISON, A.AMOUNT)),
        ("垂直模型补贴能到100万:武昌还是硚口?", (A.COMPARISON,)),
        ("武汉到上海的高铁票多少钱?", (A.AMOUNT,)),
        ("How much is the voucher?", (A.AMOUNT,)),
        ("How long is it valid?", (A.DATE,)),
        ("Which department is in charge?", (A.DEPARTMENT,)),
        ("What documents do I have to submit?", (A.PROCEDURE,)),
    ],
)
def test_kinds_asked(question: str, kinds: tuple[Asked, ...]) -> None:
    assert understand(question).kinds == kinds


@pytest.mark.parametrize(
    "question",
    [
        "一年算力花了80万,算力券最多给我几万?",
        "垂直模型研发投了2000万,研发补贴能拿多少?",
        "设备投了1.2亿能补多少",
        "OPC创始人买一套80平方米的新建商品房,补贴多少?",
        "一个区有3个特色产业集群,一共能奖多少?",
        "汉阳区企业从市里领到15万元补贴,再配套多少?",
    ],
)
def test_an_own_amount_is_calculated_with(question: str) -> None:
    understood = understand(question)
    assert understood.asked is Asked.CALCULATION
    assert understood.given_amounts
    for figure in understood.given_amounts:
        assert understood.figures_in[figure.start : figure.end] == figure.text


@pytest.mark.parametrize(
    "question",
    [
        "营收5000万以上的企业奖多少",
        "能补助100万吗",
        "算力券最高多少",
        "听说算力券能领100万,是多少?",
        "超过20万的部分谁出",
        "2026年一共发多少钱",
        "我们去年研发花了45万,那个创新产品项目能报不?",
    ],
)
def test_a_threshold_or_claim_is_no_own_amount(question: str) -> None:
    assert Asked.CALCULATION not in understand(question).kinds


@pytest.mark.parametrize(
    "question",
    [
        "听说武汉给每个OPC直接发100万现金,对吗?",
        "算力券是市科创局发的吧",
        "必须找担保公司担保,是吧?",
        "OPC企业认定一年只有一次申报机会,错过就没了?",
        "智能网联汽车条例给企业补贴500万,怎么申请?",
        "补贴门槛都降到1000万元了吗?",
        "那政策3月10日就生效了吗?",
        "Is it true that every OPC gets 1 million?",
    ],
)
def test_what_is_stated_is_a_claim(question: str) -> None:
    assert understand(question).claims


@pytest.mark.parametrize(
    "question",
    [
        "算力券补多少?",
        "人工智能意见里2027年智能终端普及率目标?",
        "公司全职12个人,还能认定为OPC企业吗?",
        "能不能各领20万?",
        "一年算力花了80万,能补多少?",
        "2025年湖北高质量发展若干政策现在还有效吗?",
        "硚口区的AI政策到期了没有?",
        "想申请示范场景,对吧,要啥条件",
        "What's the cap in Wuhan?",
    ],
)
def test_what_is_only_asked_is_none(question: str) -> None:
    assert not understand(question).claims
