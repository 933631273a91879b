"""Cuts an answer into sentences, each with the citations that follow it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answer.wording import is_table_frame

MARKER = re.compile(r"\[(\d+)\]")
MARKERS = r"(?:[ \t]*\[\d+\])*"
# What can end a statement, with the markers after it: both “…元[1]。” and “…元。[1]” occur. So does
# a semicolon after a marker: in “甲20万元[1]；乙30万元[2]。” each marker backs its own half.
SIGN = re.compile(
    r"(?P<open>“)"
    r"|(?P<close>”(?:[ \t]*\[\d+\])*)"
    rf"|(?P<stop>(?:(?<=\d\])[;；]|[。！？!?]+|\.(?=\s|\[|$))[’」』）)]*{MARKERS})"
)
STOPS = tuple("。！？!?.")
LIST_MARK = re.compile(r"^\s*(?:[-*•]|\d+[.、)）])\s*")
WORDY = re.compile(r"\w")
# Fewer letters than this say nothing that could be backed: “是。”, “1.”.
STATEMENT_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence without markers, and the numbers that its markers had, in order."""

    text: str
    citations: tuple[int, ...]

    @property
    def states_something(self) -> bool:
        """Whether it needs backing: no lead-in (“如下：”), no question, no bare word."""
        if self.text.rstrip("*_ ").endswith((":", "：", "?", "？")):
            return False
        return len(WORDY.findall(self.text)) >= STATEMENT_LETTERS


def split_sentences(answer: str) -> list[Sentence]:
    """The sentences of an answer in order; empty ones and the frames of tables are dropped.

    A quotation in “” is not cut, however many sentences it holds: the marker behind it backs it
    whole.
    """
    sentences: list[Sentence] = []
    lines = [line for line in answer.split("\n") if not is_table_frame(line)]
    for piece in (piece for line in lines for piece in _pieces(line)):
        numbers = tuple(dict.fromkeys(int(number) for number in MARKER.findall(piece)))
        text = LIST_MARK.sub("", MARKER.sub("", piece)).strip()
        if WORDY.search(text):
            sentences.append(Sentence(text, numbers))
        elif numbers and sentences:
            # Markers on their own, after a line break or a closing bracket.
            last = sentences[-1]
            merged = tuple(dict.fromkeys((*last.citations, *numbers)))
            sentences[-1] = Sentence(last.text, merged)
    return sentences


def _pieces(line: str) -> Iterator[str]:
    """The line cut after each statement and its markers."""
    start = depth = 0
    for sign in SIGN.finditer(line):
        if sign["open"]:
            depth += 1
            continue
        if sign["close"]:
            has_marker = sign.end() > sign.start() + 1
            # A marker ends a quotation, also where the quoted text leaves a “ of its own open.
            depth = 0 if has_marker else max(0, depth - 1)
            if not (has_marker and line[: sign.start()].endswith(STOPS)):
                continue
        if depth == 0:
            yield line[start : sign.end()]
            start = sign.end()
    yield line[start:]
