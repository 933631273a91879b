"""Vouchers: what holds for one is no rule for another."""

from __future__ import annotations

import re

from answer.asked_for.named_things import VOUCHERS
from answer.matter import pairs_of
from answer.understanding import Question
from answer.understanding.places import without_places
from answer.understanding.same_words import in_common_words

_VOUCHER = re.compile(VOUCHERS, re.IGNORECASE)
# Not who got one: “领了算力券的公司能上路演吗”.
_COMPUTING = re.compile("(?<![领拿用有]了)(?<![领拿用有到过])算力券(?!的(?:公司|企业|单位))")
# As long a name tells one voucher from all others: “上云服务券”, not the 算力券 of 武汉.
_SHORTEST = 3
# Not “那个券”, “用完券”.
_KIND_OF_VOUCHER = re.compile(
    "(?P<name>(?:(?![的那这什么啥有没用完哪个张领拿发过了债证])[\u4e00-\u9fff]){3,4})券(?!商)"
)


def lacks_computing_voucher(question: Question, words: str) -> bool:
    """Whether 算力券 is asked about and `words` do not speak of computing at all."""
    asked = in_common_words(question.in_full)
    return _COMPUTING.search(asked) is not None and "算力" not in in_common_words(words)


def is_of_another_voucher(question: Question, words: str) -> bool:
    """Whether a voucher is asked about and `words` speak of one for something else alone."""
    there = _vouchers(words)
    if there and lacks_computing_voucher(question, words):
        return True
    asked = _vouchers(question.in_full)
    return bool(asked and there) and asked.isdisjoint(there)


def _vouchers(text: str) -> frozenset[str]:
    return frozenset(one.upper() for one in _VOUCHER.findall(in_common_words(text)))


def lacks_kind_of_voucher(question: Question, words: str) -> bool:
    """Whether a voucher is asked about by a name of which `words` have nothing: 上云服务券."""
    asked = in_common_words(question.in_full)
    there = in_common_words(words)
    for match in _KIND_OF_VOUCHER.finditer(asked):
        kind = without_places(match["name"], question.places).strip()
        if len(kind) < _SHORTEST:
            continue
        name = kind.replace("服务", " ")
        pairs = [pair for pair in pairs_of(name) if " " not in pair]
        if pairs and not any(pair in there for pair in pairs):
            return True
    return False
