from __future__ import annotations

import pytest

from answer.understanding import Knowledge
from answer.understanding.spelling import mended
from tests.answer.understanding.corpus_sample import knowledge

KNOWN = knowledge()
# Ordinary questions, most of them of things that the documents know nothing about.
ORDINARY = """
企业只能申请一次吗 同一项目只能报一个吗 人工至少要几个人 安湃光电拿了多少钱 小米汽车有补贴吗
华为昇腾算力怎么收费 买显卡能报销吗 租房合同要备案吗 个体户要不要交税 材料交错了能改吗
申请表填错了能重新提交吗 什么时候打款到账 软著登记给钱吗 做外贸的有没有扶持 餐饮店能贷款吗
生物医药有什么政策 芯片流片补贴多少 退役军人创业有什么优惠 安家费有多少 厂房租金减免吗
水电费能便宜吗 工位费多少 技改补贴怎么申请 知识产权质押融资 基金返投比例 容错机制是什么
黑客松在哪办 语料库去哪里买 区块链政策有吗 低空经济有什么补贴 脑机接口有扶持吗
算法备案怎么办理 举报骗补找谁 黑名单多久解除 专家评审几个人 参保员工多少人 兼职算不算员工
从汉阳去武昌怎么走 我是从汉阳去的 黄冈有类似政策吗 重庆算力成本多少 湖北到2027年算力总规模目标
发票怎么开 培训补贴多少 租用阿里云能补吗 电费算吗 展期几次 股份怎么算 小店卖奶茶能享受吗
推荐几本书 孩子在武昌上小学怎么划片 热干面怎么做才好吃 武汉高考录取分数线是多少 樱花什么时候开
体育比赛第三跳得了多少分 弄虚作假骗补会怎样 公司不大没东西抵押能凭技术贷到款吗
训练用的算力还能另外补吗 算力也能补吗 算力券是要我先掏钱再报销吗
""".split()


@pytest.mark.parametrize("question", ORDINARY)
def test_ordinary_questions_stay_as_they_are(question: str) -> None:
    assert mended(question, KNOWN) == question
    assert mended(question, Knowledge()) == question


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("算利卷补多少", "算力券补多少"),
        ("武罕算力卷", "武汉算力券"),
        ("补帖多少", "补贴多少"),
        ("武汉人工只能10条第三跳是啥", "武汉人工智能10条第三条是啥"),
        ("opc企业任定要多少人", "opc企业认定要多少人"),
        ("汉阳去的人才租赁房", "汉阳区的人才租赁房"),
        ("算例服务商由谁认定", "算力服务商由谁认定"),
        ("路演直同车单次投资最多多少", "路演直通车单次投资最多多少"),
        ("创新卷今年截至几号", "创新券今年截至几号"),
        ("知识价直信用贷款 风险补尝比例", "知识价值信用贷款 风险补偿比例"),
        ("开园鸿蒙要做多少款原生应用", "开源鸿蒙要做多少款原生应用"),
        ("武汉人形机器仁", "武汉人形机器人"),
        ("关谷算力补贴", "光谷算力补贴"),
        ("大摸型补贴", "大模型补贴"),
    ],
)
def test_slips_of_sound_and_shape(wrong: str, right: str) -> None:
    assert mended(wrong, KNOWN) == right
    assert mended(right, KNOWN) == right


def test_numbers_and_quoted_names_are_never_touched() -> None:
    for text in ("补贴四十万", "十万和石万", "叫“算利卷”的公司", "算立科技有限公司的补贴"):
        assert mended(text, KNOWN) == text
