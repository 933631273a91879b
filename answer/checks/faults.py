"""What can be wrong with an answer, as it is raised by the checks."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum


class Fault(Enum):
    """What is wrong with a line: that it holds something else than the passages it cites."""

    FIGURES = "figures"
    LABELS = "labels"
    QUOTATION = "quotation"
    MISQUOTED = "misquoted"
    WORKED = "worked"
    OTHER = "other"


class UnsupportedAnswer(RuntimeError):
    """An answer says something that its citations do not hold.

    `line` is where, `words` are what of it, as far as that can be told; a misquotation is named
    without blanks and quotation marks.
    """

    def __init__(
        self, told: str, fault: Fault = Fault.OTHER, line: str = "", words: Sequence[str] = ()
    ) -> None:
        super().__init__(told)
        self.fault = fault
        self.line = line
        self.words = tuple(words)


class UnsupportedSpeech(UnsupportedAnswer):
    """The written answer holds, and what is to be read aloud of it does not."""
