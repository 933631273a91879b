"""“What are the conditions?”: those that a document sets, told whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from answer.finding import Sentence
from answer.matter import matter
from answer.understanding import Asked, Question
from answer.whole.field import Scope, closest, field_words, holds_at
from answer.whole.grants_told import gives
from answer.whole.telling import MOST_LINES, clauses, lead, line
from records import Document, Passage, Validity

# A document with fewer conditions is read for the one that is asked about.
FEWEST_LINES = 2
_LEAD = ("写明以下条件和要求", "sets these conditions")
_NOTE = (
    "只列出写明数额、资格等限定的条款，其余要求请看全文。",
    "Only clauses that set a figure or a qualification are listed; see the full text for the rest.",
)
_CONDITIONS = "条件|要求|门槛|资格|标准(?!级)"
_ASKS_FOR_ALL = re.compile(
    f"(?:什么|哪些|啥|怎样|怎么样|何种)(?:样)?的?(?:基本|具体|硬性)?(?:申报|申请|认定|准入|入库|入驻)?的?(?:{_CONDITIONS})"
    f"|(?:{_CONDITIONS})(?:都|分别|具体|主要)?(?:有|包括|是)(?:哪些|什么|啥|怎样)"
    f"|(?:申报|申请|认定|准入|入库)(?:{_CONDITIONS})[?？。]?$|的(?:条件|门槛)[?？。]?$"
    "|what (?:are the )?(?:conditions|requirements)|who (?:is|are) eligible"
)
# What is asked about one thing in particular is read for it.
_PARTICULAR = re.compile(
    "第[一二三四五六七八九十0-9]+[个条项款点]|首[个条项]|对[^,，]{2,}有|方面|不|没|无|多少|几|还是|如果|和|与|及|、"
)
# Words that every question of this kind has; what is applied for, less how.
_EVERY = re.compile(f"{_CONDITIONS}|需要|满足|具备|符合|达到|基本|硬性|市级|what|are|the|for")
_HOW = re.compile("认定|评定|备案|准入|入库|入驻|成为|才能|才算|算是?|评上|通过")
_SETS = re.compile(
    "须|应[当具为在]|不少于|不低于|不超过|不得|达到(?!国|世)|具备|依法(?:设立|注册)|注册|纳税|在职|面向|适用于"
)
_NO_CONDITION = re.compile(
    "目标|指标|规模|效力|有效期|施行|废止|处罚|罚则|补偿|熔断|公示|复核|退出|时限|期限|资金|额"
)


def conditions_scope(
    question: Question, documents: Sequence[Document], home: str, today: date
) -> Scope | None:
    """The document whose conditions are asked for as a whole; None if it is something else.

    The one that is named, else the one in force at the place that is named, or at `home`, whose
    title names what is applied for and least besides.
    """
    text = (question.text if question.is_english else question.standalone).lower()
    if not _ASKS_FOR_ALL.search(text) or _is_particular(question, text):
        return None
    if question.documents:
        named = [one for one in documents if one.id in question.documents]
        return Scope((named[0],)) if len(question.documents) == 1 and named else None
    places = question.places
    if len(places) > 1 or not home:
        return None
    place = (*places, home)[0]
    here = [one for one in documents if holds_at(question, one, place, today)]
    asked = _EVERY.sub(" ", question.standalone)
    for wanted in (_HOW.sub(r" \g<0> ", asked), _HOW.sub(" ", asked)):
        words = field_words(wanted, places)
        if words and (found := closest(matter(words), here, places, today)):
            return Scope((found,))
    return None


def conditions_told(
    question: Question,
    scope: Scope,
    validity_of: Callable[[Document], Validity],
    passages_of: Callable[[str], Sequence[Passage]],
) -> tuple[list[Sentence], str]:
    """A line for each condition of the document in scope, and a note on what is left out.

    Empty if there are but a few. The document must be whole, with its text.
    """
    (document,) = scope.documents
    validity, passages = validity_of(document), passages_of(document.id)
    found = list(clauses(document, validity, passages, _sets, _NO_CONDITION))[:MOST_LINES]
    if len(found) < FEWEST_LINES:
        return [], ""
    lines = [line(question, one, label, figures_first=False) for label, one in found]
    named = lead(question, document, validity, passages, _LEAD)
    return [*named, *lines], _NOTE[question.is_english]


def _sets(words: str) -> bool:
    return bool(_SETS.search(words)) and not gives(words)


def _is_particular(question: Question, text: str) -> bool:
    """Whether a list of all conditions does not answer it."""
    return bool(
        question.claims
        or question.clause_reference is not None
        or question.unknown_documents
        or question.given_amounts
        or {Asked.COMPARISON, Asked.CALCULATION, Asked.DEPARTMENT} & set(question.kinds)
        or _PARTICULAR.search(text)
    )
