"""What a programme has to give away, or demands, is no answer to what one company gets of it."""

from __future__ import annotations

import re
from collections.abc import Callable

from answer.asked_for.wanted import FIGURES, holds_kind
from answer.figures import Figure, FigureKind, Modality, parse_figures
from answer.finding import Finding
from answer.understanding import Asked, Question

# As sure as this a clause on what one gets is the answer; ordering of findings decides the rest.
SURE = 0.5
# “每年设立总额不低于1000万元的算力服务券”, “每年安排不超过300万元”.
_BUDGET = re.compile("安排|设[立置]|发放|总额|总量|预算|规模|资金池|筹集|投入[^,，。;；]{0,4}$")
# A sum that is bounded from above is mostly what each gets: “对设立总部的企业最高奖励500万元”.
_SURELY = re.compile("安排|总额|总量|预算|总规模|资金池")
# “每年最高1亿元模型券”
_POOL = re.compile("[^,，。;；]{0,6}(?:券|资金池|基金)")
_ONE = re.compile(
    "单个|单家|每家|一家|一个(?:企业|公司)|我们|我(?:家|司|公司)|企业[^,，。]{0,4}最[多高]"
)
# “对规模以上企业奖励10万元”: what stands beside such a word is given to somebody.
_GRANTED = re.compile("奖|补[贴助]|资助|给予")
_PART = re.compile("[,，。;；:：\n]")
# “上年度研发费用不低于100万元” is demanded.
_DEMANDED = re.compile(
    "(?:费用|投入|收入|营收|资本|产值|销售额|营业额|估值|融资额?)[^,，。;；]{0,4}$"
)
_THRESHOLD = re.compile("门槛[^,，。;；]{0,12}$")
_DEMAND_ASKED = re.compile(
    "至少|最少|最低|门槛|要求|不低于|起码|条件|要到?多少|才[能可]|投入|总?投资|营收|收入"
)
# Who asks so asks for the programme's own size.
_OF_THE_WHOLE = re.compile(
    "总额|总共|一共|总量|总的|总盘|预算|规模|安排|设立|拿出|投入|盘子|资金池|专项资金|基金|[一每]年[发拿出]|拿[^,，]{0,5}出来|全市"
)


def without_budgets(question: Question, findings: list[Finding]) -> list[Finding]:
    """The findings without budgets and demands, where one tells what each gets, if it is asked."""
    asked = question.in_full
    if question.asked is not Asked.AMOUNT or asks_for_whole(asked):
        return findings
    given = [
        one
        for one in findings
        if not any(tells_only_a_budget(line) or only_demands(asked, line) for line in one.lines)
    ]
    found = any(one.certainty >= SURE and holds_kind(Asked.AMOUNT, one.quote) for one in given)
    return given if found else findings


def tells_only_a_budget(text: str) -> bool:
    """Whether the only sums of `text` are what a programme has in all."""
    return _all_sums(text, _is_budget)


def tells_only_budgets(text: str) -> bool:
    """The same, whatever shares it gives besides."""
    return _all_sums(text, _is_budget, frozenset({FigureKind.AMOUNT}))


def is_of_the_whole(question: Question, told: str) -> bool:
    """Whether it is asked what one company gets and `told` has only what there is in all."""
    asked = question.in_full
    is_one = question.asked is Asked.AMOUNT and asks_for_one(asked)
    return is_one and not asks_for_whole(asked) and tells_only_a_budget(told)


def asks_for_one(asked: str) -> bool:
    """Whether a question of this text is for what one company gets."""
    return _ONE.search(asked) is not None


def asks_for_whole(asked: str) -> bool:
    """Whether a question of this text is for what a programme has in all."""
    return _OF_THE_WHOLE.search(asked) is not None


def only_demands(asked: str, text: str) -> bool:
    """Whether `text` tells only what is demanded, and `asked` is not for that."""
    return _DEMAND_ASKED.search(asked) is None and tells_only_a_demand(text)


def tells_only_a_demand(text: str) -> bool:
    """Whether the only sums of `text` are what a company must have spent, earned or own."""
    return _all_sums(text, _is_demand)


def _all_sums(
    text: str,
    is_such: Callable[[str, Figure], bool],
    kinds: frozenset[FigureKind] = FIGURES[Asked.AMOUNT],
) -> bool:
    sums = [one for one in parse_figures(text) if one.kind in kinds]
    return bool(sums) and all(is_such(text, one) for one in sums)


def _is_demand(text: str, figure: Figure) -> bool:
    before = _before(text, figure)
    at_least = figure.modality is Modality.AT_LEAST and _DEMANDED.search(before) is not None
    return at_least or _THRESHOLD.search(before) is not None


def _before(text: str, figure: Figure) -> str:
    return _PART.split(text[: figure.start])[-1]


def _is_budget(text: str, figure: Figure) -> bool:
    before = _before(text, figure)
    if figure.kind is not FigureKind.AMOUNT or _GRANTED.search(before):
        return False
    if _POOL.match(text, figure.end):
        return True
    words = _SURELY if figure.modality is Modality.AT_MOST else _BUDGET
    return words.search(before) is not None
