"""A question that asks for several things is taken apart."""

from __future__ import annotations

import pytest

from answer.understanding import Knowledge
from answer.understanding.compound import taken_apart


def wholes(text: str) -> list[str]:
    return [one.whole for one in taken_apart(text, Knowledge())]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("垂直模型和模型采购各补多少", ["垂直模型补多少", "模型采购补多少"]),
        (
            "申报创新专项,人数和研发投入分别有什么要求?",
            ["申报创新专项,人数有什么要求", "申报创新专项,研发投入有什么要求"],
        ),
        # What the first or the last has for all of them.
        ("硕士和博士在汉阳租房各补多少", ["硕士在汉阳租房补多少", "博士在汉阳租房补多少"]),
        ("算力券的额度、期限各是多少", ["算力券的额度是多少", "算力券的期限是多少"]),
        (
            "湖北省里支持中试平台和生态社区，各最高多少",
            ["湖北省里支持中试平台最高多少", "湖北省的生态社区最高多少"],
        ),
        ("模型工具和创新产品各支持多少", ["模型工具支持多少", "创新产品支持多少"]),
        (
            "创新专项里,创新产品和模型工具两类,每个项目分别给多少钱",
            ["创新专项里,创新产品每个项目给多少钱", "创新专项里,模型工具每个项目给多少钱"],
        ),
        # Two things that are compared.
        (
            "创新专项里,模型工具和创新产品两类项目哪个给钱多,差多少",
            ["创新专项里,模型工具给钱多少", "创新专项里,创新产品给钱多少"],
        ),
        (
            "OPC路演和路演直通车,对成立年限的要求有什么不一样",
            ["OPC路演对成立年限的要求是什么", "路演直通车对成立年限的要求是什么"],
        ),
        ("硕士和博士的租房补贴有啥区别", ["硕士的租房补贴是多少", "博士的租房补贴是多少"]),
        ("模型工具和创新产品哪个给钱多", ["模型工具给钱多少", "创新产品给钱多少"]),
        ("硕士和博士相比，谁补得多", ["硕士补多少", "博士补多少"]),
        (
            "在汉阳租房,硕士和博士的补贴有没有区别",
            ["在汉阳租房,硕士的补贴是多少", "在汉阳租房,博士的补贴是多少"],
        ),
        ("武汉硕士和博士哪个补得多", ["武汉硕士补多少", "武汉市的博士补多少"]),
        (
            "智能终端和智能体的普及率2027年和2030年分别要到多少",
            ["智能终端和智能体的普及率2027年要到多少", "智能终端和智能体的普及率2030年要到多少"],
        ),
        (
            "普及率2025年、2026年和2027年各要到多少",
            ["普及率2025年要到多少", "普及率2026年要到多少", "普及率2027年要到多少"],
        ),
        ("硕士和博士的租房补贴各是多少", ["硕士的租房补贴是多少", "博士的租房补贴是多少"]),
    ],
)
def test_of_each_thing(text: str, parts: list[str]) -> None:
    assert wholes(text) == parts


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("创业担保贷款最高多少,期限多长", "创业担保贷款期限多长"),
        ("江岸区的算力补贴由谁解答,电话是多少", "江岸区的算力补贴电话是多少"),
        ("2027年算力券什么时候申报,几号截止", "2027年算力券几号截止"),
        ("刚注册的公司,创业资助最高给多少,哪个部门管", "刚注册的公司,创业资助哪个部门管"),
        ("洪山区有没有人工智能补贴,算力补多少", "洪山区的人工智能补贴算力补多少"),
        ("武昌区算力补多少,江岸区人才房怎么申请", "江岸区人才房怎么申请"),
        # Without a comma.
        ("OPC认定一年搞几次什么时候能报", "OPC认定一年什么时候能报"),
        ("用完券以后找谁结账要交哪些单子", "用完券以后要交哪些单子"),
        ("现在有几家整机企业配套率多少", "现在配套率多少"),
    ],
)
def test_a_further_question_takes_what_it_leaves_out_from_the_first(text: str, last: str) -> None:
    assert wholes(text)[1:] == [last]


@pytest.mark.parametrize(
    "text",
    [
        "算力券最高多少",
        "我们公司12个人,算力券最高多少",
        "网上报名是几月几号到几月几号",
        "在哪个网站、哪个栏目申报",
        "条例按自动驾驶功能分成哪几类",
        "哪几个部门一起发的",
        "武昌区和江岸区的算力补贴各是多少",
        "市里和区里的额度各是多少",
        "算力券和语料券哪个更高,高多少",
        "算力券和语料券有什么区别",
        "武昌区和汉阳区哪个补得多",
        # Years that are no questions.
        "2025年和2026年毕业的硕士能申请租房补贴吗",
        "2025年和2026年出台了哪些算力政策",
    ],
)
def test_one_question_stays_whole(text: str) -> None:
    assert wholes(text) == []


def test_the_thing_of_a_part_is_what_tells_it_from_the_others() -> None:
    parts = taken_apart("软件十四条里的大模型和备案各最高多少", Knowledge())
    assert [one.thing for one in parts] == ["大模型", "备案"]
    assert parts[1].whole == "软件十四条里的备案最高多少"
    parts = taken_apart("硕士和博士的租房补贴各是多少", Knowledge())
    assert [one.thing for one in parts] == ["硕士", "博士"]
    parts = taken_apart("创业担保贷最高多少,期限多长", Knowledge())
    assert [one.thing for one in parts] == ["创业担保贷", ""]


@pytest.mark.parametrize(
    ("text", "briefly"),
    [
        ("我们有12个人,能认定成OPC企业吗?算力花费要占多少", "认定成OPC企业算力花费要占多少"),
        ("公司在东湖高新,模型备案奖多少?另外算力最多支持多少", "东湖高新区的算力最多支持多少"),
        ("银行评了C级,知识价值贷最多批多少,最长几年", "知识价值贷最长几年"),
        # Without a context, or a thing of its own, there is nothing to leave behind.
        ("创业担保贷最高多少,算力券呢", ""),
        ("算力花了60万,区里最多补几成,一年封顶多少", ""),
    ],
)
def test_a_part_less_what_the_asker_tells_of_himself(text: str, briefly: str) -> None:
    assert taken_apart(text, Knowledge())[-1].briefly == briefly


def test_what_is_asked_alike_of_something_else_is_a_part() -> None:
    asked = "那个专项行动,到27年智能工厂要搞多少家?典型场景呢"
    assert [one.own for one in taken_apart(asked, Knowledge())] == [
        "到27年智能工厂要搞多少家",
        "典型场景呢",
    ]


def test_that_several_are_pointed_at_is_no_question() -> None:
    # “那几条” asks nothing, so the days are all that is asked for.
    assert not wholes("市经信局那几条资金,名单定了要挂多少天")
