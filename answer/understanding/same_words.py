"""Different words for the same thing, so that a question and a text can be compared."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from answer.understanding.data_files import table


def in_common_words(text: str) -> str:
    """The text with each word that the data files call the same as another in that other word."""
    pattern, common = _table()
    return pattern.sub(lambda match: common[match[0]], text)


@cache
def _table() -> tuple[re.Pattern[str], Mapping[str, str]]:
    entries = table("aliases")["same"]
    common = {str(word): str(first) for first, words in entries.items() for word in words}
    longest_first = sorted(common, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), common
