"""Confirms or corrects what a question takes for granted, where a clause can be held against it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from answer.figures import FigureKind, parse_figures
from answer.finding import Finding, Sentence
from answer.matter import coverage, matter
from answer.premises.claims import Judgement, begins_later, judge
from answer.premises.polarity import Verdict, Wanted, verdict, wanted
from answer.standing.rank import Rank, rank_of
from answer.understanding import Asked, Question
from answer.wording import inner_quotes
from answer.wording.parts import members_of

# A verdict needs a clause that is surely the one in question, and that names most of it.
LEAST_CERTAINTY = 0.5
LEAST_COVERAGE = 0.34
COVERAGE_FOR_YES = 0.5
# How many findings a claim is held against, and how much less sure than the first they may be.
MOST_READ, NEAR = 4, 0.25

_OPENINGS: dict[Wanted | None, tuple[str, str]] = {
    Wanted.WILL: ("会。", "不会。"),
    Wanted.ABLE: ("可以。", "不能。"),
    Wanted.MUST: ("需要。", "不需要。"),
}
_ASKING = re.compile("怎么|如何|怎样|哪|谁|什么|啥|几(?!乎)|多久|多长")
_CAP = re.compile("(?:最高|最多|上限|封顶)(?:可|能|给|补|奖|支持|达|到|为|是|予|助|励|拿|领)*$")
_CLAIM = re.compile(
    "(?:对吗|对吧|对不对|是吗|是吧|是不是|没错吧|真的吗|属实吗|吧)[?？。!！]?$|听说|据说|有人说|网上说"
    r"|\b(?:right|is it true|i heard|correct)\b"
)


def premise(question: Question, findings: Sequence[Finding]) -> Sentence | None:
    """The leading finding with the word that confirms, corrects or answers; None without one.

    Figures of the line are those of the clause; what the asker stated is never repeated. “Yes”
    needs every figure, department and binding word to agree; “not accurate” needs a figure of the
    same kind, or a department, that differs; otherwise the clause must speak for itself.
    """
    if not findings or findings[0].certainty < LEAST_CERTAINTY:
        return None
    if Asked.CALCULATION in question.kinds:
        return None
    text = unicodedata.normalize("NFKC", question.in_full)
    near = [
        part
        for one in findings[:MOST_READ]
        if _is_near(question, one, findings[0])
        for part in members_of(one)
    ]
    claimed = is_claim(question)
    if (claimed or _takes_for_granted(text)) and (judged := _judged(question, text, near)):
        finding, judgement = judged
        agrees = judgement is Judgement.AGREES
        if claimed or not agrees:
            return _sentence(question, finding, claim=True, agrees=agrees)
    if not near:
        return None
    finding = near[0]
    if (early := begins_later(text, finding)) is not None:
        return _sentence(question, finding, claim=False, agrees=not early, past=True)
    return _by_polarity(question, text, finding) if Asked.YES_NO in question.kinds else None


def _takes_for_granted(text: str) -> bool:
    """Whether it builds on a cap that it states: “最高1亿元的支持怎么申请”."""
    asking = _ASKING.search(text)
    return any(
        figure.kind in (FigureKind.AMOUNT, FigureKind.RATE) and _CAP.search(text[: figure.start])
        for figure in parse_figures(text[: asking.start()] if asking else "")
    )


def _is_near(question: Question, finding: Finding, lead: Finding) -> bool:
    """Whether a finding may be held against a claim: about as sure as the first, to the point."""
    if finding.certainty < max(LEAST_CERTAINTY, lead.certainty - NEAR):
        return False
    # Reports confirm nothing against a policy, other places' rules nothing at all.
    weaker = rank_of(finding.document) > max(rank_of(lead.document), Rank.RULE)
    if weaker or finding.document.region != lead.document.region:
        return False
    return question.is_english or coverage(question, finding) >= LEAST_COVERAGE


def _judged(
    question: Question, claim: str, findings: Sequence[Finding]
) -> tuple[Finding, Judgement] | None:
    """The first finding that can be held against the claim; None if others judge otherwise."""
    judged = [(one, judge(claim, one)) for one in findings]
    telling = [pair for pair in judged if pair[1] is not Judgement.OPEN]
    if not telling or len({judgement for _, judgement in telling}) > 1:
        return None
    finding, judgement = telling[0]
    if judgement is Judgement.AGREES and not _is_to_the_point(question, finding):
        return None
    return finding, judgement


def _is_to_the_point(question: Question, finding: Finding) -> bool:
    """Whether a finding names enough of the question for a “yes” to be about the same thing."""
    return question.is_english or coverage(question, finding) >= COVERAGE_FOR_YES


def is_claim(question: Question) -> bool:
    """Whether the question states something and asks to confirm it."""
    return question.claims or _CLAIM.search(question.text.lower()) is not None


def _by_polarity(question: Question, text: str, finding: Finding) -> Sentence | None:
    # A question that names no programme (“要交纸质材料吗”) fits many: one's rule is not the answer.
    headings = matter(f"{finding.document.title} {finding.clause}")
    if not matter(" ".join(question.content)) & headings:
        return None
    said = verdict(text, unicodedata.normalize("NFKC", finding.quote))
    if said is None:
        return None
    return _sentence(question, finding, claim=False, agrees=said is Verdict.YES)


def _sentence(
    question: Question, finding: Finding, *, claim: bool, agrees: bool, past: bool = False
) -> Sentence:
    clause = inner_quotes(finding.quote)
    if question.is_english:
        opening = "Yes" if agrees else "That is not accurate" if claim else "No"
        return Sentence(text=f"{opening}. The document says: “{clause}”.", findings=(finding,))
    if claim:
        opening = "是的：" if agrees else "不准确："
    else:
        opening = _opening(question.in_full, agrees=agrees, past=past)
    return Sentence(text=f"{opening}{clause}。", findings=(finding,))


def _opening(text: str, *, agrees: bool, past: bool) -> str:
    """The short answer in the question's own verb."""
    if past:
        return "是的：" if agrees else "没有。"
    yes, no = _OPENINGS.get(wanted(text), ("是的：", "不是。"))
    return yes if agrees else no
