"""Targets of a year: what is to be reached by another is no answer for the one asked about."""

from __future__ import annotations

import re

from answer.finding import Finding
from answer.understanding import Question

# “到2027年”, “2025年底”: by when something is to be reached.
# Until when something holds (“有效期到2027年”, “从3月到2027年”) is none.
_TARGET = re.compile(
    "(?<![期效日月年长行施续])到((?:19|20)[0-9]{2})年|((?:19|20)[0-9]{2})年(?:底|末)"
)
# “网上申报时间为3月25日至4月14日(2026年度)”
_CALL = re.compile("((?:19|20)[0-9]{2})年度[)）]")
# “2027年度从哪天开始申领”, and the day that a clause names.
_OF_YEAR = re.compile("(20[0-9]{2})年[度的].{0,10}(?:哪一?天|几号|几月|什么时候|何时|截止|开始)")
_DAY_OF_YEAR = re.compile("(20[0-9]{2})年[0-9]{1,2}月")
# “实施方案(2025—2027年)”
_PLAN_YEARS = re.compile("(?:19|20)[0-9]{2}年?[—－–~至-](?P<last>(?:19|20)[0-9]{2})年")
# “十五五末武汉产业规模目标”: the 15th five-year plan is that of 2026 to 2030.
_PLAN = re.compile("十([一二三四五])五(?P<end>规划?期?[末底]|末|期末|收官)?")
_YEARS_OF_PLAN, _LAST_YEAR_OF_FIFTEENTH = 5, 2030
_OF_TARGETS = re.compile(
    "目标|规模|达到|要到|做到|年[底末]|五[期规划]*[末底]|增加值|产值|营收|普及率|总[量额](?!度)"
)
# “去年底实际做到多少了”: what has come of a target, not the target.
_RESULT = re.compile(
    "实际(?:做到|达到|完成|建成|有)|(?:做到|达到|完成)了?多少.{0,3}了|(?:达标|完成|实现)了?(?:没|吗)|"
    "(?:有没有|是否)(?:真的?)?(?:冲到|达到|做到|完成|突破|建成)|"
    "(?:眼下|现在|目前|如今|至今|截至)[^,，。;；]{0,6}(?:已经?)?有了?(?:多少|几)"
)
_SET = re.compile(
    "目标|^(?:培育|打造|新增)[^,，。;；了]{0,4}[0-9]|力争|计划|将|到(?:19|20)[0-9]{2}年|(?:19|20)[0-9]{2}年[底末]"
)
# As sure as this a target of the year asked about is the answer.
SURE = 0.5


def of_named_year(question: Question, findings: list[Finding]) -> list[Finding]:
    """The findings without targets of other years, where one of a year asked about is found."""
    asked = _asked(question)
    if not any(one.certainty >= SURE and _years(one.quote) & asked for one in findings):
        return findings
    return [one for one in findings if not (told := _years(one.quote)) or told & asked]


def is_of_another_year(question: Question, quote: str) -> bool:
    """Whether `quote` tells a target or a call, and none of a year that the question names."""
    calls = frozenset(int(year) for year in _CALL.findall(quote))
    if question.years and calls and calls.isdisjoint(question.years):
        return True
    if _OF_YEAR.search(question.in_full) and _dates_only_of_others(question, quote):
        return True
    # A year of an English question is hardly ever that of anything but a target.
    if not question.is_english and _OF_TARGETS.search(question.in_full) is None:
        return False
    asked, told = _asked(question), _years(quote)
    return bool(asked and told) and not told & asked


def is_of_plan_of_another_year(question: Question, about: str) -> bool:
    """Whether it is asked for the target of a year and `about`, a statement with its headings and
    its title, is a target of a plan (2025—2027年) that ends in another year."""
    asked, plan = _asked(question), _PLAN_YEARS.search(about)
    if not asked or plan is None or question.is_english or "目标" not in about:
        return False
    if _OF_TARGETS.search(question.in_full) is None or _years(about):
        return False
    return int(plan["last"]) not in asked


def _dates_only_of_others(question: Question, quote: str) -> bool:
    """Whether `quote` names days, all of them in other years than that whose day is asked for."""
    told = {int(year) for year in _DAY_OF_YEAR.findall(quote)}
    asked = {int(year) for year in _OF_YEAR.findall(question.in_full)}
    return bool(told and asked) and told.isdisjoint(asked)


def is_only_target(question: Question, quote: str) -> bool:
    """Whether the result of a target is asked for and `quote` only sets the target."""
    asks = _RESULT.search(question.in_full)
    return asks is not None and _SET.search(quote) is not None


def _asked(question: Question) -> frozenset[int]:
    """The years that the question names, and those of the five-year plan that it names."""
    named = set(question.years)
    for match in _PLAN.finditer(question.in_full):
        plans_since = "五四三二一".index(match[1])
        last = _LAST_YEAR_OF_FIFTEENTH - _YEARS_OF_PLAN * plans_since
        named |= {last} if match["end"] else set(range(last - _YEARS_OF_PLAN + 1, last + 1))
    return frozenset(named)


def _years(quote: str) -> frozenset[int]:
    return frozenset(int(year) for pair in _TARGET.findall(quote) for year in pair if year)
