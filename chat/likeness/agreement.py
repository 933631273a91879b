"""Whether two questions may have the same answer: what must not differ between them.

Vectors of a small model lie close together for “武昌区…补多少” and “硚口区…补多少”. So likeness
alone never decides; these rules do, and likeness only adds that the words mean something similar.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from answer.figures import Figure, parse_figures
from answer.understanding import Question
from chat.likeness.words import is_free, negations, plainest, telling_words


@dataclass(frozen=True)
class Comparable:
    """A question with what is compared of it, each worked out once."""

    question: Question

    @property
    def wording(self) -> str:
        """The question by itself, completed from the turns before it."""
        return self.question.standalone or self.question.text

    @cached_property
    def text(self) -> str:
        """The question in the plainest words, without places."""
        return plainest(self.wording)

    @cached_property
    def words(self) -> frozenset[str]:
        """Its telling words."""
        return telling_words(self.text)

    @cached_property
    def figures(self) -> frozenset[tuple[object, ...]]:
        """Its figures by value; “一家”, “一年” and the like only say “each”."""
        found = parse_figures(self.wording)
        return frozenset(_value(one) for one in found if not one.text.startswith("一"))

    @cached_property
    def negations(self) -> int:
        """How often it says “not”."""
        return negations(self.wording)


def difference(one: Comparable, other: Comparable, home: str = "") -> str:
    """What keeps the two from being the same question, in a word; empty if nothing does.

    `home` is the place that is meant where none is named.
    """
    a, b = one.question, other.question
    if a.is_english != b.is_english:
        return "language"
    if _places(a.places, home) != _places(b.places, home):
        return "places"
    if a.documents and b.documents and set(a.documents) != set(b.documents):
        return "documents"
    if set(a.unknown_documents) != set(b.unknown_documents):
        return "unknown documents"
    if a.clause_reference != b.clause_reference:
        return "clause"
    if set(a.departments) != set(b.departments):
        return "departments"
    if set(a.years) != set(b.years):
        return "years"
    if one.figures != other.figures:
        return "figures"
    if one.negations != other.negations:
        return "negation"
    if a.claims != b.claims:
        return "claim"
    if a.asked is not b.asked:
        return "kind"
    if missing := [*_missing(one, other), *_missing(other, one)]:
        return f"words: {' '.join(sorted(missing))}"
    return ""


def _missing(one: Comparable, other: Comparable) -> Collection[str]:
    """The telling words of one that the other does not have, as a whole or in parts."""
    return [word for word in one.words if not _stands_in(word, other.text)]


def _stands_in(word: str, text: str) -> bool:
    """Whether the text has the word, or each part of it that is not free: 申报|截止|时间."""
    if word in text:
        return True
    return any(
        (is_free(word[:cut]) or word[:cut] in text) and _rest_stands_in(word[cut:], text)
        for cut in range(2, len(word) - 1)
    )


def _rest_stands_in(rest: str, text: str) -> bool:
    return is_free(rest) or _stands_in(rest, text)


def _places(places: Collection[str], home: str) -> frozenset[str]:
    return frozenset(places) - {home}


def _value(figure: Figure) -> tuple[object, ...]:
    return figure.kind, figure.value, figure.unit, figure.upper
