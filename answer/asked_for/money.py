"""Whether a text gives the sum, or the share, that a question asks for."""

from __future__ import annotations

import re

from answer.asked_for.wanted import FIGURES, says_none
from answer.figures import FigureKind, parse_figures
from answer.understanding import Asked, Question

# Whether a sum is asked for, rather than how many there are of something else, or free hours.
_MONEY = re.compile(
    "(?:多少|几)(?:个?[钱元块]|个?亿|[万千](?![名人个家台张卡平件项次只辆座户])|资助|[投融注]资(?!额?[达到超])|补[贴助]|奖[励金]|资金|贴息)|"
    "(?:补[贴助]?|奖励?|资助|贴|[拨发拿领][到给]?|给(?:企业|公司|我们?)?)(?:多少|几)"
    "(?=$|[?？,，。;；啊呀呢吧 ])"
)
_IN_ALL = re.compile("(?:总共|一共|总[额量]|规模|资金池).{0,4}(?:多少|几)|(?:多少|几)个?亿")
# What can be borrowed is told in money, not as a share of something.
_LENT = re.compile(
    "贷[^,，。;；贴补息损亏]{0,3}多少[钱万]|(?:贷款|授信)额度[^,，。;；]{0,6}(?:多少|几)"
)
_SPENDING = re.compile(
    "(?:研发投入|研发费用?|营收|营业收入|注册资本)[^,，。;；占比例]{0,6}(?:多少|几)(?![家个名人年次])"
)
_IN_KIND = re.compile("免费|卡时|工位|场地|面积|平方|平米|token|空间|小时", re.IGNORECASE)
_SUMS = frozenset({FigureKind.AMOUNT, FigureKind.RATE, FigureKind.RATIO, FigureKind.QUANTITY})
_SHARES = frozenset({FigureKind.RATE, FigureKind.RATIO})
_PER_CENT = re.compile("百分之[几多]|几成|百分比|多少(?:%|个百分点)|几个(?:百分)?点")
# By how many points something grew is not how much it is.
_POINTS = "百分点"
_GROWTH = re.compile("百分点|提[高升]|增|升|降|快|高出|涨|下调")
_INTEREST_ASKED = re.compile("利率(?![^,，。;；]{0,8}[补贴])[^,，。;；]{0,6}(?:多少|几|百分)")
_INTEREST = re.compile(
    "LPR|基点|[免无]息|利率[^,，。;；0-9补贴]{0,10}[0-9.]+ ?[%‰](?![^,，。;；]{0,3}[贴补])",
    re.IGNORECASE,
)
_EACH_HEAD = re.compile("人均|人头")
# “按人头给奖,一年最多拿多少”
_AT_MOST = re.compile("最[多高]|封顶|上限|顶格")
_FOR_EACH_HEAD = re.compile("每[人名位]|人均|/人|单人")
# “金种子和银种子各培育多少家”: what there is of both together does not say.
_EACH_OF_TWO = re.compile(
    "(?:[和与跟、及]|还有)[^,，。;；]{2,12}各(?![区县市省部地行界类种级项位个自家式])"
    "[^,，。;；]{0,4}(?:多少|几)"
)
_FOR_EACH_OF_TWO = re.compile("各|均|都|每|分别|单[个项家]")
_TWO = 2
_GRANT = re.compile("补贴|补助|奖励|资助")
_GRANTED = re.compile("补|奖|资|贴|元|券|免|支持|减|负担|承担|报销|%")
# “规上企业有没有奖励”, “数据交易有什么补贴”: whether there is any.
_ANY_GRANT = re.compile(
    "(?:有没有|有无|是否有|有[什哪啥]?[么些]?)[^,，。;；]{0,4}(?:补[贴助]|奖励|资助)"
)
# 支持 alone may be any encouragement, and a share may be of anything.
_PAID = re.compile(
    "补|奖|资[助金]|贴|元|券|免|减|负担|承担|报销|折|扶持|优惠|[给予][^,，。;；]{0,8}支持|择优支持|%的?支持"
)
_DISCLAIMS = re.compile(
    "不(?:规定|含)[^,，。;；]{0,12}(?:补贴|金额|标准)|未写明(?:具体)?(?:金额|比例)"
)
_OF_ANY = frozenset({Asked.YES_NO, Asked.LIST})
_NOT_ABOUT_MONEY = frozenset(Asked) - {
    Asked.AMOUNT,
    Asked.RATE,
    Asked.CALCULATION,
    Asked.ANYTHING,
    Asked.LIST,
    Asked.YES_NO,
}


