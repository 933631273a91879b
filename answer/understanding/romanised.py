"""Chinese place names in Latin letters, as English texts write them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pypinyin import lazy_pinyin

from answer.understanding.places import gazetteer

# The ends of long names that English leaves out.
_KINDS = ("省", "市", "区")


@cache
def romanised_places() -> Mapping[str, str]:
    """`guangzhou` → 广州市, for provinces, cities and districts; ambiguous spellings are left out.

    Where a province and a city read alike (Shanxi has its own spelling in the glossary, Jilin),
    the province wins, as in Chinese.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for place in gazetteer().parents:
        short = place
        for kind in _KINDS:
            short = short.removesuffix(kind)
        if not 2 <= len(short) <= 4 or short.endswith(("州自治", "自治")):
            continue
        written = "".join(lazy_pinyin(short))
        if written in found and not place.endswith("省"):
            taken.add(written)
            continue
        found.setdefault(written, place)
    return {written: place for written, place in found.items() if written not in taken}
