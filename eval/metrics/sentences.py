"""Cuts an answer into sentences, each with the citations that follow it."""

from __future__ import annotations

import re
from dataclasses import dataclass

MARKER = re.compile(r"\[(\d+)\]")
# A sentence, what ends it, and the markers after the end: both “…元[1]。” and “…元。[1]” occur.
# A semicolon after a marker ends it too: in “甲20万元[1]；乙30万元[2]。” each backs its own half.
SENTENCE = re.compile(
    r"(?P<body>[^\n]*?)"
    r"(?P<end>(?<=\d\])[;；]|[。！？!?]+[”’」』）)]*|\.(?=\s|\[|$)|\n|$)"
    r"(?P<after>(?:[ \t]*\[\d+\])*)"
)
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
    """The sentences of an answer in order; empty ones are dropped."""
    sentences: list[Sentence] = []
    for match in SENTENCE.finditer(answer):
        body, end, after = match["body"], match["end"].strip(), match["after"]
        numbers = tuple(dict.fromkeys(int(n) for n in MARKER.findall(body + after)))
        text = LIST_MARK.sub("", MARKER.sub("", body) + end).strip()
        if WORDY.search(text):
            sentences.append(Sentence(text, numbers))
        elif numbers and sentences:
            # Markers on their own, after a line break or a closing bracket.
            last = sentences[-1]
            merged = tuple(dict.fromkeys((*last.citations, *numbers)))
            sentences[-1] = Sentence(last.text, merged)
    return sentences
