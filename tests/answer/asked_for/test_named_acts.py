"""What is to be done with a grant must be spoken of."""

from __future__ import annotations

import pytest

from answer.asked_for.named_acts import (
    asks_when_open,
    lacks_act,
    lacks_named_act,
    of_named_act,
)
from answer.understanding import understand
from tests.answer.findings import make_finding

DRAWN = "企业使用算力服务费用按50%补助,最高20万元"


@pytest.mark.parametrize(
    ("text", "told", "lacks"),
    [
        ("算力券可以转让吗?", DRAWN, True),
        ("算力券可以转让吗?", "算力券仅限本企业使用,不得转让", False),
        ("算力券能提现吗", "券即领即用,直接抵扣", True),
        ("算力券能提现吗", "算力券不兑付现金", False),
        ("武汉给每个OPC直接发100万现金,对吗", "按项目总投入30%支持,最高100万元", True),
        ("武汉给每个OPC直接发100万现金,对吗", "综合评定给予最高100万元创业资助", False),
        ("补贴要交税吗", DRAWN, True),
        ("补贴要交企业所得税吗", DRAWN, True),
        ("奖金要交个税吗", "奖金免征个人所得税", False),
        ("贷款能展期吗", "到期可续贷一次", False),
        ("错过了还能报吗", "全年开放线上申报", False),
        ("搬走了补贴要退吗", "迁出的应退回资金", False),
        ("搬走了补贴要退吗", DRAWN, True),
        ("基金怎么退出", DRAWN, False),
        ("贷款的年龄卡到多少岁", "OPC创业者可获最高30万元贷款", True),
        ("贷款的年龄卡到多少岁", "法定退休年龄以内的可申请", False),
        ("投了以后要占多少股份", "单次股权投资最高100万元", True),
        ("投了以后要占多少股份", "持股比例不超过20%", False),
        ("贷款还不上怎么办", "最高30万元、最长3年", True),
        ("贷款还不上怎么办", "逾期连续6个月催收的由基金代偿", False),
        ("卡时今年用不完能留到明年吗", "每年提供不少于2000卡时", True),
        ("取消资格后几年才能重新申请", "复核不合格的取消资格", True),
        ("取消资格后几年才能重新申请", "三年内不得再次申请", False),
        ("算力券提到2.5亿之前是多少", "年度2.5亿元算力券", True),
        ("算力券提到2.5亿,原来是多少", "年度2.5亿元算力券", True),
        ("算力券提到2.5亿之前是多少", "算力券由1亿元提到2.5亿元", False),
        ("领过市里的资助还能再申请一份配套吗", "在上级资助外再按20%配套", False),
        ("算力券补多少", DRAWN, False),
        ("研发成本里人员工资算进去不", DRAWN, True),
        ("研发成本里人员工资算进去不", "研发成本含人工和材料费用", False),
        ("免租的房子可以转租吗", "免收租金,不得转租", False),
        ("奖金几个月能到账", "每个专项最高奖励200万元", True),
        ("买二手房有补贴吗", "购买新建商品房每平方米补贴1000元", True),
        ("贷款利率是多少", "最高贷1000万元", True),
        ("办法什么时候施行", "每年组织两次集中认定", True),
        ("办法什么时候施行", "自2026年8月5日起试行", False),
        ("武汉有没有统一算力调度平台", "建设全市一体化算力调度平台", False),
        ("成都算力券补多少", DRAWN, False),
        ("预计到2027年算力规模多少", "到2027年算力规模达25EFLOPS", False),
        ("技术创新中心换依托单位怎么办", "依托单位上年度营收不少于2亿元", True),
        ("技术创新中心换依托单位怎么办", "变更依托单位的重新认定", False),
        ("人才公寓可以换吗", "提供不少于2套人才公寓,1年免租", True),
        ("AI换脸视频要不要加标识", "生成合成内容须加标识", False),
        ("能申请了解一下吗", DRAWN, False),
        ("新能源汽车置换补贴补多少", DRAWN, False),
        ("租赁费能不能一起算进总投入", "投入不含算力服务费用", False),
        ("评审后几个工作日到账", "公示不少于5个工作日,之后按程序拨款", True),
        ("评审后几个工作日到账", "公示后15个工作日内拨付", False),
        ("50万是一次拨还是分两次", "每个项目支持50万元", True),
        ("100万是一笔打过来还是分几年给", "分两期拨付", False),
        ("公共数据怎么收费", "最高补助200万元", True),
        ("公共数据怎么收费", "公共数据无偿使用", False),
        ("没打标识会被罚多少钱", "对企业给予相应支持", True),
        ("评的时候看哪些指标", "智能体产品最高500万元", True),
        ("评到A级得多少分", "按评价等级授信:A级不超过1000万元", True),
        ("评到A级得多少分", "80分以上为A级", False),
        ("卓越级几年复评一次", "运营满1年", True),
        ("取消的资格几年后能恢复", "近3年不得参与", True),
        ("认定没过找哪里申诉", "年度复核与退出相结合", True),
        ("基金要占多少股", "不超过100万元投资", True),
        ("What equity stake does the fund take?", "不超过100万元投资", True),
        ("资格取消了要隔多久才能再报", "不合格的取消资格", True),
        ("资格取消了要隔多久才能再报", "三年内不予受理", False),
        ("企业在孵化器最长孵几年", "运营主体须运营满1年", True),
        ("反担保人要找几个", "10万元以下免反担保", True),
        ("撞了人算谁的", "条例自2025年3月1日起施行", True),
        ("能不能买外省机构的服务", "按服务金额30%兑付", True),
        ("能不能买外省机构的服务", "限省内服务机构", False),
        ("两类项目能一起报吗", "企业和个人均可申报", True),
        ("两类项目能一起报吗", "每家只能申报一项", False),
        ("“1+5”各指什么", "“1+5”制度使资金放大12.5倍", True),
        ("“1+5”各指什么", "即1个母基金和5个子基金", False),
        ("政策到期后续不续", "试行期至2026年8月", True),
        ("打算培育多少家工厂", "培育1200家以上", False),
        ("资格拿到手以后会不会取消", "不合格的取消资格", False),
        ("补贴要交税吗", "依法注册、纳税的企业", True),
        ("公司在汉阳交税,还能再给多少", "按20%配套", False),
        ("支持武汉打造两个什么“之都”", "打造“世界存储之都”", False),
        ("从提交到钱下来要多少个工作日", "一年一次,以当年通知为准", True),
        ("公示完之后多少个工作日钱能打到账上", "公示不少于5个工作日,之后按程序拨款", True),
        ("尽调到打款用了多久", "仅用60天就完成尽调和打款", False),
        ("毕业三年了还算不算大学生", "符合条件的大学生最高50万元", True),
        ("毕业三年了还算不算大学生", "含毕业5年内的大学生", False),
        ("综合评定多少分以上才能拿", "综合评定后给最高100万元", True),
        ("综合评定多少分以上才能拿", "综合评定80分以上的给100万元", False),
        ("要配多少自筹资金,几比几", "市级财政支持30万元", True),
        ("攻关奖励企业自己要配多少资金", "核心技术攻关最高奖励2000万元", True),
        ("股权投资要占我们多少股", "单次股权投资最高100万元", True),
        ("股权投资要占我们多少股", "持股比例不超过20%", False),
        ("增量补贴按几成补", "按研发费用8%给最高500万元", True),
        ("增量补贴按几成补", "对研发投入增量每家5万—100万元", False),
        ("要不要先垫付", "申领时先签合同并约定券额", True),
        ("要不要先垫付", "即领即用,直接抵扣算力费用", False),
        ("天使基金允许亏到多少", "资金总额不低于新增投资额20%", True),
        ("天使基金允许亏到多少", "天使基金最高亏损60%", False),
        ("已经有财政的钱,还能报示范场景吗", "已获财政资金的场景不予支持", False),
        ("现在还能报吗", "已获财政资金的场景不予支持", True),
        ("要配多少自筹资金,几比几", "自筹资金不低于财政资金的1倍", False),
        ("区里再配多少", "一年一次", True),
        ("区里再配多少", "再按市级补贴资金20%配套", False),
        ("试点通过终期评估了吗", "高标准建设先导区", True),
    ],
)
def test_a_named_act_must_be_ruled_on(text: str, told: str, lacks: bool) -> None:
    assert lacks_named_act(understand(text), told) is lacks


