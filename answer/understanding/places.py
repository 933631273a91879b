"""Places: which ones a text names, and what lies within what."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from answer.understanding.data_files import table
from answer.understanding.lexicon import tokens

# What kind of place a name says it is; of a zone it is part of the name (长江新区, 武汉经开区).
_KIND = re.compile(
    "(?:(?:壮族|回族|维吾尔)?自治区|特别行政区|自治州|地区|林区|省|市|(?<![新发高经开景片园])区|盟)$"
)
_NATIONS = re.compile(
    "(?:土家族|苗族|布依族|侗族|藏族|羌族|彝族|哈尼族|壮族|傣族|白族|景颇族|傈僳族|朝鲜族|蒙古族"
    "|回族|蒙古|哈萨克|柯尔克孜)+$"
)

# What lies deeper, as `depth` counts, is a district.
_DEPTH_OF_CITIES = 2

# Who speaks of a level by its bare word: “国家给什么补贴”, “省算力券”, “市补贴和省补贴”. The words
# after it are what keep “国家级”, “国家实验室”, “省钱” and “市场” out.
_BARE = "(?:^|(?<=[,，。;；?？、和跟与除问]))"
_NATION_SPOKEN_OF = re.compile(
    f"{_BARE}国家(?=给|对|出台|发|会?补|奖|有(?:什么|啥|哪|没有)|能给|最高|那边|这边)"
)
_HOME_SPOKEN_OF = re.compile(
    f"{_BARE}(?P<level>[省市])(?=算力|补贴|补助|政策|扶持|奖励|奖补|资金|专项|给|对企业|有(?:什么|啥|哪|没有)|"
    # What the province's offices do is the province's; home's are named without it.
    "(?<=省)(?![钱心力时事])[\u4e00-\u9fff]{2,6}(?<![布格结])[局厅])"
)


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place that stands in a text: `text[start:end]` names the place `name` of the gazetteer."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Every known place: the one it lies in, and the ways to write it."""

    parents: Mapping[str, str]
    spellings: Mapping[str, str]
    weak: frozenset[str]
    pattern: re.Pattern[str]
    other_name: re.Pattern[str]
    country: str
    home: Mapping[str, str]


def is_within(place: str, other: str) -> bool:
    """Whether `place` lies in `other`, or is the same. Unknown places lie in nothing."""
    parents = gazetteer().parents
    at: str | None = place
    while at is not None:
        if at == other:
            return True
        at = parents.get(at)
    return False


def parent(place: str) -> str:
    """The place that `place` lies in next; empty for the country and for unknown places."""
    return gazetteer().parents.get(place, "")


def depth(place: str) -> int:
    """How many places `place` lies in: 0 for the country and for unknown places."""
    steps = 0
    while place := parent(place):
        steps += 1
    return steps


def asked_of(place: str, text: str) -> str:
    """A question that names no place, asked of one: “武昌区的算力券补多少”, “在武昌区我们…”."""
    return f"在{place}{text}" if text.startswith(("我", "咱")) else f"{place}的{text}"


def canonical_place(name: str) -> str:
    """The gazetteer's name for a way of writing it (光谷: 东湖高新区); empty if it is unknown."""
    known = gazetteer()
    return name if name in known.parents else known.spellings.get(name, "")


def begins_other_name(text: str, end: int) -> bool:
    """Whether a place's name that ends at `end` only begins a longer one: 武汉大学, 全国性."""
    return gazetteer().other_name.match(text, end) is not None


def named_places(text: str) -> list[NamedPlace]:
    """The places that `text` (plain) names, in order; of “武汉市江夏区” only the district.

    Names inside other names (武汉大学, 北京路, 上海南站) are none.
    """
    found: list[NamedPlace] = []
    for place in sorted([*_spelled(text), *_levels(text)], key=lambda one: one.start):
        last = found[-1] if found else None
        touches = last is not None and text[last.end : place.start] in ("", "的")
        if text[place.start : place.end] in gazetteer().weak:
            before = text[: place.start]
            if touches or before.endswith(("国家", "国家级", "省级", "各", "个", "类", "的")):
                continue
        if last is not None and touches and is_within(place.name, last.name):
            found[-1] = NamedPlace(place.name, last.start, place.end)
        else:
            found.append(place)
    return found


def _spelled(text: str) -> Iterator[NamedPlace]:
    known = gazetteer()
    inside = {at for token in tokens(text) for at in range(token.start + 1, token.end)}
    for match in known.pattern.finditer(text):
        if begins_other_name(text, match.end()):
            continue
        written = match.group()
        # Cut off the end of a longer word: 海南 in 上海南站, 北海 in 湖北海洋.
        if match.start() in inside and not written.endswith(("市", "区", "省", "州")):
            continue
        yield NamedPlace(known.spellings[written], *match.span())


def _levels(text: str) -> Iterator[NamedPlace]:
    known = gazetteer()
    for match in _NATION_SPOKEN_OF.finditer(text):
        yield NamedPlace(known.country, *match.span())
    for match in _HOME_SPOKEN_OF.finditer(text):
        yield NamedPlace(known.home[match["level"]], *match.span())


@cache
def gazetteer() -> Gazetteer:
    """The places of the data file, read once."""
    data = table("gazetteer")
    country = data["country"]["name"]
    parents: dict[str, str] = {}
    for province, cities in data["provinces"].items():
        parents[province] = country
        parents |= dict.fromkeys(cities.split(), province)
    for district in data["districts"]:
        parents[district["name"]] = district["in"]
    only_full = set(data["full_name_only"].split())
    spellings: dict[str, str] = {}
    # Provinces first: 海南 and 吉林 are the provinces, not the prefecture and the city.
    for name in parents:
        spellings.setdefault(name, name)
        short = _short(name)
        if name not in only_full and len(short) > 1:
            spellings.setdefault(short, name)
    for district in data["districts"]:
        spellings |= dict.fromkeys(district.get("aliases", ()), district["name"])
    home = data["home"]
    spellings |= dict.fromkeys(data["country"]["aliases"], country)
    spellings |= dict.fromkeys(home["province_aliases"], home["province"])
    spellings |= dict.fromkeys(home["city_aliases"], home["city"])
    longest_first = sorted(spellings, key=len, reverse=True)
    return Gazetteer(
        parents=parents,
        spellings=spellings,
        weak=frozenset(data["weak_aliases"]),
        pattern=re.compile("|".join(map(re.escape, longest_first))),
        other_name=re.compile("".join(data["not_a_place_before"].split())),
        country=country,
        home={"省": home["province"], "市": home["city"]},
    )


def _short(name: str) -> str:
    if name == "内蒙古自治区":
        return "内蒙古"
    return _NATIONS.sub("", _KIND.sub("", name)) or name


def are_of_one_city(first: str, second: str) -> bool:
    """Whether both are districts of the same city; names as `canonical_place` gives them."""
    return depth(first) > _DEPTH_OF_CITIES and parent(first) == parent(second)


def without_places(text: str, names: Collection[str]) -> str:
    """The text without its mentions of the places `names`, a blank for each."""
    parts, at = [], 0
    for place in named_places(text):
        if place.name in names:
            parts.append(text[at : place.start])
            at = place.end
    return " ".join([*parts, text[at:]]).strip()
