"""The documents that are of a field: “人工智能”, “OPC认定”, and the words that name one."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from answer.asked_for.special import is_for_others
from answer.matter import matter
from answer.places.levels import Level, level_of
from answer.standing.rank import Rank, rank_of
from answer.understanding import Question
from answer.understanding.content import telling_runs
from answer.understanding.places import without_places
from answer.understanding.same_words import in_common_words
from index.validity import validity_on
from records import Document, Validity

SUPPORT = "支持|补贴|补助|奖励|资助|扶持|政策|措施|优惠|好处|红利|福利"
# Words that name no matter: what is asked for, of whom, and in which field at large.
_BROAD = re.compile(
    f"{SUPPORT}|公司|企业|单位|机构|(?:人民)?政府|产业|行业|领域|方面|项目|资金|内容|规定|具体|主要|"
    "相关|有关|各类|各种|申请|申报|享受|发展|介绍|概括|的|[0-9一二三四五六七八九十]+[条年]?"
)
_BROAD_IN_TITLES = re.compile("办公厅|关于|加快|推进|促进|推动|实施|意见|方案|进一步")
# What may be left of a run of words without making it particular: “在武汉开公司”.
_HARMLESS = frozenset("开办搞做类想能可在有对给")
# A text without dates that is older than this may have lapsed long since.
_STALE_DAYS = 730
_NUMBERED = re.compile("[\u4e00-\u9fff]{1,8}[〔[(【]? ?20[0-9]{2}[〕\\])】年]? ?第?[0-9]{1,4}号")


@dataclass(frozen=True, slots=True)
class Scope:
    """What is to be told: the clauses of `documents` that speak of `field`, all if it is empty.

    `words` are those of the question that the field is made of. The documents are as they were
    given, so perhaps without their texts.
    """

    documents: tuple[Document, ...]
    field: frozenset[str] = frozenset()
    words: str = ""


def field_words(text: str, places: Collection[str]) -> str | None:
    """The words of a question that name its field, without places and what all such questions say.

    None if a single character is left over, which may make it a question about something
    particular.
    """
    # Places are found by the words around them, too, so before these go.
    runs = " ".join(telling_runs(_NUMBERED.sub(" ", without_places(text, places))))
    left = _BROAD.sub(" ", in_common_words(runs))
    if any(len(run) == 1 and run not in _HARMLESS for run in left.split()):
        return None
    return " ".join(left.split())


def field_of(title: str, places: Collection[str] = ()) -> frozenset[str]:
    """The telling words of a title beyond those that every title of a policy has."""
    own = in_common_words(without_places(title, places))
    return matter(_BROAD_IN_TITLES.sub(" ", _BROAD.sub(" ", own)))


def closest(
    field: frozenset[str], documents: Sequence[Document], places: Sequence[str], today: date
) -> Document | None:
    """Of those whose title names the field the one that surely is in force, then the one whose
    title names least besides, then the newest."""
    titled = [one for one in documents if field <= field_of(one.title)]

    def order(document: Document) -> tuple[bool, int, int]:
        published = document.published.toordinal() if document.published else 0
        unsure = validity_on(document, today) is Validity.UNKNOWN
        return unsure, len(field_of(document.title, places)), -published

    return min(titled, key=order, default=None)


def holds_at(question: Question, document: Document, place: str, today: date) -> bool:
    """Whether it is a measure or a guide to one of the place, in force, for those who ask."""
    standing = validity_on(document, today)
    fresh = document.published and (today - document.published).days <= _STALE_DAYS
    in_force = standing is Validity.IN_FORCE or (standing is Validity.UNKNOWN and bool(fresh))
    return in_force and _is_for(question, document, place)


def held_at(question: Question, document: Document, place: str, today: date) -> bool:
    """Whether it was one until it expired."""
    expired = validity_on(document, today) is Validity.EXPIRED
    return expired and _is_for(question, document, place)


def _is_for(question: Question, document: Document, place: str) -> bool:
    return (
        level_of(document.region, place) is Level.SAME
        and rank_of(document) <= Rank.RULE
        and not is_for_others(question, document.title)
    )
