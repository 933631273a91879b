"""Whether a text holds the kind of thing that a question asks for."""

from __future__ import annotations

import re
from decimal import Decimal

from answer.figures import Figure, FigureKind, parse_figures
from answer.figures.units import Unit, unit_at, unit_named
from answer.understanding import Asked, Question
from answer.understanding.content import FILLERS
from answer.understanding.lexicon import tokens

FIGURES: dict[Asked, frozenset[FigureKind]] = {
    Asked.AMOUNT: frozenset({FigureKind.AMOUNT, FigureKind.RATE}),
    Asked.RATE: frozenset({FigureKind.RATE}),
    Asked.CALCULATION: frozenset({FigureKind.AMOUNT, FigureKind.RATE}),
    Asked.DATE: frozenset({FigureKind.DATE, FigureKind.TIME, FigureKind.PERIOD}),
    Asked.PHONE: frozenset({FigureKind.PHONE}),
    Asked.COUNT: frozenset({FigureKind.COUNT, FigureKind.QUANTITY, FigureKind.PERIOD}),
}
_WORDS: dict[Asked, re.Pattern[str]] = {
    Asked.DEPARTMENT: re.compile("责任单位|负责|受理|牵头|主管|局|委|专班|中心|科(?![技创学研])"),
    Asked.PROCEDURE: re.compile(
        "申报|申请|申领|提交|材料|免申|流程|受理|审核|评审|公示|拨付|结算|线上"
    ),
    Asked.CONDITION: re.compile(
        "须|应当|应为|不超过|不少于|不低于|符合|条件|具有|具备|依法|以上|对象"
    ),
}

# “每月举办路演” tells how often, not on which day.
_DAY = re.compile("几[号日月]|哪一?[天日月年]|哪个月")
_WHEN = re.compile(
    "每[个一两半]?(?:年|月|周|季|日|天)(?!安排)|定期|结束[前后後]|之日起|即日起|常年|全年|长期|年[底内]|"
    "[上下]半年|月底|当[场天日]|(?:通过|审核|评审|公示|到期|期满)后|随时"
)
_COUNTED = re.compile(
    "(?:多少|几)个?(?P<of>家|户(?!外)|人(?!工|民币|才|次|均|形|社|大)|名(?!额|单|称|录)|位(?!置))"
)
_WHERE = re.compile(
    "(?:地点|地址|位置|办公室|现场|站点?|中心)(?:是|在)(?:哪|什么地方)|地[点址](?:呢|$)"
)
_ADDRESS = re.compile(
    "[路街道](?:[0-9]|[与和]|$)|大道|[0-9][号楼层]|大厦|广场|窗口|线[上下]|网站|平台|"
    "(?:在|位于|设[于在]|地[点址])[^,，。;；]{0,16}(?:[园馆厅城院港区县省市镇村楼店站]|中心|基地)"
)
# Whether a sum is asked for, rather than how many there are of something else, or free hours.
_MONEY = re.compile(
    "(?:多少|几)(?:个?[钱元块]|[万亿](?![名人个家台张卡平件项次只辆座户])|资助|[投融注]资(?!额?[达到超])|补[贴助]|奖[励金]|资金|贴息)|"
    "(?:补[贴助]?|奖励?|资助|贴|[拨发拿领][到给]?|给(?:企业|公司|我们?)?)(?:多少|几)"
    "(?=$|[?？,，。;；啊呀呢吧 ])"
)
_IN_ALL = re.compile("(?:总共|一共|总[额量]|规模|资金池).{0,4}(?:多少|几)|(?:多少|几)个?亿")
# Which of more than two: their names stand in a row.
_WHICH = re.compile("哪些|哪几|分别(?:是|有|指)(?:什么|啥)|都(?:是|有)(?:什么|啥)")
_SEVERAL = 3
_ROW = re.compile("、|[:：]|\n|;|；")
_EACH_HEAD = re.compile("每个?人|一个[^,，。;；的]{0,4}人头?(?!公司)|人均|每个?人头")
_FOR_EACH_HEAD = re.compile("每[人名位]|人均|/人|单人")
_EITHER = re.compile("([\u4e00-\u9fff]{2,4})还是([\u4e00-\u9fff]{2,4})")
_GRANT = re.compile("补贴|补助|奖励|资助")
_GRANTED = re.compile("补|奖|资|贴|元|券|免|支持|减")
_IN_KIND = re.compile("免费|卡时|工位|场地|面积|平方|平米|token|空间|小时", re.IGNORECASE)
_SUMS = frozenset({FigureKind.AMOUNT, FigureKind.RATE, FigureKind.RATIO, FigureKind.QUANTITY})
_SHARES = frozenset({FigureKind.RATE, FigureKind.RATIO})
_HOW_MANY = re.compile("多少个?|(?<!好)几")
_TIMES = frozenset({"倍"})
_BYTES = frozenset({"EB", "PB", "TB", "GB", "MB"})
_PER_CENT = re.compile("百分之[几多]|几成|百分比|多少(?:%|个百分点)|几个百分点")
_INTEREST_ASKED = re.compile("利率(?!补|贴)[^,，。;；补贴]{0,6}(?:多少|几|百分)")
_INTEREST = re.compile(
    "LPR|基点|[免无]息|利率[^,，。;；0-9补贴]{0,10}[0-9.]+ ?[%‰](?![^,，。;；]{0,3}[贴补])",
    re.IGNORECASE,
)
_DEADLINE = re.compile(
    "截止|截至|最[晚迟后]|[报申领办]到(?:哪|几|什么时候)|deadline|closing date", re.IGNORECASE
)
_END = re.compile(
    r"截止|截至|[前止内]|[至到—~-] ?(?:20|[0-9]{1,2}[月日])|有效期|期[限满]|结束|常年|全年|长期|随时|持续"
    r"|\b(?:until|by|before)\b",
    re.IGNORECASE,
)
_ONLY_HOW = frozenset({Asked.PROCEDURE, Asked.LIST})
# What names a step, or where it is taken.
_STEP = re.compile(
    f"{_WORDS[Asked.PROCEDURE].pattern}|登录|平台|窗口|办理|官网|备案|登记|报名|下单|兑|认定|审查|签|遴选|路演|"
    "推荐|举荐|携带|联系|拨打|扫码"
)
_TELLS_WHEN = frozenset({FigureKind.DATE, FigureKind.TIME, FigureKind.DOC_NUMBER})
_EXACTLY = frozenset({Asked.RATE, Asked.DATE, Asked.PHONE})
_UNITS = {"家": frozenset("家户个"), "户": frozenset("家户个")}
_PERSONS = frozenset("人名位")
_NO_COUNT = re.compile("一人公司|三位一体|千家万户")
# A text that says there is none, or that it does not say, answers.
_NONE = re.compile(
    "未(?:写|列|规定|明确|公布|限|设|注明)|没有(?:上限|限制|规定|明确|要求)|不[设限]|无上限|"
    "不含[^,，。]{0,10}金额|另行(?:规定|通知|公布|制定)|一事一议|据实|等额"
)
# When, but not how much, is still to be settled.
_UNDECIDED = re.compile("讨论稿|待[^,，。]{0,15}(?:确定|公布|发布|明确)")
_DISCLAIMS = re.compile(
    "不(?:规定|含)[^,，。;；]{0,12}(?:补贴|金额|标准)|未写明(?:具体)?(?:金额|比例)"
)
_NOT_ABOUT_MONEY = frozenset(Asked) - {
    Asked.AMOUNT,
    Asked.RATE,
    Asked.CALCULATION,
    Asked.ANYTHING,
    Asked.LIST,
}
_FREE = re.compile("免[收征租息除费]|全免|减半|全额|半价|LPR", re.IGNORECASE)


