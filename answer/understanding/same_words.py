"""Different words for the same thing, so that a question and a text can be compared."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from answer.understanding.data_files import table


def in_common_words(text: str) -> str:
    """The text with each word that the data files call the same as another in that other word.

    A Latin one stands by itself: 人工智能OPC is “ai OPC”, not one word.
    """
    pattern, common = _table()
    return pattern.sub(lambda match: _apart(common[match[0]]), text)


def _apart(word: str) -> str:
    return f" {word} " if word.isascii() else word


def other_wording(text: str) -> str:
    """The text with such words in their other form, "" if it has none: 算力券 as 算力服务券."""
    pattern, others = _others()
    other = pattern.sub(lambda match: others[match[0].lower()][0], text)
    return other if other != text else ""


def in_words_of(text: str, question: str) -> str:
    """The question with such words in the form that `text` has, where it lacks the question's."""
    pattern, others = _others()
    lower = text.lower()

    def word(match: re.Match[str]) -> str:
        if match[0].lower() in lower:
            return match[0]
        return next((one for one in others[match[0].lower()] if one.lower() in lower), match[0])

    return pattern.sub(word, question)


@cache
def _table() -> tuple[re.Pattern[str], Mapping[str, str]]:
    entries = table("aliases")["same"]
    common = {str(word): str(first) for first, words in entries.items() for word in words}
    longest_first = sorted(common, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), common


@cache
def _others() -> tuple[re.Pattern[str], Mapping[str, tuple[str, ...]]]:
    groups = [(str(first), *map(str, words)) for first, words in table("aliases")["same"].items()]
    others = {
        word.lower(): tuple(one for one in group if one != word)
        for group in groups
        for word in group
    }
    longest_first = sorted(others, key=len, reverse=True)
    alternatives = (
        rf"(?<![A-Za-z]){word}(?![A-Za-z])" if word.isascii() else re.escape(word)
        for word in longest_first
    )
    return re.compile("|".join(alternatives), re.IGNORECASE), others
