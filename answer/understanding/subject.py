"""Where in a question its subject stands: the thing that it asks something of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from answer.understanding.content import FILLERS
from answer.understanding.data_files import table
from answer.understanding.lexicon import Token, policy_words, tokens
from answer.understanding.places import named_places

_COUNTED_NAME = re.compile("[0-9一二三四五六七八九十]+条(?![件款])")
_GENERIC = re.compile(
    "补贴|补助|奖励|资助|扶持|支持|政策|措施|优惠|资金|条件|材料|申请|申报|流程|办法|标准|公司|企业|金额|额度|"
    "比例|上限|政府|项目"
)
_NO_NAME = re.compile("第.*|[多几哪怎谁].*|.*几|.*(?:什么|啥).*|.*[年月日天元]")
# Cut out of “能不能”, “要不要”; and what only counts.
_NO_THINGS = frozenset(
    "不能 不要 不会 不用 不可以 再配 一个 一家 一次 一项 每个 每家 单个 至少 至多 起码".split()
)
_FIGURE = re.compile("^[0-9.%万亿千百元]+$")


@dataclass(frozen=True, slots=True)
class Subject:
    """Where in a question its subject stands: `text[start:end]`, empty when it names none."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        """The words that name it."""
        return self.text[self.start : self.end]

    @property
    def rest(self) -> str:
        """What the question asks of it."""
        return (self.text[: self.start] + self.text[self.end :]).strip(" ,，的")


def subject_of(text: str) -> Subject:
    """From the first word that names a thing to the last one in a row of names and joints."""
    start = end = 0
    for token in _name_tokens(text):
        if _names_thing(token.word):
            if not end:
                start = token.start
            elif _breaks(text[end : token.start]):
                break
            end = token.end
    if not end:
        return Subject(text, 0, 0)
    for grade in _grade().finditer(text, 0, start):
        if grade.end() == start:
            start = grade.start()
    # The place in front belongs to the subject; so does what is generic and directly behind.
    for place in named_places(text):
        if place.end <= start and text[place.end : start] in (
            "",
            "的",
            "市",
            "对",
            "对于",
            " ",
            "里",
        ):
            start = place.start
    if counted := _COUNTED_NAME.match(text, end):
        end = counted.end()
    generic = _GENERIC.match(text, end)
    if generic and text[generic.end() : generic.end() + 1] not in ("多", "几", "什"):
        end = generic.end()
    return Subject(text, start, end)


def is_thing(word: str) -> bool:
    """Whether policies deal with what the word names: 租房, 贷款; not 比例, which all have."""
    return word in policy_words() and _names_thing(word)


def _name_tokens(text: str) -> list[Token]:
    """Chinese words and Latin ones, in order."""
    latin = [
        Token(match.group(), *match.span()) for match in re.finditer("[A-Za-z][A-Za-z0-9]*", text)
    ]
    taken = {at for place in named_places(text) for at in range(place.start, place.end)}
    taken |= {at for match in _grade().finditer(text) for at in range(*match.span())}
    # A name that begins with its grade is more than that: 卓越级智能工厂.
    return sorted(
        (
            token
            for token in (*tokens(text), *latin)
            if token.start not in taken or (token.end - 1 not in taken and len(token.word) > 1)
        ),
        key=lambda token: token.start,
    )


def _names_thing(word: str) -> bool:
    return (
        (len(word) > 1 or word in "券贷")
        and word not in FILLERS
        and word not in _NO_THINGS
        and word not in _aspects()
        and not _FIGURE.match(word)
        and not _GENERIC.fullmatch(word)
        and _NO_NAME.fullmatch(word) is None
    )


def _breaks(between: str) -> bool:
    """Whether a subject ends before these words: an ask or a comma stands between."""
    return (
        re.search("[,，。?？;；]|多少|几|什么|啥|哪|怎|如何|谁|是否|最高|最多", between) is not None
    )


@cache
def _grade() -> re.Pattern[str]:
    return re.compile("|".join(str(table("follow_up")["grades"]).split()))


@cache
def _aspects() -> frozenset[str]:
    return frozenset(str(table("follow_up")["aspects"]).split())
