"""Which places a question asks about."""

from __future__ import annotations

import re

from answer.understanding.knowledge import Knowledge
from answer.understanding.places import named_places
from answer.understanding.stated import GIVING, TO_US

# “市里实际补了我15万”
_GOT = re.compile(
    f"[^,，。;；]*(?:{GIVING}[了到过]?{TO_US}|"
    f"(?:实际|已经?)(?:{GIVING}|领|拿)[了到过]?|(?:领|拿|收)到?了)"
    "[^,，。;；?？多几]{0,4}?[0-9.]+ ?(?:[万亿千]元?|元)"
)


def places_asked(text: str, known: Knowledge) -> tuple[str, ...]:
    """The places asked about, in order: of the gazetteer, and regions that documents are from.

    Whoever gave what the asker has got is not asked, where another place is.
    """
    found = [(place.start, place.end, place.name) for place in named_places(text)]
    for region in known.regions:
        at = text.find(region)
        if at >= 0 and all(at + len(region) <= start or at >= end for start, end, _ in found):
            found.append((at, at + len(region), region))
    got = [match.span() for match in _GOT.finditer(text)]
    asked = [one for one in found if not any(start <= one[0] < end for start, end in got)]
    return tuple(dict.fromkeys(name for _, _, name in sorted(asked or found)))