def test_what_rules_on_the_act_is_told_alone_where_it_is_found() -> None:
    grant = make_finding("牵头研发单位按研发成本30%补助,最高500万元。")
    ruling = make_finding("研发成本含人工和材料费用。", certainty=0.8)
    both = make_finding(f"{grant.quote}\n- {ruling.quote}")
    question = understand("研发成本里人员工资算进去不")
    assert of_named_act(question, [grant, both, ruling]) == [ruling]
    assert of_named_act(question, [grant, both]) == [grant, both]
    assert of_named_act(understand("研发成本补多少"), [grant, ruling]) == [grant, ruling]


def test_a_clause_on_another_matter_is_not_told_for_ruling_on_the_act() -> None:
    question = understand("算力券评审通过后几个工作日到账")
    near = make_finding("算力券评审通过后公示不少于5个工作日,之后拨款。")
    other = make_finding("银行7个工作日内给额度并签约,到账后付息。", certainty=0.6)
    assert of_named_act(question, [near, other]) == [near, other]


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("算力券可以申领了？", True),
        ("算力券可以申领了吗？", True),
        ("算力券可以申领了", True),
        ("申报开了吗？", True),
        ("申报开了？", True),
        ("算力券可以报名了没", True),
        ("申报材料公开吗？", False),
        ("能申请了解一下吗？", False),
    ],
)
def test_marks_of_a_question_do_not_hide_that_it_asks_when_to_apply(text: str, asks: bool) -> None:
    assert asks_when_open(understand(text)) is asks
    assert lacks_act(text, DRAWN) is asks