def lacks_figure(question: Question, told: str) -> bool:
    """Whether a figure is asked for and `told` gives none of that kind and does not say why.

    For counts, and for amounts that need not be money, any figure will do: they go by many units.
    """
    asked, text = question.asked, question.standalone or question.text
    if asked not in FIGURES or says_none(asked, told):
        return False
    if asked is Asked.COUNT and (counted := _COUNTED.search(text)):
        units = _UNITS.get(counted["of"], _PERSONS)
        return not any(one.unit in units for one in parse_figures(_NO_COUNT.sub("", told)))
    if holds_kind(asked, told) or (asked is Asked.DATE and tells_when(text, told)):
        return False
    return asked in _EXACTLY or all(one.kind in _TELLS_WHEN for one in parse_figures(told))


def lacks_sum(question: Question, told: str) -> bool:
    """Whether money is asked for and `told` names neither a sum nor a share and does not say why.

    How many there are of anything else is no sum.
    """
    asked, text = question.asked, question.standalone or question.text
    wants = asked is Asked.AMOUNT and _MONEY.search(text) and not _IN_KIND.search(text)
    if question.is_english or not wants or says_none(asked, told):
        return False
    # “几个亿” wants a sum, not a share.
    sums = {FigureKind.AMOUNT, FigureKind.QUANTITY} if _IN_ALL.search(text) else _SUMS
    return all(one.kind not in sums for one in parse_figures(told))


def lacks_unit(question: Question, told: str) -> bool:
    """Whether it is asked how many of a unit of measure (多少TB) and `told` measures nothing so."""
    text = question.standalone or question.text
    asked = {
        _dimension(found[0])
        for match in _HOW_MANY.finditer(text)
        if (found := unit_at(text, match.end())) and _is_measure(found[0])
    }
    if not asked or says_none(question.asked, told):
        return False
    told_units = (unit_named(one.unit, one.kind) for one in parse_figures(told))
    return all(_dimension(one) not in asked for one in told_units if _is_measure(one))


