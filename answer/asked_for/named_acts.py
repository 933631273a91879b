"""What somebody wants to do with a grant, where few rules speak of it at all.

“算力券能转让吗” is not answered by how the voucher is drawn. A clause must name the act, or what
rules it in or out.
"""

from __future__ import annotations

import re

from answer.asked_for.rulings import leaves_unruled, rulings
from answer.finding import Finding
from answer.matter import coverage
from answer.understanding import Question

# As sure as this a clause that rules on the act is the answer.
SURE = 0.5
# How much less of the question it may name than the best finding, in units of `matter.coverage`.
COVERAGE_MARGIN = 0.3
# “现在可以报了吗”, “什么时候能报”
_WHEN_OPEN = (
    "什么时候(?:起|能|可以|才能|才可以|才|开始|要)*(?:去)?(?:申?报|申[请领]|受理)(?!销)|(?:申报|受理|报名)(?:的)?(?:时间|日期)|"
    "(?:现在|目前|如今)(?:能不能|可不可以|能|可以)(?:申?报|申[请领])(?!销)|"
    # “还能报示范场景吗” asks whether one may.
    "还(?:能不能|可不可以|能|可以)(?:申?报|申[请领])名?(?=[吗么没不了]|$)|"
    "(?:可以|能)去?(?:申?报名?|申[请领])了(?:[吗么没]|$)|开始(?:申?报|申请|受理)|开放申[报请]"
    "|申报.{0,3}开(?:了?[吗没](?!开)|了$)"
)
# How people ask for an act, and what a clause that rules on it says.
_ACTS = (
    ("提现|变现|折现|[换折]成?(?:现金|现钱|钱)", "现金|[变提折套]现"),
    # A grant on what a project costs is no money that is handed out.
    (
        "直接[发给][^,，。;；]{0,6}(?:现金|现钱)|[发给][0-9.]+万元?(?:的)?现金",
        "现金|资助|直接[发给拨]",
    ),
    (
        "转让|转[卖售赠借租]|倒卖|[卖转送让借]给|送人",
        "转让|转[卖售赠借租]|买卖|倒卖|出[借租]|他人|第三方使用",
    ),
    (
        "抵税|(?<!在[\u4e00-\u9fff]{2})(?<!在[\u4e00-\u9fff]{3})[交缴扣上含](?:不[交缴扣上含])?"
        "(?:(?:企业|个人)?(?:所得|增值)|个)?税|开(?:不开)?发?票",
        "(?<!纳)税|发票",
    ),
    ("代办|代[领申]|中介|委托别?人|找人[办弄]", "代办|代[领申理]|中介|委托"),
    ("展期|续[期贷]|宽限|延期|顺延", "展期|续[期贷]|宽限|延[期长]|顺延|包容期"),
    (
        "补[报申办交]|错过了?|晚了|逾期",
        "补[报申办交正]|逾期|截止|截至|期[限内]|[日月]前|不间断|全年|常年|随时",
    ),
    ("提前还", "提前"),
    (
        "什么时候(?:起|开始)?(?:施行|试行|生效|实施)|(?:施行|试行|生效|实施)(?:日期|时间)",
        "施行|试行|生效|实施|执行",
    ),
    (
        "(?:可以|能|要|想)换(?!成?(?:现|钱)|[新届取算言句脸电])"
        "|(?<![兑置交调互替])换(?:依托|法人|股东|单位|公司|银行|名称|地址|一[个家])|更换|变更",
        "换|变更|调整|重新",
    ),
    (
        "(?:多久|几[个天年日]|多少[个天]|什么时候|何时|几时).{0,8}(?:到[账帐手]|打款|拨付|[发拨]下来)|"
        "(?:钱|款|资金)(?:能|才|就)?(?:[打发拨]?下来|到[账帐手位]).{0,6}(?:多久|几|多少)",
        "(?:工作)?日内|月内|[0-9]个?(?:工作日|月)[^,，;；]{0,8}(?:拨|兑|付|到)|(?:拨|兑|付)[^,，。;；]{0,8}(?:日|月)内|"
        "即时|次月|当月|季度|年底|到[账帐]",
    ),
    (
        "到账|到帐|打款|到手(?!以?之?后|多少|几)",
        "到[账帐]|打款|拨[付款]|兑现|发放|支付|结算|工作日|日内",
    ),
    (
        "一[次笔](?:性)?[拨给发付打到].{0,6}还是|分[两二三几][次批期年]|分期|分批",
        "一次性|分[两二三][次批期]|分期|分批|首[期笔]|预拨|前补助|后补助|验收",
    ),
    (
        "怎么收费|收费标准|(?<![营租])收多少钱|收不收[费钱]|要不要(?:交|收)?[费钱]|手续费|服务费(?:是|要)?多少",
        "收费|免费|[无有]偿|不收|免收|收取|价格|定价|缴费|自付|自担",
    ),
    ("被?罚(?:款|多少|几|得|什么)|罚不罚", "罚|没收|责令|追究|吊销"),
    (
        "(?:评|考核)[^,，。;；]{0,8}指标|(?:哪些|什么)指标|评分|打分|得分",
        "指标|评分|打分|分值|得分|[0-9]分|综合评|标准为|[按看依][^,，。;；:：]{2,20}等(?!级)",
    ),
    ("多少分|几分(?![之钟])", "[0-9一二三四五六七八九十]分(?![之钟])|分值|得分|打分|评分"),
    ("增量", "增量|增加|增长|增幅"),
    ("垫(?:付|钱|资|上)|先掏钱|先付钱", "垫|直接抵扣|报销"),
    ("亏到|亏多少|亏几|亏损多少", "亏损|损失"),
    ("自筹|几比几|自己(?:要|得|须|需)?配", "自筹|自有|自行|配套资金|[0-9][:：比][0-9]"),
    ("复评|复审|年审|年检|复核", "复评|复审|复核|年审|年检|考核|评估|年度"),
    ("恢复|解禁|解除", "恢复|解禁|解除"),
    ("(?<!还是)二手|存量房", "二手|存量"),
    ("利率|利息|interest rate", "利率|利息|贴息|LPR"),
    (
        f"{_WHEN_OPEN}|(?:可以|能)领了(?:[吗么没]|$)",
        "申报|申领|申请(?:时间|日期|期|工作|通道)|报名|受理|讨论稿|征求意见|尚未|截[止至]|启动|开放|常年|全年|[待后]公布",
    ),
    (
        "算不算|[算计]得?[不没]?[进入](?!展)|(?<!打)算到|含不含|包不包括|包含.{0,10}吗?$|一起算",
        "含|包括|计入|可计|[列纳]入|计算|扣除|范围",
    ),
    ("申诉|复议|不服", "申诉|复议|异议|申请复核"),
    ("年龄|多少岁|几岁|岁数", "岁|年龄"),
    ("毕业了?[0-9一二两三四五六七八九十半]+年", "毕业|届|[岁年]内|年龄"),
    (
        "(?:通过|过)[^,，。;；]{0,8}(?:评估|验收)|pass(?:ed)? .{0,40}(?:evaluation|assessment)",
        "评估|验收|考核",
    ),
    (
        "占股|占[^,，。]{0,6}股|股比|持股|equity stake",
        "股(?!权投资)(?=份|比|东|$|[,，。0-9])|占股|控股|参股|出资比例|股权(?:比例|占比)",
    ),
    ("还不上|还不了|还不起|违约", "续贷|逾期|违约|代偿|催收|追偿|不良"),
    ("用不完|没用完|结转|留到(?:下|明|第二)", "结转|清零|失效|作废|当年|顺延|有效"),
    (
        "重新申[请报]|再次?申[请报](?![^,，。;；]{0,3}配套)|重新认定|再次?报(?!销)|隔(?:多久|几年|好久|多长)",
        "重新|再次|再申|不再受理|不[得予]",
    ),
    (
        "(?:待|住|孵化?)(?:几年|多久|多少年).{0,8}(?:毕业|搬|走|退|出)|孵化?(?:几年|多久)|孵化期|出孵",
        "毕业|出孵|孵化期|孵化时限|搬",
    ),
    ("接上|接续|接替|后续政策|续不续", "接续|替代|修订|延续|顺延"),
    (
        "(?:能|可以|可否)[^,，。;；]{0,8}(?:外省|省外|跨省|异地)",
        "外省|省外|跨省|异地|外地|全国|不限|[本省]省|省内|境内|注册|属地",
    ),
    (
        "(?:一起|同时|兼)(?:能|可以)?申?报|两[个类项](?:项目|专项)?(?:能|可以)?(?:一起|同时|都)(?:能|可以)?申?报",
        "同时|只能|限[报申]|不得|兼|叠加|一家|[一1]项|[一1]个项目",
    ),
    ("(?:担保人|保证人)[^,，。;；]{0,6}(?:几|多少|谁|什么人)", "担保人|保证人|公务员"),
    ("撞|肇事|事故", "撞|事故|赔偿"),
    (
        # The 么 of 什么 is taken for a mark of the question where it stands last.
        "指(?:的是)?(?:什么?|啥|哪)|[么啥]意思",
        "指|是|即|为|[:：、和]|包括|含|由",
    ),
    (
        "(?:(?:再|另外|区[里级]?)配套|再配)(?:给)?(?:多少|几|补)|配套(?:多少|几成|比例)",
        "配套|再按|叠加",
    ),
    (
        "(?:提[高升]?|增加?|涨|扩大?)到[^,，。;；]{1,10}(?:之|以)前(?:是|有|为)?(?:多少|几)|"
        "(?:原来|原先)(?:是|有|为)?(?:多少|几)|(?:以前|之前)是(?:多少|几)",
        "原|由|从|此前|以前|之前",
    ),
    ("退[回还钱款]|[要能]退$|[收追]回", "退|[收追]回|追缴|返还"),
)
_RULINGS = rulings(_ACTS)


