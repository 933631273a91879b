"""Where a text may be cut: after sentences, members of a list, and commas.

Full-width and half-width marks count alike. Nothing inside a book title, a quotation, brackets,
a web address, a number or a time is a place to cut. An opening mark whose partner is missing
(or too far away to belong to it) protects nothing, so that one slip of a typist cannot glue a
whole document together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple


class Border(IntEnum):
    """What ends at a position; higher is a better place to cut."""

    COMMA = 1
    MEMBER = 2
    SENTENCE = 3


class Cut(NamedTuple):
    """A position right after a mark. `mark` is where the mark itself begins."""

    mark: int
    position: int
    border: Border


_TOKEN = re.compile(
    r"""
      (?P<address> (?:https?://|www\.)[A-Za-z0-9_./?=&%\#~:@+-]+ | &\#?[A-Za-z0-9]{2,8}; )
    | (?P<closed> 《[^《》\n]{0,120}》 | ‘[^‘’\n]{0,200}’ | 「[^「」\n]{0,200}」
                | 『[^『』\n]{0,200}』 | 【[^【】\n]{0,80}】 | 〔[^〔〕\n]{0,40}〕
                | "[^"\n。！？]{1,80}"
                | [（(] (?: [^（()）\n] | [（(][^（()）\n]{0,80}[)）] ){0,240} [)）] )
    | (?P<quote> “(?: [^“”\n] | “[^“”\n]{0,80}” ){0,240}” )
    | (?P<sentence> [。！？!?]+[”’」』]*
                  | (?<=[\u4e00-\u9fff])(?<![一二三四五六七八九十]) \. (?=\s|$)
                  | (?<=[a-z]{2})(?<!Co)(?<!Mr)(?<!Dr) \. (?=\s+[A-Z“"\u4e00-\u9fff]|\s*$) )
    | (?P<member> [；;]+ )
    | (?P<comma> [，,](?!\d) | (?<!\d)[，,] | [、：](?!\d) | (?<!\d):(?![\d/]) )
    """,
    re.VERBOSE,
)
_TERMINAL = "。！？!?"
_BORDERS = {"sentence": Border.SENTENCE, "member": Border.MEMBER, "comma": Border.COMMA}


def cuts(text: str, start: int = 0, end: int | None = None) -> Iterator[Cut]:
    """Yield the places where `text[start:end]` may be cut, in order, with what ends there.

    Offsets are those of `text`. A quotation that ends in a full stop ends the sentence too when a
    colon or comma leads into it (他说：“……。”); otherwise the sentence goes on after it.
    """
    end = len(text) if end is None else end
    for token in _TOKEN.finditer(text, start, end):
        kind = token.lastgroup
        if kind == "quote":
            before = text[token.start() - 1 : token.start()] if token.start() > start else ""
            if token.group()[-2] in _TERMINAL and before and before in "：:，,":
                yield Cut(token.end(), token.end(), Border.SENTENCE)
        elif kind in _BORDERS:
            yield Cut(token.start(), token.end(), _BORDERS[kind])


def spans(text: str, start: int, end: int, least: Border) -> list[tuple[int, int]]:
    """Cut `text[start:end]` at every border of at least `least`; the spans touch and cover it."""
    found: list[tuple[int, int]] = []
    at = start
    for cut in cuts(text, start, end):
        if cut.border >= least and at < cut.position < end:
            found.append((at, cut.position))
            at = cut.position
    if at < end:
        found.append((at, end))
    return found
