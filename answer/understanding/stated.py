"""What the asker states: own amounts to calculate with, and claims to be confirmed."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from answer.figures import CalendarDate, Figure, FigureKind, Modality, parse_figures
from answer.understanding.lexicon import tokens

_GIVEN = frozenset(
    {FigureKind.AMOUNT, FigureKind.QUANTITY, FigureKind.COUNT, FigureKind.RATE, FigureKind.PERIOD}
)
_OWN = frozenset({FigureKind.AMOUNT, FigureKind.QUANTITY})
# Counted by these, a figure is part of a name (人工智能10条) or only a number (2026).
_NAMING_UNITS = frozenset(("", "条", "只"))
# How giving is called, and to whom it was: “补了我15万”.
GIVING = "(?:补[贴助]?|奖励?|发|拨付?|批|给|兑[付现]?|资助)"
TO_US = "(?:我们?|我司|我?公司|咱们?)"
_RESULT = re.compile(
    "(?:补|奖|贴|资助|支持|扶持|给|拿|领|贷|兑|抵|报销?|配套|返|减|省|退|拨|到手|享受).{0,10}?(?:多少|几[万千亿]|几何|几个钱)|"
    "多少.{0,4}(?:补|奖|贴|扶持|支持|资助)|一共.{0,6}多少|总共.{0,6}多少|能有多少|怎么(?:补|算|奖)|"
    "how much .{0,40}(?:get|receive|claim|reimburs|subsid|grant|support)|"
    "what .{0,20}(?:get|receive)",
    re.IGNORECASE,
)
_MONEY_LEFT_OUT = re.compile(
    "(?:房租|租金|月租|账单|开[销支]|支出|成本|预算|花了?|费用?|付了?|交了?) ?"
    "(?:每月|一个月)?(?:是|为|要)? ?$|"
    f"{GIVING}[了到]?{TO_US} ?$|{TO_US}{GIVING}[了到] ?$"
)
# A smaller number may as well be one of 万元.
_LEAST_IN_YUAN = 1000
_SPENT_ON = re.compile(
    "的?(?:(?:算力|模型)(?!券)|显卡|研发|语料|房租|租金|设备|仪器|检验|检测|服务器|采购|合同|费用|投入)"
)
_TOGETHER = re.compile("一共|总共|合计|加起来|in total|altogether", re.IGNORECASE)
# An amount that says which companies are meant, not what somebody spent.
_THRESHOLD = re.compile("^(?:的)?(?:以上|以下|以内|之内|的?部分|起步|门槛|的标准)|^(?:级|规模以上)")
_BEFORE_THRESHOLD = re.compile("(?:超过|超出|不足|不到|至少|满|达到?|上限|最高|封顶)$")
HEARSAY = re.compile(
    "^(?:我?(?:听说|听人说|听朋友说|据说)|有人说|网上说|新闻说|新闻上说|别人说|都说|说是|我看到|我记得|"
    "i (?:have )?heard|i read|people say|it is said|is it true)|(?:听说|据说|新闻说|网上说|有人说)",
    re.IGNORECASE,
)
TAG = re.compile(
    "(?:对吗|对吧|对不对|是吗|是吧|是不是|没错吧|没错|真的吗|真的假的|属实吗|属实|是真的吗|是这样吗|对么|确定吗|"
    "吧|right|correct|is that true|isn't it|true)[?？。!！ ]*$|(?<![对是么])吧[,，]",
    re.IGNORECASE,
)
_ASKS = re.compile(
    "吗|呢|多少|几|什么|啥|哪|谁|怎|如何|何|是否|能否|可否|有没有|是不是|能不能|会不会|可不可以|要不要|多久|多长|还是|"
    "(?P<a>[\u4e00-\u9fff])不(?P=a)|行不行|咋|为啥|么|没有$|了没$|不(?=$|[?？])",
)
_WH = re.compile("多少|几[个家万年天号]|什么|啥|哪|谁|怎|如何|何时|多久|多长")
_GRANTS = re.compile("给|补|奖|发|贴|资助|领|拿|最高|每[年个家户]")
_POSSIBLE = re.compile(
    "能不能|可不可以|可以|能否|可否|还能|能$|各领|能.{0,8}(?:申请|认定|参加|通过)"
)


def given_amounts(text: str) -> tuple[Figure, ...]:
    """The figures that the asker brings along, in order; offsets are those of `text` (plain)."""
    return tuple(
        figure
        for figure in stated_figures(text)
        if figure.kind in _GIVEN
        and figure.unit not in _NAMING_UNITS
        and not _is_threshold(text, figure)
    )


def stated_figures(text: str) -> list[Figure]:
    """The figures of a question; numbers that are money by the words around are amounts of 元.

    “房租3000”, “26万算力”: askers leave the unit out. What “账单30” counts in is not known.
    """
    return [
        replace(one, kind=FigureKind.AMOUNT, unit="元") if _is_money(text, one) else one
        for one in parse_figures(text)
    ]


def _is_money(text: str, figure: Figure) -> bool:
    if figure.kind is not FigureKind.NUMBER:
        return False
    is_large = figure.text.endswith(("万", "亿"))
    spent_on = is_large and _SPENT_ON.match(text, figure.end) is not None
    in_yuan = is_large or (isinstance(figure.value, Decimal) and figure.value >= _LEAST_IN_YUAN)
    return spent_on or (in_yuan and _MONEY_LEFT_OUT.search(text[: figure.start]) is not None)


def asks_to_calculate(text: str, given: tuple[Figure, ...]) -> bool:
    """Whether it names an amount of its own and asks, or leaves unsaid, what comes of it."""
    if HEARSAY.search(text):
        return False
    together = _TOGETHER.search(text) is not None
    own = [
        figure
        for figure in given
        if figure.modality in (Modality.EXACT, Modality.ABOUT)
        and (figure.kind in _OWN or (together and figure.kind is FigureKind.COUNT))
    ]
    if any(_RESULT.search(text, figure.end) for figure in own[:1]):
        return True
    # Who only says what was spent wants to know what comes of it.
    spent = bool(own) and own[0].kind in _OWN and _SPENT.search(text) is not None
    return spent and (bool(_RESULT.search(text)) or not _ASKS.search(text))


_SPENT = re.compile(
    "花了?|花费|投了|投入了?|买了|用了|支出|合同额?|付了|spen[dt]|invest|paid|cost", re.IGNORECASE
)


def claims(text: str) -> bool:
    """Whether it states something that is to be confirmed, or builds on a stated figure.

    “听说…直接发100万，对吗”, “算力券是市科创局发的吧”, “条例给企业补贴500万，怎么申请”.
    """
    if HEARSAY.search(text) or TAG.search(text):
        return True
    stripped = text.rstrip("?？。!！ ")
    if (
        text.rstrip().endswith(("?", "？"))
        and _says_something(stripped)
        and not _ASKS.search(stripped)
    ):
        # A plain statement with a question mark, long enough to say something.
        return len(stripped) >= 8
    clauses = [clause for clause in re.split("[,，。;；]", stripped) if clause]
    for place, clause in enumerate(clauses):
        figures = [one for one in parse_figures(clause) if is_claimed(one)]
        if not figures or _WH.search(clause):
            continue
        last = place == len(clauses) - 1
        if last and re.search("(?:吗|么)$", clause) and not _POSSIBLE.search(clause):
            return True
        if (
            not last
            and _GRANTS.search(clause)
            and _PREMISE_ASK.search("".join(clauses[place + 1 :]))
        ):
            return True
    return False


# Words without which a run of Chinese is a heading rather than a statement.
_SAYS = frozenset(
    "了 是 会 要 能 有 只 只有 必须 可以 没 没有 不 给 已经 就 只能 不能 不会 都".split()
)
_PREMISE_ASK = re.compile(
    "^(?:怎么|如何|在哪|去哪|什么时候|啥时候|找谁|哪个部门|条件|要什么|政策里|是真的|为什么)"
)


def _says_something(text: str) -> bool:
    return any(token.word in _SAYS for token in tokens(text))


def is_claimed(figure: Figure) -> bool:
    """Whether it is what a claim may be about: amounts, rates, days; a bare year only says when."""
    if isinstance(figure.value, CalendarDate):
        return figure.value.month is not None
    return figure.kind in (FigureKind.AMOUNT, FigureKind.RATE)


def _is_threshold(text: str, figure: Figure) -> bool:
    return bool(
        _THRESHOLD.match(text[figure.end :]) or _BEFORE_THRESHOLD.search(text[: figure.start])
    )
