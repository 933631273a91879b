"""Who asks what one company gets at most is told that cap, not a rate or what there is in all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answer.asked_for.budgets import asks_for_one, asks_for_whole, tells_only_budgets
from answer.asked_for.wanted import says_none
from answer.figures import FigureKind, Modality, parse_figures
from answer.figures.demands import is_demand
from answer.finding import Finding, led_by
from answer.understanding import Asked, Question

# How much less sure such a clause may be than the first one of its document, where one company is
# named; how sure it must be where it stands in the clause of the first, whose matter it shares.
LESS_SURE, SURE_BESIDE = 0.25, 0.2
_MOST = re.compile("最[多高大]|上限|封顶|顶格")
_IN_MONEY = re.compile(
    "(?:封顶|上限)[^,，。;；]{0,6}(?:多少|几)(?:[万亿]|个?[钱元])|"
    "[一每单][个家年][^,，。;；]{0,8}(?:最[多高][^,，。;；]{0,6}(?:多少|几)[万亿钱]|封顶(?:是|为)?多少)|"
    "[一每单][个家](?:企业|公司|单位)?(?:一年)?最[多高](?:能|可以?)?[拿领](?:到|取)?(?:多少|几)|"
    r"\bcap\b.{0,16}\bper\b|\b(?:yearly|annual) cap\b"
)
_SHARE = re.compile("几成|百分之|比例|百分点|多少%")
_FOR_ONE = re.compile("(?:单|每|一)[个家户](?:企业|公司|单位|主体)?|企业每年")


def cap_for_one_first(question: Question, findings: Sequence[Finding]) -> list[Finding]:
    """The findings, the cap for one company first where it is asked for and the first has none.

    It is of the document of the first, and then as sure as that.
    """
    if not asks_for_cap_of_one(question) or not findings or _caps(findings[0].quote):
        return list(findings)
    lead = findings[0]
    caps = (one for one in findings[1:] if caps_one(one.quote) and _goes_with(one, lead, question))
    if (cap := next(caps, None)) is None:
        return list(findings)
    return led_by(cap, findings)


def _goes_with(cap: Finding, lead: Finding, question: Question) -> bool:
    if cap.document.id != lead.document.id:
        return False
    if cap.clause == lead.clause and cap.certainty >= SURE_BESIDE:
        return True
    text = question.in_full
    return asks_for_one(text) and cap.certainty >= lead.certainty - LESS_SURE


def asks_for_cap_of_one(question: Question) -> bool:
    """Whether the most that one company gets is asked for: “一家公司最多能拿多少”."""
    text = question.in_full
    if Asked.AMOUNT not in question.kinds or not _MOST.search(text) or _SHARE.search(text):
        return False
    return asks_for_one(text) or not asks_for_whole(text)


def lacks_cap(question: Question, told: str) -> bool:
    """Whether a cap in money is asked for (封顶多少万) and `told` has only shares and budgets."""
    asks = _IN_MONEY.search(question.as_put)
    if not asks or says_none(Asked.AMOUNT, told):
        return False
    # What a company must have spent is no cap on what it gets.
    kinds = {one.kind for one in parse_figures(told) if not is_demand(told, one)}
    only_shares = FigureKind.RATE in kinds and FigureKind.AMOUNT not in kinds
    return only_shares or tells_only_budgets(told)


def caps_one(quote: str) -> bool:
    """Whether a statement caps what one company gets, in money."""
    return _caps(quote) and _FOR_ONE.search(quote) is not None


def _caps(quote: str) -> bool:
    return any(
        one.kind is FigureKind.AMOUNT
        and one.modality is Modality.AT_MOST
        and not is_demand(quote, one)
        for one in parse_figures(quote)
    )
