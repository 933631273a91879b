"""Answers a question made of several part by part, where reading it as one leaves some out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from answer.asked_for.money import lacks_each_of_two
from answer.composed import Composed, Declined
from answer.finding import Finding, Sentence, backing, overlap
from answer.matter import matter
from answer.parts.covered import (
    CERTAIN,
    SURE,
    TOLD_AS_MISSING,
    belongs,
    holds_its_kind,
    is_touched,
    tells,
    to_the_point,
)
from answer.refusing.refusal import RefusalKind, refusal_of
from answer.understanding import Asked, Question
from answer.understanding.compound import Part
from answer.understanding.places import without_places

# What is said of a part that nothing was found for, and of one that what was found may not be of.
_NOT_FOUND = "关于{}，这次没有找到依据，可单独提问。"
_NOT_SURE = "关于{}，没有找到能确定适用的其他依据；上面没有答到的，请单独提问。"
# Read out and pasted with the answer, without a numeral (“另一部分”), for which a line would be
# looked for; the note beside it says which part.
_MISSING = "所问的其余部分没有查到。"
_UNSURE = "所问的其余部分，上面没有答到的，请单独提问。"
# “那边算力券”
_POINTING = re.compile("[那这](?:边|个|里|儿|份|种)?的?")
# “要不要送纸质件”, less what only makes it a question.
_FRAME = re.compile(
    "(?P<a>[\u4e00-\u9fff])不(?P=a)|有没有|[能可以还要会有是的了吗呢吧不没现在也都就报申请领拿办来得及行够?？]"
)
LEAST_NAMED = 4


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
    unsure: list[Part] = []
    is_open = 0
    for part in question.parts:
        cited = backing(line for one in given for line in one.sentences)
        wanted = matter(without_places(_named_by(part), question.places))
        if tells(part, wanted, cited):
            continue
        answer, others = _answer_to(part, wanted, cited, question, ask)
        if answer is not None:
            given += _of_part(part, answer, cited)
        elif not is_touched(part, wanted, cited):
            is_open += 1
            # What is found and does not belong is not missing from the documents for all we know.
            missing += [] if others else [part]
            is_unsure = any(_is_new(one, cited) for one in others)
            unsure += [part] if is_unsure and not holds_its_kind(part, cited) else []
    if not given:
        return whole
    lines = " ".join(one.lines for one in given)
    # What surely answers none of the parts does not answer them all; nor does one sum for both.
    needed = CERTAIN if len(missing) == len(question.parts) else SURE
    answers_none = is_open == len(question.parts) and whole.confidence < needed
    if answers_none or (not is_open and lacks_each_of_two(question, lines)):
        refusal = refusal_of(question, RefusalKind.NOT_FOUND)
        return Declined(refusal, whole.confidence)
    return _together(given, missing, unsure)


def _named_by(part: Part) -> str:
    """What a part names: its thing, or what is left of a whether-question without its frame."""
    if part.thing or part.asked is not Asked.YES_NO:
        return _POINTING.sub("", part.thing)
    left = _FRAME.sub("", part.own)
    return left if len(left) >= LEAST_NAMED else ""


def _answer_to(
    part: Part,
    wanted: frozenset[str],
    cited: Sequence[Finding],
    question: Question,
    ask: Callable[[str], Composed | Declined],
) -> tuple[Composed | None, list[Composed]]:
    """What answers the part and belongs to the question; and what else answers it."""
    others: list[Composed] = []
    # What is told of the first part as it stands is not looked for without its context.
    is_told = bool(cited) and part is question.parts[0]
    for text in filter(None, (part.whole, "" if is_told else part.briefly)):
        if (answer := to_the_point(part, ask(text))) is None:
            continue
        if belongs(part, wanted, answer, cited, question, briefly=text != part.whole):
            return answer, others
        others.append(answer)
    return None, others


def _together(
    given: Sequence[Composed], missing: Sequence[Part], unsure: Sequence[Part]
) -> Composed:
    """All as one answer, with what is said of the parts that it leaves open."""
    notes = [note for one in given for note in one.notes]
    caveats = [caveat for one in given for caveat in one.caveats]
    for parts, note, caveat in ((missing, _NOT_FOUND, _MISSING), (unsure, _NOT_SURE, _UNSURE)):
        asked = "、".join(f"“{one.own}”" for one in parts if one.asked in TOLD_AS_MISSING)
        notes += [note.format(asked)] if asked else []
        caveats += [caveat] if asked else []
    return Composed(
        tuple(line for one in given for line in one.sentences),
        tuple(dict.fromkeys(notes)),
        min(one.confidence for one in given),
        given[0].match,
        tuple(dict.fromkeys(caveats)),
    )


def _of_part(part: Part, answer: Composed, cited: Sequence[Finding]) -> list[Composed]:
    """The answer without the lines that are told already; empty if nothing is left.

    Its notes on where “the following” holds say that they are of this part.
    """
    new = tuple(line for line in answer.sentences if not _is_told(line, cited))
    notes = tuple(
        f"关于“{part.own}”：{one}" if one.startswith("以下") and cited else one
        for one in answer.notes
    )
    return [replace(answer, sentences=new, notes=notes)] if new else []


def _is_new(answer: Composed, cited: Sequence[Finding]) -> bool:
    return not all(_is_told(line, cited) for line in answer.sentences)


def _is_told(line: Sentence, cited: Sequence[Finding]) -> bool:
    return all(any(overlap(one, other) for other in cited) for one in line.findings)
