"""Every check of what is asked for has its say in whether an answer is given."""

from __future__ import annotations

import logging

import pytest

from answer.asked_for.unanswered import is_unanswered, lacks_kind
from answer.understanding import understand
from tests.answer.findings import make_finding


@pytest.mark.parametrize(
    ("check", "text", "told"),
    [
        ("lacks_phone", "创业资助的咨询电话是多少", "最高100万元创业资助"),
        ("lacks_counted", "联合实验室至少要拉几家单位", "整机企业牵头,最高支持6000万元"),
        ("lacks_members", "19个典型场景具体是哪些", "提出19个典型场景"),
        ("lacks_each", "一个社保人头算多少钱", "单家每年最高120万元"),
        ("lacks_either", "免费算力是昇腾卡还是英伟达的", "每年不少于2000卡时免费算力"),
        ("lacks_sum", "灵伴科技拿了多少投资", "仅用60天就完成尽调"),
        ("lacks_cap", "配套最多封顶多少万", "按实际补贴资金20%配套"),
        ("lacks_share", "按增加额的百分之几算", "每家5万—100万元"),
        ("lacks_support", "经开区测试里程补贴", "公开测试道路4000公里"),
        ("lacks_unit", "数据量至少多少TB", "每个专项最高奖励200万元"),
        ("lacks_own_measure", "孵化器5000平米够卓越级吗", "运营主体须实际运营满1年"),
        ("lacks_days", "材料交上去几个工作日能拿到钱", "结算材料由算力服务商提交"),
        ("lacks_counted", "那10款机器人一共要造多少台", "支持10款机器人小规模量产"),
        ("lacks_members", "4个方面举措是哪四个方面", "提出4个方面举措"),
        ("lacks_sum", "并购贷款最多能贷多少钱", "并购贷款占比最高80%、期限最长10年"),
        ("lacks_indicator", "2027年产值目标是多少", "到2027年核心产业增加值年均增长10%"),
        (
            "is_of_another_group",
            "免费住宿能带家属吗",
            "家庭在中心城区无房的可申请免费住宿,不超过15天",
        ),
        ("lacks_named_act", "武昌区给市级算力券再配套多少", "算力费用最高按60%补贴"),
        ("lacks_counted", "每年遴选几个垂直行业模型", "每年遴选性能先进的模型"),
        ("lacks_share", "平均利用率到百分之几了", "利用率提高近20个百分点"),
        ("lacks_cap", "一年封顶多少钱", "总投入超1亿元的按每年建设投入50%支持"),
        ("lacks_unit", "人才公寓一套有多少平方", "不少于2套人才公寓"),
        ("lacks_quoted", "评价得了“达标”补多少", "绩效优秀给30万元后补贴"),
        ("is_only_target", "眼下已经有多少家智能工厂了", "培育1200家以上智能工厂"),
        ("is_of_another_year", "2027年度从哪天开始申领", "持续申领,截止2026年11月5日"),
        ("is_other_bound", "单次最少投多少", "单次投资额不超过100万元,特殊情况最高500万元"),
        ("is_other_bound", "在孵企业最多能有几家", "在孵企业不少于30家"),
        ("lacks_end", "补贴几号截止申报", "申报通知(2026-05-07)分设算力券"),
        ("is_of_the_whole", "一家公司能拿多少钱", "每年安排总额1000万元"),
        ("lacks_named_act", "算力券能转让吗", "企业按50%补助"),
        ("is_of_another_thing", "B级能贷多少", "A级不超过1000万元"),
        ("is_of_another_voucher", "算力券申领到几号", "科技创新券截止2026年11月5日"),
        ("is_of_another_batch", "第三批社区报到哪天", "第二批于8月24日截止"),
        ("lacks_quoted", "“产业名园”有什么条件", "按园区奖励政策支持"),
        ("lacks_kind_of_voucher", "上云服务券怎么领", "科技创新券线上申领"),
        ("lacks_charge", "担保费怎么算", "担保上限提高到3000万元"),
        ("only_disclaims", "条例由哪个部门解释", "条例不规定具体企业补贴金额"),
        ("is_of_another_year", "2026年底算力规模要到多少", "到2025年底算力规模达到4500PFlops"),
        ("is_only_target", "去年底算力实际做到多少P了", "到2025年底算力规模达到4500PFlops"),
        ("is_of_another_company", "灵伴科技拿了多少投资", "安湃光电是初创公司,获2000万元支持"),
        ("lacks_day", "申报通知是几号发的", "一年一次,流程以当年申报通知为准"),
        ("is_for_less", "合同超过50万的补几成", "累计50万元(含)以下的可不超过50%"),
        ("is_of_another_kind", "绩效得了良好能拿多少", "绩效优秀给30万元后补贴"),
        (
            "lacks_each_of_two",
            "金种子和银种子各要培育多少家",
            "培育金种子、银种子企业500家以上",
        ),
        ("is_of_another_degree", "硕士租房免几年", "博士免3年房租"),
    ],
)
def test_a_check_that_fails_leaves_the_question_unanswered(
    check: str, text: str, told: str, caplog: pytest.LogCaptureFixture
) -> None:
    question, lead = understand(text), make_finding(told)
    with caplog.at_level(logging.INFO, logger="answer.asked_for.unanswered"):
        assert is_unanswered(question, told, lead)
    assert check in caplog.text


def test_what_is_asked_for_is_answered() -> None:
    told = "企业使用算力服务费用按50%补助,最高20万元"
    assert not is_unanswered(understand("算力券最高多少钱"), told, make_finding(told))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("汉阳区给市级算力券再配套多少", "按市级实际补贴资金的20%给予区级配套补贴"),
        ("子女上学怎么安排", "人才子女由区教育局协调入学"),
        ("武汉有几家人形机器人企业", "武汉现有7家人形机器人企业"),
        ("国家人工智能先导区是哪年批的", "2022年9月批复国家人工智能先导区"),
        ("外国人能申请吗", "面向全球团队,不限国籍"),
        ("利用率提高了百分之几", "利用率提高近20个百分点"),
        ("每年遴选几个项目", "每年遴选100个以内项目"),
        ("2025年产业规模和产值多少", "产业规模1000亿元"),
        ("2026年度截止到哪天", "2026年度截止2026年11月5日"),
        ("现在有多少家智能工厂", "已有智能工厂300家"),
    ],
)
def test_what_names_it_answers(text: str, told: str) -> None:
    assert not is_unanswered(understand(text), told, make_finding(told))


def test_that_no_figure_is_told_only_asks_for_more_certainty() -> None:
    told = "确保不影响农民售粮"
    question = understand("政策执行期限是为何延长")
    assert lacks_kind(question, told, make_finding(told))
    assert not is_unanswered(question, told, make_finding(told))
    assert not lacks_kind(question, "延长至6月底", make_finding("延长至6月底"))
