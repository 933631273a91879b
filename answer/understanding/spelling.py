"""Mends slips of the pen: a character of the same sound or shape in the place of the right one.

Conservative: only what the documents' own words plainly call for. What stands in the documents,
what the dictionary of ordinary Chinese has, names of companies and numbers are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from answer.understanding.alike import NUMERALS, characters_like
from answer.understanding.content import FILLERS
from answer.understanding.knowledge import Knowledge
from answer.understanding.lexicon import is_word, policy_words, tokens
from answer.understanding.places import gazetteer
from answer.understanding.vocabulary import LONGEST_GRAM, Vocabulary

_COMPANY = re.compile(
    "[\u4e00-\u9fff]{2,10}(?:公司|集团|股份|科技(?=给|的|拿|获|在|是|和|有)|光电|有限)"
)
_QUOTED = re.compile('[“"][^”"]{1,20}[”"]')
# “第三跳” for “第三条”, unless something is really jumped, picked or tuned.
_CLAUSE_SLIP = re.compile(
    "(第[一二三四五六七八九十0-9]{1,3})[跳挑调]"
    "(?=是|啥|讲|说|规定|的|里|写|怎么|有|什么|[?？,，。 ]|$)"
)
# A stretch must stand this often in the documents to be called for.
_OFTEN, _OFTEN_SHORT = 2, 3
# How much of what follows (or goes before) the context the proposed character must be.
_FIRM = 0.8
_MOST_MENDS = 6
# When two characters would fit, the better one must stand this many times as often.
_CLEARLY = 4


@dataclass(frozen=True, slots=True)
class _Mend:
    """A proposal: the character for the place, how long and how common the stretch it makes is."""

    place: int
    character: str
    length: int
    count: int


def mended(text: str, knowledge: Knowledge) -> str:
    """The text (plain) with slips mended; the same length, and the same text if there are none."""
    fixed = _CLAUSE_SLIP.sub(r"\1条", text)
    fixed = _district_slip().sub(r"\g<district>区", fixed)
    for _ in range(_MOST_MENDS):
        best = max(
            _proposals(fixed, knowledge.vocabulary),
            key=lambda mend: (mend.length, mend.count),
            default=None,
        )
        if best is None:
            return fixed
        fixed = fixed[: best.place] + best.character + fixed[best.place + 1 :]
    return fixed


def _proposals(text: str, vocabulary: Vocabulary) -> Iterator[_Mend]:
    closed = {
        at
        for pattern in (_COMPANY, _QUOTED)
        for match in pattern.finditer(text)
        if pattern is _QUOTED or not _is_plain_company(match.group(), vocabulary)
        for at in range(*match.span())
    }
    for token in tokens(text):
        for place in range(token.start, token.end):
            if (
                place in closed
                or text[place] in NUMERALS
                or not _looks_wrong(text, place, vocabulary)
            ):
                continue
            if mend := _best_for(text, place, token.start, token.end, vocabulary):
                yield mend


def _is_plain_company(name: str, vocabulary: Vocabulary) -> bool:
    """“人工只能公司”: its parts are words, not a name that nobody knows."""
    return name.endswith("公司") and len(name) > 6 and vocabulary.count(name[:2]) > 0


def _looks_wrong(text: str, place: int, vocabulary: Vocabulary) -> bool:
    """Whether the documents lack the character on both or on its only side."""
    around = [text[max(0, place - 1) : place + 1], text[place : place + 2]]
    known = [vocabulary.count(pair) > 0 for pair in around if len(pair) == 2]
    return not all(known) if known else False


def _best_for(text: str, place: int, start: int, end: int, vocabulary: Vocabulary) -> _Mend | None:
    found = [
        mend
        for character in characters_like(text[place], vocabulary)
        if (mend := _fit(text, place, character, start, end, vocabulary))
    ]
    found.sort(key=lambda mend: (mend.length, mend.count), reverse=True)
    if not found:
        return None
    if len(found) > 1 and found[1].length >= found[0].length:
        return found[0] if found[0].count >= _CLEARLY * found[1].count else None
    return found[0]


def _fit(
    text: str, place: int, character: str, start: int, end: int, vocabulary: Vocabulary
) -> _Mend | None:
    """The longest stretch that the character makes at the place, if it is called for."""
    fixed = text[:place] + character + text[place + 1 :]
    is_word_of_its_own = end - start > 1 or text[place] in FILLERS
    for length in range(LONGEST_GRAM, 1, -1):
        for begin in range(max(0, place - length + 1), place + 1):
            stop = begin + length
            count = vocabulary.count(fixed[begin:stop])
            if stop > len(text) or not count or vocabulary.count(text[begin:stop]):
                continue
            if is_word_of_its_own:
                fits = (
                    length >= 4
                    and begin <= start
                    and end <= stop
                    and _is_firm(text, place, begin, stop, character, vocabulary)
                )
            elif length > 2:
                fits = (
                    count >= _OFTEN
                    and _is_unknown(text, place, begin, stop, vocabulary)
                    and (length > 3 or _makes_a_word(fixed, place))
                )
            else:
                fits = _is_short_word(text, fixed, begin, count)
            if fits:
                return _Mend(place, character, length, count)
    return None


def _is_firm(
    text: str, place: int, begin: int, stop: int, character: str, vocabulary: Vocabulary
) -> bool:
    """Whether two or more characters before or behind nearly always go with the proposed one."""
    for context, whole in (
        (text[begin:place], text[begin:place] + character),
        (text[place + 1 : stop], character + text[place + 1 : stop]),
    ):
        seen = vocabulary.count(context)
        if len(context) >= 2 and seen >= _OFTEN_SHORT and vocabulary.count(whole) >= _FIRM * seen:
            return True
    return False


def _is_unknown(text: str, place: int, begin: int, stop: int, vocabulary: Vocabulary) -> bool:
    pairs = [text[at : at + 2] for at in (place - 1, place) if begin <= at and at + 2 <= stop]
    return not any(vocabulary.count(pair) or is_word(pair) for pair in pairs)


def _makes_a_word(fixed: str, place: int) -> bool:
    """Whether the mended character is part of a word, not just of words that often meet."""
    return any(
        token.start <= place < token.end and len(token.word) > 1 for token in tokens(fixed)
    ) or any(
        fixed[begin : begin + length] in gazetteer().spellings
        for length in (2, 3)
        for begin in range(max(0, place - length + 1), place + 1)
    )


def _is_short_word(text: str, fixed: str, begin: int, count: int) -> bool:
    """Two characters are little: only words of policy and places, with nothing known around."""
    word = fixed[begin : begin + 2]
    return (
        count >= _OFTEN_SHORT
        and (word in policy_words() or word in gazetteer().spellings)
        and not is_word(text[begin : begin + 2])
        and all(
            not is_word(pair)
            for at in (begin - 1, begin + 1)
            if len(pair := text[max(at, 0) : at + 2]) == 2 and at >= 0
        )
    )


@cache
def _district_slip() -> re.Pattern[str]:
    names = (name.removesuffix("区") for name in gazetteer().parents if name.endswith("区"))
    return re.compile(f"(?<![从由离自])(?P<district>{'|'.join(names)})[去取曲](?=的)")
