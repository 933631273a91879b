"""Which words of a finding an answer shows: as few as can stand alone, or the whole statement.

A benefit is never shown without its terms: an amount or rate of support is given with the whole
statement it stands in. A name, a date or a count is given by itself, widened until it says the
same by itself as it does in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from answer.asked_for.wanted import FIGURES, holds_kind
from answer.figures import FigureKind
from answer.finding import Finding
from answer.matter import only_repeats
from answer.understanding import Asked, Question
from answer.wording.borders import clause_around, is_balanced, member_around
from answer.wording.marks import inner_quotes
from answer.wording.standing_alone import DATES, figures_in, stands_alone

_WHOLE = frozenset({Asked.YES_NO, Asked.CALCULATION, Asked.COMPARISON})
_POINTED = frozenset({Asked.DEPARTMENT, Asked.PHONE, Asked.DATE})
_MONEY = frozenset({FigureKind.AMOUNT, FigureKind.RATE})
# Words of support and its cost: figures beside them are terms that someone may rely on.
_SUPPORT = re.compile(
    "补|奖|资助|支持|扶持|给予|贴息|券|贷|担保|减免|免[租费征]|资金|经费|费用|租金|额度|上限|罚|税|"
    "投入|配套|兑[现付]|最[高多]|累计|封顶|不超过"
)
_TERMS = re.compile("条件|符合|不得|除外|仅限|方可|前提|原则上")
_DUTY = re.compile("须|应当|不超过|不低于|不少于|不高于")
_INTRODUCTION = re.compile(
    "记者|新华社|获悉|据[悉了介报]|介绍|表示|透露|指出|印发|发布|出台|召开|消息|日前|近日|根据|按照|通知|"
    "^(?:同时|此外|另外|其中|目前|而且|并且)$|^为(?:了|进一步)?.{2,40}$"
)
_COUNTS_LIST = re.compile("[两二三四五六七八九十0-9]+(?:大|类|方面)")
# What a day is the last for belongs to it: “意见反馈截止2025年4月18日”.
_LAST_DAY = re.compile("截止|截至|最[晚迟后]")
_REACHED = re.compile("突破|达到?(?=[0-9])|超过(?=[0-9])|[升增降]至|[提下]?[高降]到")
_BEGINS = re.compile("起(?:施行|试行|实施|执行)$")
_ASKING = re.compile("多少|几[个家名项条天年次月]|哪|什么|啥|谁|多久|何时|多长|如何|怎[么样]")
_EDGES = " \t\n\u3000，,、。；;：:"
# A statement longer than this is not given whole for a condition alone; for money it always is.
_LONG = 160
# Conditions that are no longer than this belong together.
_SHORT = 100


def shown_words(question: Question, finding: Finding) -> str:
    """The words of `finding.quote` that answer `question`, on one line, without a full stop.

    The whole statement for questions of yes or no, comparisons and calculations, for
    several questions at once, and wherever it carries money, rates or terms of support that the
    answer rests on; otherwise the reader's own words, `finding.answer`, widened to their clause
    where they would tear a figure from its modality, its neighbours or a negation.
    """
    quote = finding.quote
    start, end = _trimmed(
        quote, finding.answer_start - finding.start, finding.answer_end - finding.start
    )
    if start >= end:
        return inner_quotes(quote)
    if _needs_all(question, quote, start, end):
        return inner_quotes(quote[_behind_introduction(quote, start) :])
    for left, right in _wider(question, quote, start, end):
        if _cuts_list(quote, left, right) or _cuts_subject(quote, left, right):
            continue
        if _tells(question, quote, quote[left:right]) and stands_alone(quote, left, right):
            return inner_quotes(quote[left:right]).strip(_EDGES)
    return inner_quotes(quote)


def _tells(question: Question, quote: str, words: str) -> bool:
    """Whether `words` tell something, and give the kind of figure asked for if the quote does."""
    if only_repeats(question.in_full, words):
        return False
    asked = question.asked
    return asked not in FIGURES or holds_kind(asked, words) or not holds_kind(asked, quote)


def _cuts_list(quote: str, left: int, right: int) -> bool:
    """Whether the words count a list that begins before them: “人形机器人三大领域”."""
    before = re.split("[，,。；;：:]", quote[:left])[-1]
    return "、" in before and _COUNTS_LIST.search(quote[left:right]) is not None


def _cuts_subject(quote: str, left: int, right: int) -> bool:
    """Whether the words begin with what a thing reaches and the thing stands before them."""
    reached = _REACHED.match(quote[left:right]) is not None
    return reached and clause_around(quote, left, right)[0] < left


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span inside `text`, without blanks and marks at its ends."""
    start, end = max(start, 0), min(end, len(text))
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def _needs_all(question: Question, quote: str, start: int, end: int) -> bool:
    if question.asked in _WHOLE or question.claims:
        return True
    if question.asked is Asked.CONDITION and len(quote) <= _SHORT:
        return True
    if (question.also_asked or _asks_twice(question)) and len(quote) <= _LONG:
        return True
    span = quote[start:end]
    asked_for_money = question.asked in (Asked.AMOUNT, Asked.RATE)
    if _SUPPORT.search(quote) and (_has_money(quote) if asked_for_money else _has_money(span)):
        return True
    if question.asked in _POINTED or len(quote) > _LONG:
        return False
    left, right = clause_around(quote, start, end)
    before, beside = quote[:start] + quote[end:right], quote[left:start] + quote[end:right]
    return bool(_TERMS.search(before) or _DUTY.search(beside))


