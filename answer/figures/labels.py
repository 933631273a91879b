"""Digits and clause numbers that are no figures, and that a sentence must not get wrong either."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answer.figures.parse import parse_figures
from answer.figures.plain import plain

_TOKEN = re.compile(r"[A-Za-z]*[0-9][A-Za-z0-9]*(?:[-_.+/&][A-Za-z0-9]+)*")
_CLAUSE = re.compile("第[零一二三四五六七八九十百0-9]+(?:条|章|节|款|项|编)")
_LIST_NUMBER = re.compile(r"^\s*[0-9]{1,3}(?:\.[0-9]{1,2})*[.、)] ?")


def unsupported_labels(sentence: str, passages: Sequence[str]) -> list[str]:
    """The names with digits (SRv6, H100) and clause numbers (第六条) that stand in no passage.

    What `parse_figures` reads is left to `unsupported_figures`, as is a list's number at the start.
    """
    text = plain(sentence)
    given = [plain(passage) for passage in passages]
    start = _LIST_NUMBER.match(text)
    taken = [(figure.start, figure.end) for figure in parse_figures(sentence)]
    if start:
        taken.append(start.span())
    return [
        match.group()
        for pattern in (_TOKEN, _CLAUSE)
        for match in pattern.finditer(text)
        if not any(begin < match.end() and match.start() < end for begin, end in taken)
        and not any(_stands(match.group(), passage) for passage in given)
    ]


def _stands(label: str, passage: str) -> bool:
    return bool(re.search(rf"(?<![A-Za-z0-9]){re.escape(label)}(?![A-Za-z0-9])", passage))
