"""What a question may name, each with what a clause says that rules on it."""

from __future__ import annotations

import re
from collections.abc import Iterable

Rulings = tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]


def rulings(pairs: Iterable[tuple[str, str]]) -> Rulings:
    """The patterns of pairs: how people name a thing, and what a clause that rules on it says."""
    return tuple((re.compile(asked), re.compile(ruled)) for asked, ruled in pairs)


def leaves_unruled(pairs: Rulings, text: str, told: str) -> bool:
    """Whether `text` names one of these that `told` does not rule on.

    Every pair that `text` names must be ruled on: one that overlaps another demands more.
    """
    return any(asked.search(text) and not ruled.search(told) for asked, ruled in pairs)
