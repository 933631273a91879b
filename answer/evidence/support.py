"""How much of what a question names a text speaks of."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from answer.understanding import Question
from answer.understanding.places import without_places
from answer.understanding.same_words import in_common_words
from index.terms import terms

Rarity = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class _Part:
    """A character or Latin word of the question: the terms that would cover it, and its weight."""

    terms: tuple[str, ...]
    weight: float


class Support:
    """Measures texts against one question.

    A character of the question counts as covered when a bigram around it stands in the text, so
    bigrams that straddle two words do no harm. It weighs as much as the commonest of its bigrams
    is rare, so 武汉 counts little on a corpus about Wuhan and an unknown word counts most.
    """

    def __init__(self, question: Question, rarity: Rarity, places: Collection[str] = ()) -> None:
        """`rarity` gives a term's weight, from 0 for a term that stands everywhere.

        `places` are places of the question that need not stand in a text: where documents are
        known by their region, their clauses do not repeat it.
        """
        content = " ".join(without_places(run, places) for run in question.content)
        runs = in_common_words(content).split()
        self._parts = [part for run in runs for part in _parts(run, rarity)]
        self._total = sum(part.weight for part in self._parts)

    def of(self, *texts: str) -> float:
        """The share of the question's weight that the texts cover together, 0..1."""
        return self.share(self.named_by(*texts))

    def share(self, named: float) -> float:
        """A weight that `named_by` gave as a share of the question's whole weight, 0..1."""
        return named / self._total if self._total else 0.0

    def named_by(self, *texts: str) -> float:
        """The weight that the texts cover together: about 1 for each rare character."""
        found = {term for text in texts for term in terms(in_common_words(text))}
        return sum(part.weight for part in self._parts if any(one in found for one in part.terms))


def _parts(run: str, rarity: Rarity) -> Sequence[_Part]:
    found = terms(run)
    if run[0].isascii() or len(found) == 1:
        return [_Part((term,), rarity(term)) for term in found]
    parts = []
    for at in range(len(found) + 1):
        around = tuple(found[max(0, at - 1) : at + 1])
        parts.append(_Part(around, min(rarity(term) for term in around)))
    return parts
