"""The numbers of clauses in their headings: found by, and left out."""

from __future__ import annotations

import re

_NUMERALS = "零一二三四五六七八九十"
# A heading's own reference, as in “算力服务券(二)”, and its number, as in “二、”.
_REFERENCE = re.compile(
    r"[(（][^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)*[)）]$|^第?[一二三四五六七八九十百\d]+[、.．条章节款]\s*"
    r"|^[(（][^)）]*[)）]"
)
_ARTICLE = re.compile(r"第([一二三四五六七八九十百\d]+)条")


def is_clause(heading: str, number: int) -> bool:
    """Whether `heading` is clause `number`: 第三条…, （三）…, 三、…, 3.…, …(三).

    Where a heading names an article, its other numbers count within that article: the heading
    “算力服务券(第六条(一))” is clause 6, not clause 1.
    """
    written = {chinese_number(number), str(number)}
    if article := _ARTICLE.search(heading):
        return article[1] in written
    either = "|".join(written)
    return bool(re.search(rf"[(（](?:{either})[)）]|^(?:{either})[、.．]", heading.strip("# ")))


def without_number(heading: str) -> str:
    """The heading without its own number and reference: 算力服务券 of “二、算力服务券(二)”."""
    label = heading.strip()
    while (shorter := _REFERENCE.sub("", label).strip()) != label:
        label = shorter
    return label


def chinese_number(number: int) -> str:
    """1..99 as it is written in headings: 3 三, 10 十, 14 十四, 20 二十."""
    tens, ones = divmod(number, 10)
    written = ("" if tens < 2 else _NUMERALS[tens]) + ("十" if tens else "")
    return written + (_NUMERALS[ones] if ones else "")
