"""Whether a text holds the kind of thing that a question asks for."""

from __future__ import annotations

import re

from answer.figures import FigureKind, parse_figures
from answer.understanding import Asked, Question

FIGURES: dict[Asked, frozenset[FigureKind]] = {
    Asked.AMOUNT: frozenset({FigureKind.AMOUNT, FigureKind.RATE, FigureKind.RATIO}),
    Asked.RATE: frozenset({FigureKind.RATE, FigureKind.RATIO}),
    Asked.CALCULATION: frozenset({FigureKind.AMOUNT, FigureKind.RATE, FigureKind.RATIO}),
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
    "[上下]半年|[月季]度|年度[评发]|月底|当[场天日]|(?:通过|审核|评审|公示|到期|期满)后|随时|即(?:生效|[领用报审开])"
)
_COUNTED = re.compile(
    "(?:多少|几)个?(?P<of>家|户(?!外)|人(?!工|民币|才|次|均|形|社|大)|名(?!额|单|称|录)|位(?!置)|"
    "台|辆|次|回)"
)
# “每年遴选几个模型”: how many are chosen, or laid out; “最多能报几个产品”.
_CHOSEN = re.compile(
    "(?:遴选|评选|认定|立项|征集|选|布局|最[多少]能?[申填]?报|只能[申填]?报)[^,，。;；哪]{0,3}"
    "(?:多少|几)[个项款批]"
)
# “几个工作日”: how long something takes.
_DAYS = re.compile("(?:多少|几)个?(?:工作日|天)")
# “通知是几号发的”: on which day; a term does not say that.
_ON_DAY = re.compile("几月几[号日]|(?<![0-9第])几号(?![线楼馆门店院厅令文窗])")
_DATED = frozenset({FigureKind.DATE, FigureKind.TIME})
_WHERE = re.compile(
    "(?:地点|地址|位置|办公室|现场|站点?|中心)(?:是|在)(?:哪|什么地方)|地[点址](?:呢|$)"
)
_ADDRESS = re.compile(
    "[路街道](?:[0-9]|[与和]|$)|大道|[0-9][号楼层]|大厦|广场|窗口|线[上下]|网站|平台|"
    "(?:在|位于|设[于在]|地[点址])[^,，。;；]{0,16}(?:[园馆厅城院港区县省市镇村楼店站]|中心|基地)"
)
_ONLY_HOW = frozenset({Asked.PROCEDURE, Asked.LIST})
# What names a step, or where it is taken.
_STEP = re.compile(
    f"{_WORDS[Asked.PROCEDURE].pattern}|登录|平台|窗口|办理|官网|备案|登记|报名|下单|兑|认定|审查|签|遴选|路演|"
    "推荐|举荐|携带|联系|拨打|扫码"
)
# “多少标注员” is told by no date and no term; “时延是多少” may be.
_OF_THINGS = re.compile("(?:多少|几)个?[\u4e00-\u9fff]{2}")
_TELLS_WHEN = frozenset(
    {FigureKind.DATE, FigureKind.TIME, FigureKind.PERIOD, FigureKind.DOC_NUMBER}
)
_EXACTLY = frozenset({Asked.RATE, Asked.DATE, Asked.PHONE})
_MACHINES = "台辆"
_TIMES = frozenset("次回")
_UNITS = {
    **dict.fromkeys(_TIMES, _TIMES),
    **dict.fromkeys("家户", frozenset("家户个")),
    **dict.fromkeys(_MACHINES, frozenset("台辆套个")),
}
_PERSONS = frozenset("人名位")
_NO_COUNT = re.compile("一人公司|三位一体|千家万户")
# A text that says there is none, or that it does not say, answers.
_NONE = re.compile(
    "未(?:写|列|规定|明确|公布|限|设|注明)|没有(?:上限|限制|规定|明确|要求)|不[设限]|无上限|"
    "不含[^,，。]{0,10}金额|另行(?:规定|通知|公布|制定)|一事一议|据实|等额"
)
# When, but not how much, is still to be settled.
_UNDECIDED = re.compile("讨论稿|待[^,，。]{0,15}(?:确定|公布|发布|明确)")
_FREE = re.compile("免[收征租息除费]|全免|减半|全额|半价|LPR", re.IGNORECASE)


def lacks_figure(question: Question, told: str) -> bool:
    """Whether a figure is asked for and `told` gives none of that kind and does not say why.

    For counts, and for amounts that need not be money, any figure will do: they go by many units.
    """
    asked, text = question.asked, question.in_full
    if asked not in FIGURES or says_none(asked, told):
        return False
    if lacks_counted(question, told):
        return True
    if asked is Asked.COUNT and _OF_THINGS.search(text):
        return all(one.kind in _TELLS_WHEN for one in parse_figures(told))
    if holds_kind(asked, told) or (asked is Asked.DATE and tells_when(text, told)):
        return False
    return asked in _EXACTLY or not parse_figures(told)


def lacks_phone(question: Question, told: str) -> bool:
    """Whether a telephone number is asked for and `told` has none."""
    return question.asked is Asked.PHONE and not holds_kind(Asked.PHONE, told)


def lacks_counted(question: Question, told: str) -> bool:
    """Whether it is asked how many companies, persons or machines there are, or how many of
    anything are chosen, and `told` counts none."""
    if says_none(Asked.COUNT, told):
        return False
    # “最多能报几个产品” may be read as a sum.
    if question.asked in (Asked.COUNT, Asked.AMOUNT) and _CHOSEN.search(question.in_full):
        return all(one.kind is not FigureKind.COUNT for one in parse_figures(told))
    if (counted := _COUNTED.search(question.in_full)) is None:
        return False
    # “一共要造多少台” may be read as a sum to work out; companies and persons may come of a share.
    works_out = question.asked is Asked.CALCULATION and counted["of"] in _MACHINES
    if question.asked is not Asked.COUNT and not works_out:
        return False
    return not counts_such(question.in_full, told)


def counts_such(asked: str, told: str) -> bool:
    """Whether `told` counts what `asked` wants counted: companies, persons, machines, times.

    True where it wants nothing of the kind counted. How often is told by “每月”, too.
    """
    if (counted := _COUNTED.search(asked)) is None:
        return True
    units = _UNITS.get(counted["of"], _PERSONS)
    if units == _TIMES and _WHEN.search(told):
        return True
    return any(one.unit in units for one in parse_figures(_NO_COUNT.sub("", told)))


def lacks_days(question: Question, told: str) -> bool:
    """Whether it is asked how many days something takes and `told` says neither that nor when."""
    text = question.in_full
    if not _DAYS.search(text) or question.is_english or says_none(Asked.DATE, told):
        return False
    return not tells_when(text, told) and not holds_kind(Asked.DATE, told)


def lacks_day(question: Question, told: str) -> bool:
    """Whether it is asked on which day (几号) and `told` names none, nor when by and by."""
    asks = question.asked is Asked.DATE and _ON_DAY.search(question.in_full)
    if not asks or says_none(Asked.DATE, told) or _WHEN.search(told):
        return False
    return all(one.kind not in _DATED for one in parse_figures(told))


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
    text = question.in_full
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