def lacks_sum(question: Question, told: str) -> bool:
    """Whether money is asked for and `told` names neither a sum nor a share and does not say why.

    How many there are of anything else is no sum.
    """
    asked, text = question.asked, question.in_full
    wants = asked is Asked.AMOUNT and _MONEY.search(text) and not _IN_KIND.search(text)
    if question.is_english or not wants or says_none(asked, told):
        return False
    # “几个亿” wants a sum, not a share.
    in_all = _IN_ALL.search(text) or _LENT.search(text)
    sums = {FigureKind.AMOUNT, FigureKind.QUANTITY} if in_all else _SUMS
    return all(one.kind not in sums for one in parse_figures(told))


def lacks_spending(question: Question, told: str) -> bool:
    """Whether it is asked how much must be spent or earned and `told` names no sum and no share."""
    asks = not question.is_english and _SPENDING.search(question.in_full)
    if not asks or says_none(Asked.AMOUNT, told):
        return False
    return all(one.kind not in FIGURES[Asked.AMOUNT] for one in parse_figures(told))


def lacks_share(question: Question, told: str) -> bool:
    """Whether it is asked how many per cent and `told` gives no share and does not say why."""
    text = question.in_full
    # Who tells what he has spent asks for the share of it.
    works_out = question.asked is Asked.CALCULATION and _PER_CENT.search(text)
    asks = question.asked is Asked.RATE or works_out
    if not asks or question.is_english or says_none(Asked.RATE, told):
        return False
    if _INTEREST_ASKED.search(text):
        # How much of the interest is paid for one is not what the bank takes.
        return _INTEREST.search(told) is None
    if not _PER_CENT.search(text):
        return False
    shares = [one for one in parse_figures(told) if one.kind in _SHARES]
    return all(one.unit == _POINTS and not _GROWTH.search(text) for one in shares)


def lacks_each(question: Question, told: str) -> bool:
    """Whether it is asked what there is for each head and `told` names no share of a single one."""
    text = question.in_full
    asks = question.asked is Asked.AMOUNT and _EACH_HEAD.search(text) and not _AT_MOST.search(text)
    return bool(asks) and not question.is_english and _FOR_EACH_HEAD.search(told) is None


def lacks_each_of_two(question: Question, told: str) -> bool:
    """Whether it is asked how much there is of each of two and `told` has one figure for both."""
    if not _EACH_OF_TWO.search(question.in_full) or says_none(question.asked, told):
        return False
    return len(parse_figures(told)) < _TWO and _FOR_EACH_OF_TWO.search(told) is None


def lacks_support(question: Question, told: str) -> bool:
    """Whether a grant is looked up by its name alone, or it is asked whether there is any, and
    `told` speaks of nothing granted."""
    text = question.in_full
    if question.kinds == (Asked.ANYTHING,):
        return _GRANT.search(text) is not None and _GRANTED.search(told) is None
    asks = question.asked in _OF_ANY and _ANY_GRANT.search(text) is not None
    return asks and not says_none(question.asked, told) and _PAID.search(told) is None


def only_disclaims(question: Question, told: str) -> bool:
    """Whether `told` says that no sums are laid down, and no money is asked for."""
    if question.claims:
        return False
    return _DISCLAIMS.search(told) is not None and _NOT_ABOUT_MONEY.issuperset(question.kinds)
