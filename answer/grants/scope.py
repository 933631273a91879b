"""Whose grants answer the question “what support is there?”."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from answer.authority import Rank, rank_of
from answer.figures import FigureKind, parse_figures
from answer.locality import Level, asks_for_districts, level_of
from answer.matter import matter
from answer.special import is_for_others
from answer.understanding import Asked, Question
from answer.understanding.content import telling_runs
from answer.understanding.places import without_places
from answer.understanding.same_words import in_common_words
from index.validity import validity_on
from records import Document, Validity

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
    "(?!领域|方向|行业|产业|企业|公司|人(?!工智能)|单位|对象|区|城市|模型|场景|平台|类型|意思|文件|"
    "材料|时候|时间|部门|条件|流程|手续|要求)"
)
_ASKS_FOR_ALL = re.compile(
    f"有{_WHICH}[^,，。?？]{{0,8}}?(?:{_SUPPORT})|{_WHICH}(?:样的?)?(?:具体|主要)?的?(?:{_SUPPORT})|"
    f"(?:{_SUPPORT}|内容)(?:都|分别|具体|主要)?(?:有|包括|是){_WHICH}|"
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
# Words that name no matter: what is asked for, of whom, and in which field at large.
_BROAD = re.compile(
    f"{_SUPPORT}|公司|企业|单位|机构|(?:人民)?政府|产业|行业|领域|方面|项目|资金|内容|规定|具体|主要|"
    "相关|有关|各类|各种|申请|申报|享受|发展|介绍|概括|的|[0-9一二三四五六七八九十]+[条年]?"
)
_BROAD_IN_TITLES = re.compile("办公厅|关于|加快|推进|促进|推动|实施|意见|方案|进一步")
# What may be left of a run of words without making it particular: “在武汉开公司”.
_HARMLESS = frozenset("开办搞做类想能可在有对给")
_FIGURES = frozenset(
    {
        FigureKind.AMOUNT,
        FigureKind.RATE,
        FigureKind.COUNT,
        FigureKind.QUANTITY,
        FigureKind.PERIOD,
    }
)
# A text without dates that is older than this may have lapsed long since.
_STALE_DAYS = 730
_GIVEN_FROM_ABOVE = re.compile("国家(?!级)|中央|国务院|全国|省里|省级")
_NUMBERED = re.compile("[\u4e00-\u9fff]{1,8}[〔[(【]? ?20[0-9]{2}[〕\\])】年]? ?第?[0-9]{1,4}号")


@dataclass(frozen=True, slots=True)
class Scope:
    """What is to be told: the grants of `documents` that speak of `field`, of any if it is empty.

    `words` are those of the question that the field is made of. The documents are as they were
    given, so perhaps without their texts.
    """

    documents: tuple[Document, ...]
    field: frozenset[str] = frozenset()
    words: str = ""


def scope_of(
    question: Question, documents: Sequence[Document], home: str, today: date
) -> Scope | None:
    """Whose grants answer the question; None if it asks for something particular.

    Those of the document that it names, or, where it names no more than a field
    (“人工智能企业有什么补贴”, “算力有哪些支持”) at one place, or at `home`: of the formal document
    in force whose title names that field and least besides, else what the place's documents give
    in it. Of a place other than home that has none in force, those that have expired.
    """
    if not _asks_for_all(question) or _is_particular(question, today):
        return None
    leftover = _leftover(_NUMBERED.sub(" ", question.standalone), question.places)
    if any(len(run) == 1 and run not in _HARMLESS for run in leftover.split()):
        return None
    field, places = matter(leftover), question.places
    if question.documents:
        named = [one for one in documents if one.id in question.documents]
        whole = len(question.documents) == 1 and named and field <= _field(named[0].title)
        return Scope((named[0],)) if whole else None
    if _of_something_else(question):
        return None
    elsewhere = bool(places) and places[0] != home
    if len(places) > 1 or not home or not (field or elsewhere):
        return None
    place = (*places, home)[0]
    here = [one for one in documents if _holds_at(question, one, place, today)]
    if elsewhere and not here:
        # What has expired is told, marked, where a place has nothing else.
        here = [one for one in documents if _held_at(question, one, place, today)]
    formal = [one for one in here if rank_of(one) is Rank.FORMAL]
    if field and (titled := [one for one in formal if field <= _field(one.title)]):
        return Scope((min(titled, key=lambda one: _order(one, places, today)),))
    # Of “OPC贷款” neither word alone tells all that belongs to it.
    if any(word.isascii() for word in field) and not elsewhere:
        return None
    return Scope(tuple(here if elsewhere else formal), field, " ".join(leftover.split()))


def _asks_for_all(question: Question) -> bool:
    text = (question.text if question.is_english else question.standalone).lower()
    if _ASKS_FOR_ALL.search(text):
        return not (question.is_english and question.untranslated)
    return bool(question.documents) and bool(_ASKS_FOR_CONTENTS.search(text))


def _is_particular(question: Question, today: date) -> bool:
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


def _leftover(text: str, places: Collection[str] = ()) -> str:
    """The telling words of a question beyond those that every such question has."""
    runs = " ".join(telling_runs(text))
    return _BROAD.sub(" ", in_common_words(without_places(runs, places)))


def _field(title: str, places: Collection[str] = ()) -> frozenset[str]:
    """The telling words of a title beyond those that every title of a policy has."""
    own = in_common_words(without_places(title, places))
    return matter(_BROAD_IN_TITLES.sub(" ", _BROAD.sub(" ", own)))


def _order(document: Document, places: Sequence[str], today: date) -> tuple[bool, int, int]:
    """What is surely in force first, then what names least besides, then the newest."""
    published = document.published.toordinal() if document.published else 0
    unsure = validity_on(document, today) is Validity.UNKNOWN
    return unsure, len(_field(document.title, places)), -published


def _holds_at(question: Question, document: Document, place: str, today: date) -> bool:
    """Whether it is a measure or a guide to one of the place, in force, for those who ask."""
    standing = validity_on(document, today)
    fresh = document.published and (today - document.published).days <= _STALE_DAYS
    in_force = standing is Validity.IN_FORCE or (standing is Validity.UNKNOWN and bool(fresh))
    return in_force and _is_for(question, document, place)


def _held_at(question: Question, document: Document, place: str, today: date) -> bool:
    """Whether it was one until it expired."""
    expired = validity_on(document, today) is Validity.EXPIRED
    return expired and _is_for(question, document, place)


def _is_for(question: Question, document: Document, place: str) -> bool:
    return (
        level_of(document.region, place) is Level.SAME
        and rank_of(document) <= Rank.RULE
        and not is_for_others(question, document.title)
    )