def _behind_introduction(quote: str, start: int) -> int:
    """Where a statement begins that is introduced by who says it and why (“记者获悉，……”).

    0 unless all that stands before the clause of `start` is such an introduction, without a figure
    of money and without a condition.
    """
    left, _ = clause_around(quote, start, start + 1)
    before = quote[:left]
    parts = [part for part in re.split("[，,。：:；;]", before) if part.strip()]
    if not parts or not all(map(_INTRODUCTION.search, parts)):
        return 0
    if _has_money(before) or _TERMS.search(before) or not is_balanced(before):
        return 0
    return left


def _asks_twice(question: Question) -> bool:
    """Whether it holds two words that ask: “多少个服务站,多少名专员”."""
    return len(_ASKING.findall(question.in_full)) > 1


def _has_money(text: str) -> bool:
    return any(figure.kind in _MONEY for figure in figures_in(text))


def _wider(question: Question, quote: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span itself, then what it is part of, from the narrowest; never less than the span."""
    if question.asked is Asked.DATE:
        start, end = _with_date(quote, start, end)
    yield start, end
    if start and end < len(quote) and not is_balanced(quote[start:end]):
        yield start - 1, end
        yield start, end + 1
        yield start - 1, end + 1
    yield member_around(quote, start, end)
    yield clause_around(quote, start, end)


def _with_date(quote: str, start: int, end: int) -> tuple[int, int]:
    """A term (有效期2年) reaches back to the date in the clause before, from which it counts.

    A last day reaches back to what it is the last for.
    """
    began, _ = clause_around(quote, start, end)
    if _LAST_DAY.search(quote[began:start]):
        return began, end
    kinds = {figure.kind for figure in figures_in(quote[start:end])}
    if _BEGINS.search(quote[start:end]) and quote[end : end + 1] in (",", "，"):
        # And from when something holds reaches on to how long it does.
        _, right = clause_around(quote, end + 1, min(end + 2, len(quote)))
        term = {figure.kind for figure in figures_in(quote[end:right])}
        return (start, right) if FigureKind.PERIOD in term else (start, end)
    if FigureKind.PERIOD not in kinds or kinds & DATES:
        return start, end
    left, right = clause_around(quote, start, end)
    before, _ = clause_around(quote, max(left - 2, 0), max(left - 1, 0))
    dated = any(figure.kind in DATES for figure in figures_in(quote[before:left]))
    return (before, right) if dated or "之日起" in quote[before:left] else (start, end)
