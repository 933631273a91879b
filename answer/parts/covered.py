"""Whether the lines of an answer tell of a part of its question."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answer.asked_for.budgets import only_demands
from answer.asked_for.named_acts import lacks_act
from answer.asked_for.wanted import counts_such, holds_kind, says_none, tells_when
from answer.composed import Composed, Declined
from answer.figures import parse_figures
from answer.finding import Finding, backing, goes_with
from answer.matter import matter, told
from answer.standing.rank import Rank, rank_of
from answer.understanding import Asked, Question
from answer.understanding.compound import Part
from answer.understanding.places import without_places

# The share of a thing's pairs of characters that a line must hold to be of it: 中试服务平台 is a
# 中试平台. What tells of it already holds more: 大模型垂直应用 may be no 垂直模型.
NAMED, SURELY_NAMED = 0.6, 0.75
# The same of all that the question names, for what names nothing itself.
ABOUT = 0.4
# As sure as this what answers a part must be, unless it is of what is cited anyway.
SURE = 0.55
# As sure as this, what answers the first part, in its own words, need name nothing of it.
CERTAIN = 0.85
# So many pairs of characters name a thing: 创业担保贷; “一般封顶多少” names none with 一般.
THING = 2
# So many telling words, pairs of characters, say what a question is about.
TELLING = 3
# Kinds whose answers show by their words that they are given.
_SHOWN = frozenset(
    {
        Asked.AMOUNT,
        Asked.RATE,
        Asked.DATE,
        Asked.PHONE,
        Asked.COUNT,
        Asked.DEPARTMENT,
        Asked.PROCEDURE,
        Asked.CONDITION,
    }
)
# Those of which a missing one is told as missing: nothing else could pass for them.
TOLD_AS_MISSING = _SHOWN - {Asked.PROCEDURE, Asked.CONDITION} | {Asked.YES_NO}
# What says anything of the matter answers these, as far as can be seen.
_ANY_LINE = frozenset({Asked.YES_NO, Asked.ANYTHING})
_YEAR = re.compile("[0-9]{4}年")
# The citations of an answer tell it.
_ON_CITATIONS = re.compile(
    "(?:哪些|哪个|什么)(?:文件|政策)|依据|有效期|(?:还|是否|仍)有效|管用|到期|过期"
)


def tells(part: Part, wanted: frozenset[str], cited: Sequence[Finding]) -> bool:
    """Whether one of the findings is on the thing that a part names and holds what it asks for."""
    names_nothing = part.asked in _ANY_LINE and not wanted
    any_line_does = names_nothing or _ON_CITATIONS.search(part.own)
    if any_line_does and any(_may_tell(part, one.quote) for one in cited):
        return True
    return any(
        _names(one, wanted, SURELY_NAMED)
        and _may_tell(part, one.quote)
        and (part.asked not in _SHOWN or _holds(part, one.quote))
        for one in cited
        # A report that is told of beside the policy often strings several things together.
        if rank_of(one.document) < Rank.NEWS
    )


def belongs(
    part: Part,
    wanted: frozenset[str],
    answer: Composed,
    cited: Sequence[Finding],
    question: Question,
    *,
    briefly: bool = False,
) -> bool:
    """Whether what answers a part surely belongs to the question, beside what is cited already.

    It speaks of the thing that the part names. Where that names none, it is of a document that is
    cited anyway, or speaks of what the first part names. What a cited document says of the same
    need be no surer than to be given by itself. What certainly answers the first part in its own
    words, not `briefly`, always does, if that asks for more than whether something is so.
    """
    lead = answer.sentences[0].findings[0]
    if cited and not wanted:
        return any(goes_with(lead, one) for one in cited)
    if answer.confidence < SURE:
        return False
    is_certain = answer.confidence >= CERTAIN
    is_first = part is question.parts[0] and not briefly
    if is_certain and is_first and part.asked not in _ANY_LINE:
        return True
    if is_certain and _surely_belongs(part, wanted, lead, cited, question):
        return True
    if wanted:
        return _names(lead, wanted, NAMED)
    return _names(lead, _matter_of(question), ABOUT)


def _surely_belongs(
    part: Part, wanted: frozenset[str], lead: Finding, cited: Sequence[Finding], question: Question
) -> bool:
    """The same of what certainly answers the part by itself, if perhaps in other words.

    Who asks whether something is so seldom puts it in the words of the clause; that must be of a
    cited document, or of what else the question is about.
    """
    if any(goes_with(lead, one) for one in cited):
        return part.asked in _ANY_LINE or bool(wanted & matter(told(lead)))
    if question.documents or part.asked is not Asked.YES_NO:
        return False
    rest = _matter_of(question) - wanted
    return len(rest) >= TELLING and _names(lead, rest, ABOUT)


def _matter_of(question: Question) -> frozenset[str]:
    return matter(without_places(" ".join(question.content), question.places))


def is_touched(part: Part, wanted: frozenset[str], cited: Sequence[Finding]) -> bool:
    """Whether a line might tell of a part for all that can be seen, so that it is not missing."""
    named = matter(part.own)
    return any(
        (not wanted or named & matter(told(one)))
        and _may_tell(part, one.quote)
        and _holds(part, one.quote)
        for one in cited
    )


def holds_its_kind(part: Part, cited: Sequence[Finding]) -> bool:
    """Whether a line may tell of a part that names no thing of its own, by the kind it asks for."""
    if part.asked not in _SHOWN or len(matter(part.thing)) >= THING:
        return False
    return any(_holds(part, one.quote) for one in cited)


def _names(finding: Finding, wanted: frozenset[str], share: float) -> bool:
    """Whether a statement, its headings or its title name the thing: 数据集 is no 数据产品."""
    return len(wanted & matter(told(finding))) >= share * len(wanted)


def to_the_point(part: Part, answer: Composed | Declined) -> Composed | None:
    """What answers a part if it holds the kind of thing that it asks for, as far as that shows.

    Out of its question a part is easily taken for another: “几号举办” for how often.
    """
    if isinstance(answer, Declined):
        return None
    lines = [one.quote for one in backing(answer.sentences)]
    if not any(_is_of_its_year(part, line) for line in lines):
        return None
    held = any(_holds(part, line) for line in lines)
    return answer if held or part.asked not in _SHOWN else None


def _may_tell(part: Part, quote: str) -> bool:
    """Whether a line is of the year that a part is about, and rules on the act."""
    return not lacks_act(part.whole, quote) and _is_of_its_year(part, quote)


def _is_of_its_year(part: Part, quote: str) -> bool:
    """Whether a line names the year that a part is about; True for a part about something else."""
    return _YEAR.fullmatch(part.thing) is None or part.thing in quote


def _holds(part: Part, quote: str) -> bool:
    if part.asked is Asked.AMOUNT and only_demands(part.own, quote):
        return False
    if part.asked is Asked.COUNT:
        # “规模多少”, “几个点”: by its words alone anything may be counted.
        return bool(parse_figures(quote)) and counts_such(part.own, quote)
    if part.asked is Asked.DATE and tells_when(part.own, quote):
        return True
    return says_none(part.asked, quote) or holds_kind(part.asked, quote)
