"""What a figure is counted by (每家每年, 元/月, per year), and whether it adds up (累计)."""

from __future__ import annotations

import re
from collections.abc import Iterator

EACH = "个"  # each company, project, platform …
# Canonical name: how it is said behind 每, and behind “per”.
PER_NAMES = {
    "半年": ("半年", "half-year"),
    "年": ("一?年度?", "year"),
    "季度": ("个?季度", "quarter"),
    "月": ("个?月", "month"),
    "周": ("周|星期", "week"),
    "日": ("[日天]", "day"),
    "小时": ("个?小时", "hour"),
    "次": ("一?次", "time"),
    "笔": ("笔", "transaction"),
    "人": ("一?[人名位]", "person"),
    "平方米": ("平方米|平米|㎡", "square metre"),
    "公里": ("公里", "kilometre"),
    "亩": ("亩", "mu"),
    "卡时": ("卡时", "card-hour"),
    "度": ("度|千瓦时", "kWh"),
}
_NAMED = "|".join(f"({han})" for han, _ in PER_NAMES.values())
_NAMED_LATIN = "|".join(f"({latin})" for _, latin in PER_NAMES.values())
_HAN = re.compile(rf"每(?:{_NAMED}|[^零一二两三四五六七八九十百千万逢当新增满超达隔\W\d])")
_SINGLE = re.compile("单[个家户项款套台辆件篇只支]")
_SLASH = re.compile(rf"/(?:{_NAMED}|[个家户项款套台辆件篇])")
_EVERY = re.compile(rf"每(?:{_NAMED}|[个家户项款套台辆件篇])(?=[,。;、)\n])")
_LATIN = re.compile(
    rf"\b(?:(?:per|each|every|a(?= (?:year|month|day|week)\b)) (?:{_NAMED_LATIN})\b"
    r"|(?P<year>annually|yearly|per annum)|(?P<month>monthly)|(?P<head>per (?:head|capita))"
    r"|each\b|per [a-z]+)",
    re.IGNORECASE,
)
_OTHER_WORDS = {"年均": "年", "月均": "月", "人均": "人", "日均": "日", "单次": "次", "单笔": "笔"}
_CUMULATIVE = re.compile(
    r"累计|合计|总计|共计|总额|总共|一共|\b(?:in total|cumulative(?:ly)?|total of|aggregate)\b",
    re.IGNORECASE,
)


def is_cumulative(lead: str, trail: str) -> bool:
    """Whether the words before or, in English, behind a figure say that it is a sum over time."""
    return bool(_CUMULATIVE.search(lead) or re.match(r" (?:in total|cumulatively)\b", trail))


def counted_by(lead: str, trail: str) -> tuple[str, ...]:
    """The names of what a figure between `lead` and `trail` is counted by, sorted.

    `lead` is the clause as far as the figure, `trail` what follows it to the next figure. Each
    company, project or other thing is `EACH`, whatever it is called.
    """
    return tuple(sorted({*_before(lead), *_behind(trail)}))


def _before(lead: str) -> Iterator[str]:
    for match in _HAN.finditer(lead):
        yield _name(match)
    if _SINGLE.search(lead):
        yield EACH
    for word, name in _OTHER_WORDS.items():
        if word in lead:
            yield name
    for match in _LATIN.finditer(lead):
        yield _latin_name(match)


def _behind(trail: str) -> Iterator[str]:
    match = _SLASH.match(trail) or _EVERY.match(trail)
    while match:
        yield _name(match)
        match = _SLASH.match(trail, match.end())
    for latin in _LATIN.finditer(re.split(r"[,;。]|\. ", trail, maxsplit=1)[0]):
        yield _latin_name(latin)


def _name(match: re.Match[str]) -> str:
    return EACH if match.lastindex is None else list(PER_NAMES)[match.lastindex - 1]


def _latin_name(match: re.Match[str]) -> str:
    names = {"year": "年", "month": "月", "head": "人"}
    return names[match.lastgroup] if match.lastgroup else _name(match)
