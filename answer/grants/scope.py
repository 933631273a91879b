"""Whose grants answer the question “what support is there?”."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from answer.authority import Rank, rank_of
from answer.locality import Level, level_of
from answer.matter import matter
from answer.special import is_for_others
from answer.understanding import Asked, Question
from answer.understanding.content import telling_runs
from answer.understanding.places import without_places
from answer.understanding.same_words import in_common_words
from index.validity import validity_on
from records import Document, Validity

# With fewer grants a document, or a field, is not told as a list of them.
FEWEST_LINES, FEWEST_OF_FIELD = 3, 2
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
_SUPPORT = "支持|补贴|补助|奖励|资助|扶持|政策|措施|优惠|好处|红利|福利"
# Not “哪些领域”, “哪些企业”: those ask whom or what a support is for.
_WHICH = (
    "(?:哪些|什么|啥|哪几[种类项]?)"
    "(?!领域|方向|行业|产业|企业|公司|人(?!工智能)|单位|对象|区|城市|模型|场景|平台|类型|"
    "材料|时候|时间|部门|条件|流程|手续|要求)"
)
_ASKS_FOR_ALL = re.compile(
    f"有{_WHICH}[^,，。?？]{{0,8}}?(?:{_SUPPORT})|{_WHICH}(?:样的?)?(?:具体|主要)?的?(?:{_SUPPORT})|"
    f"(?:{_SUPPORT}|内容)(?:都|分别|具体|主要)?(?:有|包括|是){_WHICH}|"
    f"(?:补|奖|支持|扶持|给|讲|规定|写|享受|申请|申领|领|拿)(?:到|了|的是|些)?{_WHICH}|"
    "介绍(?:一?下)?|主要内容|"
    r"what (?:support|subsid|grants?|incentives|benefits|policies|measures)|overview|main points"
)
# Words that name no matter: what is asked for, of whom, and in which field at large.
_BROAD = re.compile(
    f"{_SUPPORT}|公司|企业|单位|机构|(?:人民)?政府|办公厅|产业|行业|领域|方面|项目|资金|内容|规定|具体|主要|"
    "相关|有关|各类|各种|申请|申报|享受|发展|关于|加快|推进|促进|推动|实施|意见|方案|介绍|概括|的|"
    "[0-9一二三四五六七八九十]+[条年]?"
)
_GIVEN_FROM_ABOVE = re.compile("国家(?!级)|中央|国务院|全国|省里|省级")
_NUMBERED = re.compile("[\u4e00-\u9fff]{1,8}[〔[(【]? ?20[0-9]{2}[〕\\])】年]? ?第?[0-9]{1,4}号")


@dataclass(frozen=True, slots=True)
class Scope:
    """What is to be told: the grants of `documents` that speak of `field`, of any if it is empty.

    `fewest`: with fewer than so many it is not told as a list.
    """

    documents: tuple[Document, ...]
    field: frozenset[str] = frozenset()
    fewest: int = FEWEST_LINES


def scope_of(
    question: Question, documents: Sequence[Document], home: str, today: date
) -> Scope | None:
    """Whose grants answer the question; None if it asks for something particular.

    Those of the document that it names, or, where it names no more than a field
    (“人工智能企业有什么补贴”, “算力有哪些支持”) at one place, or at `home`: of the formal document
    in force whose title names that field and least besides, else what the place's documents give
    in it.
    """
    text = (question.text if question.is_english else question.standalone).lower()
    otherwise = set(question.kinds) & _OTHERWISE_ASKED
    if question.asked is Asked.LIST:
        otherwise -= _ALSO_LISTED
    if otherwise or not _ASKS_FOR_ALL.search(text):
        return None
    runs = telling_runs(_NUMBERED.sub(" ", question.standalone))
    field, places = _field(" ".join(runs), question.places), question.places
    if question.documents:
        named = [one for one in documents if one.id in question.documents]
        whole = len(question.documents) == 1 and named and field <= _field(named[0].title)
        return Scope((named[0],)) if whole else None
    if not places and _GIVEN_FROM_ABOVE.search(question.standalone):
        return None
    elsewhere = bool(places) and places[0] != home
    if len(places) > 1 or not home or not (field or elsewhere):
        return None
    here = [one for one in documents if _holds_at(question, one, (*places, home)[0], today)]
    formal = [one for one in here if rank_of(one) is Rank.FORMAL]
    if field and (titled := [one for one in formal if field <= _field(one.title)]):
        return Scope((min(titled, key=lambda one: _order(one, places, today)),))
    return Scope(tuple(here if elsewhere else formal), field, FEWEST_OF_FIELD)


def _field(text: str, places: Collection[str] = ()) -> frozenset[str]:
    """The telling words of a text beyond those that every question or title of a policy has."""
    return matter(_BROAD.sub(" ", in_common_words(without_places(text, places))))


def _order(document: Document, places: Sequence[str], today: date) -> tuple[bool, int, int]:
    """What is surely in force first, then what names least besides, then the newest."""
    published = document.published.toordinal() if document.published else 0
    unsure = validity_on(document, today) is Validity.UNKNOWN
    return unsure, len(_field(document.title, places)), -published


def _holds_at(question: Question, document: Document, place: str, today: date) -> bool:
    """Whether it is a measure or a guide to one of the place, in force, for those who ask."""
    return (
        level_of(document.region, place) is Level.SAME
        and rank_of(document) <= Rank.RULE
        and validity_on(document, today) in (Validity.IN_FORCE, Validity.UNKNOWN)
        and not is_for_others(question, document.title)
    )