def asks_when_open(question: Question) -> bool:
    """Whether the question is if one can apply by now, or when."""
    return re.search(_WHEN_OPEN, _bare(question.in_full)) is not None


def of_named_act(question: Question, findings: list[Finding]) -> list[Finding]:
    """The findings that rule on such an act in each line, where one is found; else all of them."""
    if question.also_asked or question.parts or not _names_act(question):
        return findings
    least = coverage(question, findings[0]) - COVERAGE_MARGIN if findings else 0.0
    ruling = [
        one
        for one in findings
        if not any(lacks_named_act(question, line) for line in one.lines)
        and coverage(question, one) >= least
    ]
    return ruling if any(one.certainty >= SURE for one in ruling) else findings


def lacks_named_act(question: Question, words: str) -> bool:
    """Whether the question names such an act and `words`, a statement and its headings, do not."""
    return lacks_act(_asked(question), words)


def lacks_act(text: str, words: str) -> bool:
    """The same of a question's `text`."""
    return leaves_unruled(_RULINGS, _bare(text), words)


def _names_act(question: Question) -> bool:
    asked = _bare(_asked(question))
    return any(act.search(asked) for act, _ in _RULINGS)


def _asked(question: Question) -> str:
    # What the glossary lacks stands in an English question's own words alone.
    asked = question.in_full
    return f"{question.text} {asked}" if question.is_english else asked


def _bare(text: str) -> str:
    """The question without what only marks it as one, so that an act may stand at its end."""
    return text.rstrip("?？!！。吗么呢吧啊呀 ")
