"""Whether a text gives the figure that is asked for."""

from __future__ import annotations

import pytest

from answer.asked_for.wanted import (
    lacks_counted,
    lacks_day,
    lacks_figure,
    lacks_phone,
    lacks_place,
    lacks_procedure,
)
from answer.understanding import understand


@pytest.mark.parametrize(
    ("text", "told", "lacks"),
    [
        ("信用贷款的年利率是多少", "信用贷款最长3年、最高1000万元", True),
        ("信用贷款的年利率是多少", "年利率为3.5%", False),
        ("下一场路演在几号", "每月举办路演", True),
        ("路演多久办一次", "每月举办路演", False),
        ("什么时候开始执行", "自2025年8月1日起施行", False),
        ("社区一共有多少家", "为每家企业提供不少于2000卡时免费算力", True),
        ("社区一共有多少家", "认定12家社区", False),
        ("场景项目能补多少钱", "按成效给予相应支持(未写明金额)", False),
        ("发票寄递怎么收费,多少钱", "免收邮寄费用", False),
        ("OPC能拿多少免费算力", "每年提供不少于2000卡时免费算力", False),
        ("场景项目能补多少钱", "对优秀项目给予支持", True),
        ("谁来审核", "由第三方机构审核", False),
        ("武汉有多少人工智能企业", "全市人工智能企业1200家", False),
        ("最多能补多少人民币", "最高补贴20万元", False),
        ("社区一共有多少家", "多家企业入选", True),
        ("区里再按多少比例配", "按市级实际拨付1:1配套", False),
        ("一共要多少人", "一人公司可参加", True),
        ("社区一共有多少家", "企业未达标的不予认定", True),
        ("场景项目能补多少钱", "对优秀未来产业项目给予支持", True),
        ("什么时候施行", "自发布之日起施行", False),
        ("什么时候可以申报", "常年受理", False),
        ("清单多久放一次", "实行月度发布、季度推介", False),
        ("什么时候可以申报", "每年安排算力券资金", True),
        ("创业贷款利率多少", "给予全额贴息", False),
        ("江岸区算力补多少", "尚为讨论稿,申报条件待该方案确定", True),
        ("什么时候可以申报", "尚为讨论稿,申报流程待该方案确定", False),
        ("城市内的时延要求是多少", "城市内1毫秒", False),
        ("毕业几年内还算大学生", "大学生项目最高50万元", True),
        ("计划培养多少标注员", "联合印发三年行动计划(2025-2027年)", True),
    ],
)
def test_a_figure_that_is_asked_for_is_missed(text: str, told: str, lacks: bool) -> None:
    assert lacks_figure(understand(text), told) is lacks


@pytest.mark.parametrize(
    ("text", "told", "lacks"),
    [
        ("一年布局多少个AI项目", "每年布局一批AI项目,单个项目最高100万元", True),
        ("一年布局多少个AI项目", "每年布局20个AI项目,单个项目最高100万元", False),
        ("一个团队最多能报几个产品", "常态化征集,团队和个人均可申报", True),
        ("一个团队最多能报几个产品", "每个团队限报2个产品", False),
        ("一年能报几回", "按市级补贴资金20%配套", True),
        ("一年能报几回", "流程以当年通知为准,一年报一次", False),
        ("一年办几次", "每月举办路演", False),
    ],
)
def test_how_many_are_laid_out_or_handed_in_is_told_by_a_count(
    text: str, told: str, lacks: bool
) -> None:
    assert lacks_counted(understand(text), told) is lacks


@pytest.mark.parametrize(
    ("text", "told", "lacks"),
    [
        ("申报通知是几号发的", "一年一次,流程以当年申报通知为准", True),
        ("申报通知是几号发的", "2026年5月7日印发", False),
        ("几号截止申报", "全年开放线上申报", False),
        ("在几号窗口办", "一年一次", False),
    ],
)
def test_a_day_that_is_asked_for_is_named(text: str, told: str, lacks: bool) -> None:
    assert lacks_day(understand(text), told) is lacks


@pytest.mark.parametrize(
    ("text", "told", "lacks"),
    [
        ("路演直通车的地点在哪", "每月举办路演直通车", True),
        ("路演直通车的地点在哪", "在武汉科创中心举办", False),
        ("服务站点在哪里", "设在各街道政务服务窗口", False),
        ("服务站地址", "金融港四路18号", False),
        # Something else is asked for.
        ("在哪里申请补贴", "由受理部门审核", False),
        ("哪家银行能贷", "联合银行推出", False),
        ("来武汉创业住哪儿免费", "在“青年人才之家”可免费住15天", False),
    ],
)
def test_a_place_that_is_asked_for_is_missed(text: str, told: str, lacks: bool) -> None:
    assert lacks_place(understand(text), told) is lacks


@pytest.mark.parametrize(
    ("text", "told", "lacks"),
    [
        ("揭榜挂帅怎么报", "揭榜挂帅项目最高100万元", True),
        ("揭榜挂帅怎么报", "登录平台提交申报书", False),
        ("揭榜挂帅最高多少", "揭榜挂帅项目最高100万元", False),
        ("路演怎么走流程", "项目遴选—路演直通车—合规性审查—签投资协议", False),
        ("人才房怎么办", "携带身份证到窗口办理", False),
    ],
)
def test_who_asks_how_is_told_a_step(text: str, told: str, lacks: bool) -> None:
    assert lacks_procedure(understand(text), told) is lacks


def test_a_telephone_number_is_a_number_to_call() -> None:
    question = understand("人才局的创业资助咨询电话是多少")
    assert lacks_phone(question, "最高100万元创业资助(市人才工作局)")
    assert not lacks_phone(question, "咨询电话65692130")
