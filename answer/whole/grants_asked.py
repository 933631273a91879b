"""Whose grants answer the question “what support is there?”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from answer.figures import FigureKind, parse_figures
from answer.matter import matter
from answer.places.levels import asks_for_districts
from answer.standing.rank import Rank, rank_of
from answer.understanding import Asked, Question
from answer.whole.field import SUPPORT, Scope, closest, field_of, field_words, held_at, holds_at
from records import Document

_OTHERWISE_ASKED = frozenset(
    {
        Asked.DATE,
        Asked.DEPARTMENT,
        Asked.PHONE,
        Asked.CONDITION,
        Asked.PROCEDURE,
        Asked.CALCULATION,
        Asked.COMPARISON,
        Asked.RATE,
        Asked.COUNT,
    }
)
# “有哪些补贴,分别是多少”: every line tells that too.
_ALSO_LISTED = frozenset({Asked.COUNT, Asked.RATE})
# Not “哪些领域”, “哪些企业”: those ask whom or what a support is for.
_WHICH = (
    "(?:哪些|什么|啥|哪几[种类项]?)"
    "(?!领域|方向|行业|产业|企业|公司|人(?!工智能)|单位|对象|区|城市|模型|场景|平台|类型|意思|文件|"
    "材料|时候|时间|部门|条件|流程|手续|要求)"
)
_ASKS_FOR_ALL = re.compile(
    f"有{_WHICH}[^,，。?？]{{0,8}}?(?:{SUPPORT})|{_WHICH}(?:样的?)?(?:具体|主要)?的?(?:{SUPPORT})|"
    f"(?:{SUPPORT}|内容)(?:都|分别|具体|主要)?(?:有|包括|是){_WHICH}|"
    f"(?:补|奖|支持|扶持|享受|申请|申领)(?:到|了|的是|些)?{_WHICH}|"
    r"what (?:support|subsid|grants?|incentives|benefits|policies|measures)"
)
# What is asked of a document that is named.
_ASKS_FOR_CONTENTS = re.compile(
    f"(?:讲|说|写|规定)(?:了|的是|些)?{_WHICH}|介绍|主要内容|overview|main points"
)
# Whatever else is asked has an answer of its own.
_PARTICULAR = re.compile(
    "不|没|无(?!人)|未(?!来)|除|叠加|同时|重复|一起|最[高多大低少]|还有|另外|其他|其它|都能|退|收回|追回|"
    r"\bno\b|\bnot\b|n't|without|outside|against|except|combin|repa(?:y|id)|besides|other than"
)
_WHETHER = re.compile("有没有")
_SEVERAL = re.compile("和|与|跟|及|、|以及")
_AND = re.compile(r"\band\b", re.IGNORECASE)
_COUNTED_NAME = re.compile("[0-9零一二三四五六七八九十]+条(?![件款])")
_FIGURES = frozenset(
    {
        FigureKind.AMOUNT,
        FigureKind.RATE,
        FigureKind.COUNT,
        FigureKind.QUANTITY,
        FigureKind.PERIOD,
    }
)
_GIVEN_FROM_ABOVE = re.compile("国家(?!级)|中央|国务院|全国|省里|省级")


def grants_scope(
    question: Question, documents: Sequence[Document], home: str, today: date
) -> Scope | None:
    """Whose grants answer the question; None if it asks for something particular.

    Those of the document that it names, or, where it names no more than a field
    (“人工智能企业有什么补贴”, “算力有哪些支持”) at one place, or at `home`: of the formal document
    in force whose title names that field and least besides, else what the place's documents give
    in it. Of a place other than home that has none in force, those that have expired.
    """
    if not _asks_for_all(question) or is_particular(question, today):
        return None
    places = question.places
    words = field_words(question.standalone, places)
    if words is None:
        return None
    field = matter(words)
    if question.documents:
        named = [one for one in documents if one.id in question.documents]
        whole = len(question.documents) == 1 and named and field <= field_of(named[0].title)
        return Scope((named[0],)) if whole else None
    if _of_something_else(question):
        return None
    elsewhere = bool(places) and places[0] != home
    if len(places) > 1 or not home or not (field or elsewhere):
        return None
    place = (*places, home)[0]
    here = [one for one in documents if holds_at(question, one, place, today)]
    if elsewhere and not here:
        # What has expired is told, marked, where a place has nothing else.
        here = [one for one in documents if held_at(question, one, place, today)]
    formal = [one for one in here if rank_of(one) is Rank.FORMAL]
    if field and (titled := closest(field, formal, places, today)):
        return Scope((titled,))
    # Of “OPC贷款” neither word alone tells all that belongs to it.
    if any(word.isascii() for word in field) and not elsewhere:
        return None
    return Scope(tuple(here if elsewhere else formal), field, words)


def _asks_for_all(question: Question) -> bool:
    text = (question.text if question.is_english else question.standalone).lower()
    if _ASKS_FOR_ALL.search(text):
        return not (question.is_english and question.untranslated)
    return bool(question.documents) and bool(_ASKS_FOR_CONTENTS.search(text))


def is_particular(question: Question, today: date) -> bool:
    """Whether something is asked that a list of all does not answer."""
    otherwise = set(question.kinds) & _OTHERWISE_ASKED
    if question.asked is Asked.LIST:
        otherwise -= _ALSO_LISTED
    text = _WHETHER.sub("", f"{question.text} {question.standalone}".lower())
    return bool(
        otherwise
        or question.claims
        or question.clause_reference is not None
        or question.unknown_documents
        or any(year != today.year for year in question.years)
        or asks_for_districts(question)
        or _PARTICULAR.search(text)
        or any(
            one.kind in _FIGURES and one.unit not in ("", "条")
            for one in parse_figures(question.standalone)
        )
    )


def _of_something_else(question: Question) -> bool:
    """Whether it names a document that is not known, two subjects, or what the state gives."""
    text = question.standalone
    above = not question.places and _GIVEN_FROM_ABOVE.search(text)
    several = _SEVERAL.search(text) or _AND.search(question.text)
    return bool(above or several or _COUNTED_NAME.search(text))
