"""How the words around a figure bind it: 不低于, 最高, 超过, 以上, 左右, up to, at least."""

from __future__ import annotations

import re

from answer.figures.model import FigureKind, Modality

WINDOW = 24  # characters that a bound reaches over: 最高给予牵头单位一次性奖励 20万元

_MAY = "(?:得|能够?|会|应当?|可以?|允许|宜|再|要)?"
# Patterns are tried in this order, so that 不超过 is read before the 超过 in it.
_LEADING = {
    Modality.AT_LEAST: rf"不{_MAY}(?:低于|少于|小于)|至少|最[低少](?![生工])|起码|大于等于|≥"
    "|at least|(?:no|not) (?:less|fewer|lower) than|minimum(?: of)?",
    Modality.AT_MOST: rf"[不未]{_MAY}(?:超过|超出|高于|大于|多于)|[不未]{_MAY}超(?![\u4e00-\u9fff])"
    "|最[多长大晚迟](?!限)|最高(?!人民)|至多|(?<!不设)(?<!无)上限|封顶|小于等于|≤"
    "|up to|at most|(?:no|not) (?:more|higher|longer) than|not exceed(?:ing)?|maximum(?: of)?"
    "|capped at|cap of|within",
    Modality.LESS_THAN: "不足|不满|未满|不到|未达到?|低于|少于|小于|<|less than|fewer than",
    Modality.MORE_THAN: "超[过出](?!部分|的)|大于|高于|多于|>|more than|exceed(?:s|ed)?"
    "|in excess of|greater than",
}
# These bind only a figure right behind them: 超算, 近日, 节约, 突破性 are other words.
_ADJACENT = {
    Modality.AT_LEAST: "(?<![不未届期])满",
    Modality.MORE_THAN: r"突?破了?|超|逾|\b(?:over|above|exceeding) ",
    Modality.LESS_THAN: r"\b(?:under|below) ",
    Modality.ABOUT: "大约|(?<![节预签合契公])约|将近|接近|大概"
    r"|\b(?:about|around|approximately|nearly|roughly) ",
}
_NEARLY = re.compile("(?<![最附临靠邻])近$")
_TRAILING = {
    Modality.MORE_THAN: r"\(不含[^)]{0,6}\)以上|以上\(不含",
    Modality.LESS_THAN: r"\(不含[^)]{0,6}\)以下|以下\(不含",
    Modality.AT_LEAST: r"(?:及|或|\(含[^)]{0,6}\))?以上| (?:or|and) (?:more|above|over)\b",
    Modality.AT_MOST: r"(?:及|或|\(含[^)]{0,6}\))?(?:以下|[以之]内)|封顶|为上?限"
    r"| (?:or|and) (?:less|fewer|below|under)\b",
    Modality.ABOUT: "左右|上下",
}
_INSIDE = re.compile("内(?![地容部外涵])")
_UPWARD = re.compile("起(?![草诉点步源])")
_FROM = re.compile(
    r"(?:自|从)$|\b(?:from|since|starting|effective|as of|after)(?: from)?(?: the)?(?: year)? $",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"(?:至|到|截至|截止(?:时间|日期)?[为:于]?|不晚于)$"
    r"|\b(?:until|till|by|before|through|no later than)(?: the)?(?: year)? $",
    re.IGNORECASE,
)
_FROM_BEHIND = re.compile("起(?![草诉点步源])|以来|开始|[之以]?后")
_UNTIL_BEHIND = re.compile("[之以]?前(?![后沿瞻期往列])|止|为止|截止|到期")


def _any_of(words: dict[Modality, str]) -> re.Pattern[str]:
    return re.compile("|".join(f"({word})" for word in words.values()), re.IGNORECASE)


_LEADING_WORD = _any_of(_LEADING)
_TRAILING_WORD = _any_of(_TRAILING)
_ADJACENT_WORD = re.compile(f"(?:{_any_of(_ADJACENT).pattern})$", re.IGNORECASE)


def bound(lead: str, trail: str, kind: FigureKind) -> Modality:
    """The modality that a figure of `kind` has between `lead` and `trail`, EXACT if none.

    `lead` is the clause as far as the figure, `trail` what stands behind it. A word behind the
    figure (以上, 以内) counts before one in front of it; of those, the nearest.
    """
    lead = lead[-WINDOW:]
    if kind in (FigureKind.DATE, FigureKind.TIME):
        return _bound_of_date(lead, trail)
    behind = _TRAILING_WORD.match(trail)
    if behind:
        return _named(_TRAILING, behind)
    if kind is FigureKind.PERIOD and _INSIDE.match(trail):
        return Modality.AT_MOST
    if kind in (FigureKind.AMOUNT, FigureKind.RATE) and _UPWARD.match(trail):
        return Modality.AT_LEAST
    return _bound_before(lead, kind)


def _bound_before(lead: str, kind: FigureKind) -> Modality:
    adjacent = _ADJACENT_WORD.search(lead)
    words = list(_LEADING_WORD.finditer(lead))
    if adjacent and not (words and words[-1].end() >= adjacent.end()):
        return _named(_ADJACENT, adjacent)
    # 近三年 are the last three years, 近三成 almost three tenths.
    if kind is not FigureKind.PERIOD and _NEARLY.search(lead):
        return Modality.ABOUT
    return _named(_LEADING, words[-1]) if words else Modality.EXACT


def _bound_of_date(lead: str, trail: str) -> Modality:
    if _UNTIL_BEHIND.match(trail) or (_UNTIL.search(lead) and not _FROM_BEHIND.match(trail)):
        return Modality.AT_MOST
    if _FROM_BEHIND.match(trail) or _FROM.search(lead):
        return Modality.AT_LEAST
    about = trail.startswith(("前后", "左右")) or lead.endswith("around ")
    return Modality.ABOUT if about else Modality.EXACT


def _named(words: dict[Modality, str], match: re.Match[str]) -> Modality:
    assert match.lastindex is not None
    return list(words)[match.lastindex - 1]
