"""The force of a text."""

from __future__ import annotations

import re
from enum import IntEnum

from records import Document, TextKind


class Rank(IntEnum):
    """The force of a text; smaller is stronger."""

    FORMAL = 0
    RULE = 1
    EXPLANATION = 2
    NEWS = 3
    DRAFT = 4


_RANKS = {
    "law": Rank.FORMAL,
    "regulation": Rank.FORMAL,
    "measure": Rank.FORMAL,
    "rule": Rank.RULE,
    "notice": Rank.RULE,
    "guide": Rank.RULE,
    "plan": Rank.RULE,
    "interpretation": Rank.EXPLANATION,
    "news": Rank.NEWS,
    "draft": Rank.DRAFT,
}
KINDS = tuple(_RANKS)
"""The kinds of documents that have a rank."""
_EXPLAINING_TITLE = re.compile("解读|问答|起草说明|答复|新闻发布|发布会|口径|图解")
_RULE_TITLE = re.compile("通知|公告|指南|细则|管理(?:暂行)?办法|方案|规划")


def rank_of(document: Document) -> Rank:
    """The force of a document, by its kind and text kind, then by what its title calls it.

    A text of unknown kind counts as formal unless its title says otherwise.
    """
    if document.text_kind is TextKind.NEWS:
        return Rank.NEWS
    rank = _RANKS.get(document.kind)
    if rank is Rank.DRAFT or rank is Rank.NEWS:
        return rank
    if _EXPLAINING_TITLE.search(document.title):
        return Rank.EXPLANATION
    if rank is not None:
        return rank
    return Rank.RULE if _RULE_TITLE.search(document.title) else Rank.FORMAL
