"""Answers a question made of several part by part, where reading it as one leaves some out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from answer.authority import Rank, rank_of
from answer.budgets import only_demands
from answer.composed import Composed, Declined
from answer.figures import parse_figures
from answer.finding import Finding, backing, goes_with, overlap
from answer.matter import matter, told
from answer.named_acts import lacks_act
from answer.refusal import RefusalKind, refusal_of
from answer.understanding import Asked, Question
from answer.understanding.compound import Part
from answer.understanding.places import without_places
from answer.wanted import holds_kind, says_none, tells_when

# The share of a thing's pairs of characters that a line must hold to be of it: 中试服务平台 is a
# 中试平台. What tells of it already holds more: 大模型垂直应用 may be no 垂直模型.
NAMED, SURELY_NAMED = 0.6, 0.75
# The same of all that the question names, for what names nothing itself.
ABOUT = 0.4
# As sure as this what answers a part must be, unless it is of what is cited anyway.
SURE = 0.55
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
_TOLD_AS_MISSING = _SHOWN - {Asked.PROCEDURE, Asked.CONDITION}
# What says anything of the matter answers these, as far as can be seen.
_ANY_LINE = frozenset({Asked.YES_NO, Asked.ANYTHING})
# Read out and pasted with the answer, without a numeral (“另一部分”), for which a line would be
# looked for; the note beside it says which part.
_MISSING = "所问的其余部分没有查到。"
_YEAR = re.compile("[0-9]{4}年")
# The citations of an answer tell it.
_ON_CITATIONS = re.compile("(?:哪些|哪个|什么)(?:文件|政策)|依据|有效期|到期|过期")


def part_by_part(
    question: Question, whole: Composed | Declined, ask: Callable[[str], Composed | Declined]
) -> Composed | Declined:
    """What answers the question with what its parts add; `whole` is what answers it as one.

    `ask` answers a part by itself. Every part is asked where the whole is not found, else those
    that it leaves open. `whole` itself if that gives nothing, or is declined for another reason;
    declined if it is unsure and tells of no part.
    """
    is_final = isinstance(whole, Declined) and whole.refusal.kind is not RefusalKind.NOT_FOUND
    if is_final or not question.parts:
        return whole
    given = [whole] if isinstance(whole, Composed) else []
    missing: list[Part] = []
    is_open = 0
    for part in question.parts:
        cited = backing(line for one in given for line in one.sentences)
        wanted = matter(without_places(part.thing, question.places))
        if _tells(part, wanted, cited):
            continue
        answer = _to_the_point(part, ask(part.whole))
        if answer and _belongs(wanted, answer, cited, question):
            given += _of_part(part, answer, cited)
        elif not _is_touched(part, wanted, cited):
            is_open += 1
            # What is found and does not belong is not missing from the documents for all we know.
            missing += [] if answer else [part]
    if not given:
        return whole
    if is_open == len(question.parts) and whole.confidence < SURE:
        # What surely answers none of the parts does not answer them all.
        refusal = refusal_of(question, RefusalKind.NOT_FOUND)
        return Declined(refusal, whole.confidence)
    return _together(given, _note(missing))


def _together(given: Sequence[Composed], note: str) -> Composed:
    notes = dict.fromkeys(note for one in given for note in one.notes)
    caveats = dict.fromkeys(caveat for one in given for caveat in one.caveats)
    return Composed(
        tuple(line for one in given for line in one.sentences),
        (*notes, *filter(None, [note])),
        min(one.confidence for one in given),
        given[0].match,
        (*caveats, *([_MISSING] if note else [])),
    )


def _note(missing: Sequence[Part]) -> str:
    asked = [f"“{one.own}”" for one in missing if one.asked in _TOLD_AS_MISSING]
    return f"关于{'、'.join(asked)}，这次没有找到依据，可单独提问。" if asked else ""


def _tells(part: Part, wanted: frozenset[str], cited: Sequence[Finding]) -> bool:
    """Whether one of the findings is on the thing that a part names and holds what it asks for."""
    any_line_does = part.asked in _ANY_LINE or _ON_CITATIONS.search(part.own)
    if any_line_does and any(
        not lacks_act(part.whole, one.quote) and _is_of_its_year(part, one.quote) for one in cited
    ):
        return True
    return any(
        _names(one, wanted, SURELY_NAMED)
        and not lacks_act(part.whole, one.quote)
        and _is_of_its_year(part, one.quote)
        and (part.asked not in _SHOWN or _holds(part, one.quote))
        for one in cited
        # A report that is told of beside the policy often strings several things together.
        if rank_of(one.document) < Rank.NEWS
    )


def _belongs(
    wanted: frozenset[str], answer: Composed, cited: Sequence[Finding], question: Question
) -> bool:
    """Whether what answers a part surely belongs to the question, beside what is cited already.

    It speaks of the thing that the part names. Where that names none, it is of a document that is
    cited anyway, or speaks of what the first part names. What a cited document says of the same
    need be no surer than to be given by itself.
    """
    lead = answer.sentences[0].findings[0]
    if cited and not wanted:
        return any(goes_with(lead, one) for one in cited)
    if answer.confidence < SURE:
        return False
    if wanted:
        return _names(lead, wanted, NAMED)
    first = matter(without_places(" ".join(question.content), question.places))
    return _names(lead, first, ABOUT)


def _is_touched(part: Part, wanted: frozenset[str], cited: Sequence[Finding]) -> bool:
    """Whether a line might tell of a part for all that can be seen, so that it is not missing."""
    named = matter(part.own)
    return any(
        (not wanted or named & matter(told(one)))
        and not lacks_act(part.whole, one.quote)
        and _holds(part, one.quote)
        for one in cited
    )


def _names(finding: Finding, wanted: frozenset[str], share: float) -> bool:
    """Whether a statement, its headings or its title name the thing: 数据集 is no 数据产品."""
    return len(wanted & matter(told(finding))) >= share * len(wanted)


def _to_the_point(part: Part, answer: Composed | Declined) -> Composed | None:
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


def _is_of_its_year(part: Part, quote: str) -> bool:
    """Whether a line names the year that a part is about; True for a part about something else."""
    return _YEAR.fullmatch(part.thing) is None or part.thing in quote


def _holds(part: Part, quote: str) -> bool:
    if part.asked is Asked.AMOUNT and only_demands(part.own, quote):
        return False
    if part.asked is Asked.COUNT:
        # “规模多少”, “几个点”: by its words alone anything may be counted.
        return bool(parse_figures(quote))
    if part.asked is Asked.DATE and tells_when(part.own, quote):
        return True
    return says_none(part.asked, quote) or holds_kind(part.asked, quote)


def _of_part(part: Part, answer: Composed, cited: Sequence[Finding]) -> list[Composed]:
    """The answer without the lines that are told already; empty if nothing is left.

    Its notes on where “the following” holds say that they are of this part.
    """
    new = tuple(
        line
        for line in answer.sentences
        if not all(any(overlap(one, other) for other in cited) for one in line.findings)
    )
    notes = tuple(
        f"关于“{part.own}”：{one}" if one.startswith("以下") and cited else one
        for one in answer.notes
    )
    return [replace(answer, sentences=new, notes=notes)] if new else []
