"""Which places a question asks about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answer.understanding.asking import asking_clauses
from answer.understanding.knowledge import Knowledge
from answer.understanding.places import begins_other_name, named_places
from answer.understanding.stated import GIVING, TO_US

# “市里实际补了我15万”
_GOT = re.compile(
    f"[^,，。;；]*(?:{GIVING}[了到过]?{TO_US}|"
    f"(?:实际|已经?)(?:{GIVING}|领|拿)[了到过]?|(?:领|拿|收)到?了|{GIVING}[了到过])"
    "[^,，。;；?？多几]{0,4}?[0-9.]+ ?(?:[万亿千]元?|元)"
    "|[^,，。;；]*已经?(?:领|拿|享受|得到)[了到过][^,，。;；]*"
    "|[^,，。;；]*(?:刚刚?(?:领|拿|收|得)到?了?|中了|入选了?|评上了?)[^,，。;；?？多几]*"
    # “武昌补60%那武汉市给多少”
    "|[^,，。;；]*[0-9](?:%|成|[万亿千]元?|元|[年人])[,，]?那(?!个|些|边)么?"
)
# “省里(不是市里)”
_NOT_OF = re.compile("(?<!是)(?:不是|不算|不含)(?:指|说|问)?$")
# “武汉最高20万，比杭州少多少”
_COMPARES = re.compile(
    "[和与跟及]|各|分别|比|差|区别|不同|一样|更|哪[边个]|同时|叠加|都[能可]|两[地边头]|还是|呢(?=$|[?？])"
)

# “按武汉市补贴的几成”: what something is reckoned by is not asked about.
_BY = ("按", "照", "依", "据")

_Found = tuple[int, int, str]


def places_asked(text: str, known: Knowledge) -> tuple[str, ...]:
    """The places asked about, in order: of the gazetteer, and regions that documents are from.

    Whoever gave what the asker has got is not asked, where another place is; nor is a place that
    is only told of, where one clause asks and names one: “找上海的机构检测，湖北的券能用吗”.
    """
    found = [(place.start, place.end, place.name) for place in named_places(text)]
    for region in known.regions:
        at = text.find(region)
        end = at + len(region)
        # 全国 is no place in 全国性.
        if at < 0 or begins_other_name(text, end):
            continue
        if all(end <= start or at >= other_end for start, other_end, _ in found):
            found.append((at, end, region))
    got = [match.span() for match in _GOT.finditer(text)]
    asked = [
        one
        for one in found
        if not any(start <= one[0] < end for start, end in got)
        and _NOT_OF.search(text[: one[0]]) is None
    ]
    return tuple(dict.fromkeys(name for _, _, name in sorted(_of_asking(text, asked or found))))


def _of_asking(text: str, found: Sequence[_Found]) -> Sequence[_Found]:
    """Those in the clauses that ask, if they name one place; else all."""
    asking = asking_clauses(text)
    inside = [one for one in found if any(start <= one[0] < end for start, end in asking)]
    by_another = any(text[max(0, start - 1) : start] in _BY for start, _, _ in inside)
    if len({name for _, _, name in inside}) != 1 or by_another or _COMPARES.search(text):
        return found
    return inside
