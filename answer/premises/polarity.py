"""Whether a clause unmistakably allows, forbids, requires or waives what a question asks about."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum

from answer.figures import Figure, FigureKind, Modality, parse_figures
from answer.figures.compare import measure
from answer.matter import matter


class Verdict(StrEnum):
    """The word that a clause allows an answer to begin with."""

    YES = "yes"
    NO = "no"


class Wanted(StrEnum):
    """What a yes/no question asks about its matter."""

    ABLE = "able"
    WILL = "will"
    MUST = "must"


_MUST = re.compile(
    "要不要|需不需要|(?:需要|必须|须|得要|要|得).{0,24}(?:吗|么|嘛|是吧|吧|对吗)|是否(?:需|必须|要)"
)
# Not the 会 of 社会, 协会, 会计.
_WILL_WORD = "(?<![社协学展商委大年晚])会(?![计议员展场费所])"
_WILL = re.compile(f"会不会|是否会|{_WILL_WORD}.{{0,12}}(?:吗|么|嘛)")
_ABLE = re.compile(
    "能不能|可不可以|能否|可否|是否(?:可以|能)|行不行|还能|可以.{0,30}(?:吗|么|嘛)|能.{0,30}(?:吗|么|嘛)"
)
_DOUBLE = re.compile(
    "(?:不能|不可以|不会|不用|不需要|没有).{0,20}(?:吗|么|嘛|吧)|还是|(?:能不能|可不可以|能否|可否|可以)不"
)
# Each of these asks for a yes or a no of its own: “有要求吗,12个人行不行” has no one answer.
_YES_OR_NO = re.compile("[吗么嘛]|([\u4e00-\u9fff]{1,2})不\\1|有没有|有无|能否|可否|是否")
# “不得超过三年” bounds what it allows: no ban on who keeps to it.
BOUND = "(?:超过|高于|多于|大于|低于|少于|小于|早于|晚于|迟于)"
FORBIDS = re.compile(
    "不予(?:支持|受理|认定|资助|补助|补贴|奖励|纳入)?"
    f"|不[得能](?!{BOUND})|不可(?!抗|以?{BOUND})|不享受|不再(?:享受|支持|补)|不纳入|不接受"
    "|不列入|取消.{0,10}资格|禁止|不允许|除外"
)
ALLOWS = re.compile(
    "(?<!不)可以|可(?:叠加|同时|申[请报领]|享受|按|计|采用|走|续|提高|用于|分)|均可|允许|不限"
)
WAIVES = re.compile(
    "无需|无须|不需|不用|不必|不要求|免(?:申|交|提交|于|除|反担保|费)|不交|不收|不提交"
)
REQUIRES = re.compile(
    "须|应当|应(?=[提具为符])|必须|需(?:要|提交|提供|经|满足|具备)|不得(?:低|少)于|要求"
)
_COUNTING_IN = re.compile("算(?:进|入|在|上)|计入|包括|包含|含")
_LEAVES_OUT = re.compile("不含|不包括|不包含|不计入|不计算")
_PART = re.compile("[，,。;；:：]")
# A question's own words that name no matter.
_ASKING = re.compile(
    "请问|我们|咱们|我|你们|这个|这些|那个|还能|能不能|可不可以|可以|能否|是否|会不会|要不要|需不需要|需要|"
    "必须|已经|之前|以前|吗|么|呢|吧|嘛|还|再|能|会|要|的|了|是|有|被"
)
_LACKS = re.compile(
    "(?:近[一二三两\\d]+年)?(?:无|没有|未发生|未出现|未在|不在|未被)(?P<what>[^,，。;；、]{2,20})"
)


def verdict(question: str, clause: str) -> Verdict | None:
    """The answer that the polarity of one part of the clause gives; None where it is not plain.

    `question` and `clause` are Chinese, half width. The part must speak of the matter of the
    question; two parts that speak against each other give none.
    """
    if _DOUBLE.search(question) or sum(1 for _ in _YES_OR_NO.finditer(question)) > 1:
        return None
    asked = wanted(question)
    if asked is None:
        return None
    if asked is Wanted.ABLE and (_breaks_a_bound(question, clause) or _lacks(question, clause)):
        return Verdict.NO
    found = {
        said
        for part in _related_parts(question, clause)
        if (said := _said(asked, question, part)) is not None
    }
    return found.pop() if len(found) == 1 else None


def wanted(question: str) -> Wanted | None:
    """What a yes/no question asks about its matter, None if its words do not tell."""
    if _WILL.search(question):
        return Wanted.WILL
    if _ABLE.search(question):
        return Wanted.ABLE
    return Wanted.MUST if _MUST.search(question) else None


def _related_parts(question: str, clause: str) -> list[str]:
    """The parts of the clause that share most with the question; none if none shares anything."""
    about = matter(_ASKING.sub(" ", question))
    shared = {part: len(about & matter(part)) for part in _PART.split(clause)}
    most = max(shared.values(), default=0)
    return [part for part, count in shared.items() if most and count == most]


def _said(asked: Wanted, question: str, part: str) -> Verdict | None:
    if asked is Wanted.WILL:
        return _will(question, part)
    if asked is Wanted.ABLE:
        counts_in = bool(_COUNTING_IN.search(question)) and bool(_LEAVES_OUT.search(part))
        if counts_in or FORBIDS.search(part):
            return Verdict.NO
        return Verdict.YES if ALLOWS.search(part) or _lists(question, part) else None
    if WAIVES.search(part):
        return Verdict.NO
    return Verdict.YES if REQUIRES.search(part) else None


def _will(question: str, part: str) -> Verdict | None:
    """Whether what the question fears or hopes stands in the part, with or without “not”."""
    asked = re.search(f"{_WILL_WORD}(?:不会)?(?:被)?(?P<verb>[\u4e00-\u9fff]{{2}})", question)
    if asked is None or asked["verb"] not in part:
        return None
    before = part[max(0, part.index(asked["verb"]) - 3) : part.index(asked["verb"])]
    return Verdict.NO if re.search("不|未|无|免", before.replace("不合格", "")) else Verdict.YES


def _lists(question: str, part: str) -> bool:
    """Whether the part names, among those it is for, the kind of applicant the question names."""
    asked = re.match(
        r"(?P<who>[\u4e00-\u9fff]{2,8}?)(?:能不能|可不可以|可以|能否|可否|能)", question
    )
    named = re.search(
        "(?:申报(?:单位|主体|对象)|支持对象|适用(?:对象|于)|面向).*?(?:为|是|面向|于|包括)(.+)",
        part,
    )
    return bool(asked and named and asked["who"] in named[1])


def _lacks(question: str, clause: str) -> bool:
    """Whether the clause demands the absence of what the question says that there is."""
    if re.search("没有|没出|未|无", question):
        return False
    for match in _LACKS.finditer(clause):
        wanted = matter(match["what"])
        if len(wanted) >= 2 and len(wanted & matter(question)) >= 0.75 * len(wanted):
            return True
    return False


_BOUNDED = frozenset({FigureKind.COUNT, FigureKind.RATE, FigureKind.PERIOD})
_GRANT = re.compile("补贴|补助|奖励|资助|支持|贴息|给予|配套|减免|免租")
_STAFF = re.compile("从业|员工|职工|参保|全职|团队|人员总数|用工")


def _breaks_a_bound(question: str, clause: str) -> bool:
    """Whether a figure that the asker states lies outside a bound that the clause sets for it."""
    plain = re.sub("(?<=[0-9])个人", "人", question)
    stated = [one for one in parse_figures(plain) if one.kind in _BOUNDED and not one.upper]
    for part in _PART.split(clause.replace("、不", "，不")):
        if _GRANT.search(part) or not _about_the_same(question, part, clause):
            continue
        bounds = [one for one in parse_figures(part) if one.kind in _BOUNDED]
        if any(_outside(figure, bound) for figure in stated for bound in bounds):
            return True
    return False


def _about_the_same(question: str, part: str, clause: str) -> bool:
    """A company's staff goes by many names; anything else must share the question's words."""
    if any(one.unit == "人" for one in parse_figures(part)):
        return bool(_STAFF.search(clause))
    return bool(matter(_ASKING.sub(" ", question)) & matter(part))


def _outside(figure: Figure, bound: Figure) -> bool:
    if figure.kind is not bound.kind or figure.modality is not Modality.EXACT:
        return False
    if not isinstance(figure.value, Decimal) or not isinstance(bound.value, Decimal):
        return False
    (unit, value), (of, low) = measure(figure, figure.value), measure(bound, bound.value)
    if unit != of:
        return False
    if isinstance(bound.upper, Decimal):
        return value < low or value > measure(bound, bound.upper)[1]
    return {
        Modality.AT_MOST: value > low,
        Modality.LESS_THAN: value >= low,
        Modality.AT_LEAST: value < low,
        Modality.MORE_THAN: value <= low,
    }.get(bound.modality, False)