def lacks_share(question: Question, told: str) -> bool:
    """Whether it is asked how many per cent and `told` gives no share and does not say why."""
    if question.asked is not Asked.RATE or question.is_english or says_none(Asked.RATE, told):
        return False
    text = question.standalone or question.text
    if _INTEREST_ASKED.search(text):
        # How much of the interest is paid for one is not what the bank takes.
        return _INTEREST.search(told) is None
    asks = _PER_CENT.search(text)
    return bool(asks) and all(one.kind not in _SHARES for one in parse_figures(told))


def lacks_end(question: Question, told: str) -> bool:
    """Whether it is asked until when something can be done and `told` speaks of no end."""
    text = question.text if question.is_english else question.standalone or question.text
    asks = question.asked is Asked.DATE and _DEADLINE.search(text)
    if not asks or says_none(Asked.DATE, told):
        return False
    return _END.search(told) is None


def _is_measure(unit: Unit) -> bool:
    return unit.kind is FigureKind.QUANTITY or unit.name in _TIMES


def _is_several(figure: Figure) -> bool:
    is_count = figure.kind is FigureKind.COUNT and isinstance(figure.value, Decimal)
    return is_count and figure.value >= _SEVERAL  # type: ignore[operator]


def _dimension(unit: Unit) -> str:
    """What a unit measures, by the name of its base; all amounts of data are of one kind."""
    return "B" if unit.base in _BYTES else unit.base


def lacks_members(question: Question, told: str) -> bool:
    """Whether it is asked which three or more things there are and `told` only counts them."""
    text = question.standalone or question.text
    if question.is_english or not _WHICH.search(text):
        return False
    counted = {one.text for one in parse_figures(text) if _is_several(one)}
    return any(one in told for one in counted) and not _ROW.search(told)


def lacks_support(question: Question, told: str) -> bool:
    """Whether a grant is looked up by its name alone and `told` speaks of nothing granted."""
    text = question.standalone or question.text
    looks_up = question.kinds == (Asked.ANYTHING,) and _GRANT.search(text) is not None
    return looks_up and _GRANTED.search(told) is None


def lacks_each(question: Question, told: str) -> bool:
    """Whether it is asked what there is for each head and `told` names no share of a single one."""
    text = question.standalone or question.text
    asks = question.asked is Asked.AMOUNT and _EACH_HEAD.search(text) is not None
    return asks and not question.is_english and _FOR_EACH_HEAD.search(told) is None


def lacks_either(question: Question, told: str) -> bool:
    """Whether one of two is asked for, “昇腾卡还是英伟达”, and `told` speaks of neither."""
    found = _EITHER.search(question.standalone or question.text)
    if found is None or question.is_english:
        return False
    words = {one.word for side in found.groups() for one in tokens(side)} - FILLERS
    named = [one for one in words if len(one) > 1]
    return bool(named) and not any(set(one) & set(told) for one in named)


def only_disclaims(question: Question, told: str) -> bool:
    """Whether `told` says that no sums are laid down, and no money is asked for."""
    if question.claims:
        return False
    return _DISCLAIMS.search(told) is not None and _NOT_ABOUT_MONEY.issuperset(question.kinds)


def lacks_phone(question: Question, told: str) -> bool:
    """Whether a telephone number is asked for and `told` has none."""
    return question.asked is Asked.PHONE and not holds_kind(Asked.PHONE, told)


def says_none(asked: Asked, told: str) -> bool:
    """Whether `told` answers without a figure: that there is none, or that nothing is charged."""
    free = asked in (Asked.AMOUNT, Asked.RATE) and _FREE.search(told) is not None
    undecided = asked is Asked.DATE and _UNDECIDED.search(told) is not None
    return free or undecided or _NONE.search(told) is not None


def tells_when(asked: str, told: str) -> bool:
    """Whether `told` says when without a date (常年受理), and no day is asked for."""
    return _DAY.search(asked) is None and _WHEN.search(told) is not None


def lacks_place(question: Question, told: str) -> bool:
    """Whether nothing but a place is asked for and `told` names none: 路演 is no road."""
    text = question.standalone or question.text
    asks = question.kinds == (Asked.ANYTHING,) and _WHERE.search(text)
    return bool(asks) and _ADDRESS.search(told) is None


def lacks_procedure(question: Question, told: str) -> bool:
    """Whether nothing but a way to go is asked for and `told`, with its headings, names no step."""
    only = question.asked is Asked.PROCEDURE and _ONLY_HOW.issuperset(question.kinds)
    return only and not question.claims and _STEP.search(told) is None


def holds_kind(asked: Asked, text: str) -> bool:
    """Whether `text` holds what `asked` wants; False for kinds that no words betray."""
    if asked in _WORDS:
        return bool(_WORDS[asked].search(text))
    wanted = FIGURES.get(asked)
    return wanted is not None and any(figure.kind in wanted for figure in parse_figures(text))
