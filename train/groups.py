"""Groups of texts for one question: the one that answers beside close ones that do not."""

from __future__ import annotations

import random
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from train.closeness import closest
from train.examples import Example
from train.pieces import SHORTEST, piece_of_answer, pieces

# How long the pieces are, in characters: drawn anew for each text and each question.
SIZES = (180, 260, 360)
# Close texts are drawn from the nearest of these.
NEAREST, LOOKED_AT = 8, 14


@dataclass(frozen=True, slots=True)
class Group:
    """One question with several texts. If one answers it is the first; the others do not."""

    examples: tuple[Example, ...]

    @property
    def answerable(self) -> bool:
        """Whether the first text answers."""
        return self.examples[0].answerable


class Pool:
    """Examples of one kind, each with the pieces of all their texts that are closest to it."""

    def __init__(
        self,
        examples: Sequence[Example],
        generator: random.Random,
        *,
        places: Collection[str] = (),
        sizes: Sequence[int] = SIZES,
    ) -> None:
        """`places` are left out of more than half of the questions that name one, as people do;
        then only pieces of the same document are told apart, since others may answer as well."""
        self._examples, self._generator, self._sizes = examples, generator, sizes
        self._place = _pattern(places)
        self._order: list[int] = []
        self._texts = self._cut()
        self._near = list(
            closest(
                [one.question for one in examples],
                [f"{one.heading} {one.context}" for one in self._texts],
                LOOKED_AT,
            )
        )

    def draw(self, size: int) -> Group:
        """The next group, of at most `size` texts; every example comes once a round."""
        if not self._order:
            self._order = list(range(len(self._examples)))
            self._generator.shuffle(self._order)
        at = self._order.pop()
        near = [self._texts[one] for one in self._near[at]]
        if not self._examples[at].answerable:
            return self._unanswerable(self._examples[at], near, size)
        example, anywhere = self._without_place(self._examples[at])
        first, rest = self._apart(example)
        own = [one for one in self._texts if one.group == example.group]
        rest += [one for one in own if _is_other(one, example)]
        close = [one for one in near if _is_other(one, example)]
        others = self._some(rest, self._generator.choice((1, 2)) if anywhere and close else size)
        if anywhere:
            others += self._some(close[:NEAREST], size - 1 - len(others))
        return Group((first, *_asked(example, others[: size - 1])))

    def _unanswerable(self, example: Example, near: Sequence[Example], size: int) -> Group:
        """The question, which keeps its place: without it something might answer."""
        far = [one for one in near if one.context not in example.context][:NEAREST]
        if not example.tempting:
            return Group((example, *_asked(example, self._some(far, 1))))
        start = example.context.index(example.tempting)
        marked = replace(example, start=start, end=start + len(example.tempting))
        first, _ = self._apart(marked)
        others = _asked(example, self._some(far, size - 1))
        return Group((replace(first, start=0, end=0), *others))

    def _without_place(self, example: Example) -> tuple[Example, bool]:
        """The example, perhaps without its place, and whether texts of others are told apart."""
        if self._place is None:
            return example, True
        question = self._place.sub("", example.question)
        named = question != example.question and len(question) > 3
        if named and self._generator.random() < 0.6:
            return replace(example, question=question), False
        return example, named

    def _apart(self, example: Example) -> tuple[Example, list[Example]]:
        """The piece that holds the answer, and those pieces of its text that do not."""
        cut = pieces(example, self._generator.choice(self._sizes))
        start, end = piece_of_answer(example, cut)
        first = replace(
            example,
            context=example.context[start:end],
            start=example.start - start,
            end=example.end - start,
        )
        others = [
            replace(example, context=example.context[a:b], start=0, end=0)
            for a, b in cut
            if (a, b) != (start, end) and b - a >= SHORTEST
        ]
        return first, [one for one in others if example.answer not in one.context]

    def _some(self, texts: Sequence[Example], count: int) -> list[Example]:
        return self._generator.sample(texts, min(len(texts), max(0, count)))

    def _cut(self) -> list[Example]:
        texts = {(one.heading, one.context): replace(one, start=0, end=0) for one in self._examples}
        return [
            replace(one, context=one.context[start:end])
            for one in texts.values()
            for start, end in pieces(one, self._generator.choice(self._sizes))
            if end - start >= SHORTEST
        ]


def drawn(
    pools: Sequence[tuple[Pool, float]], size: int, generator: random.Random
) -> Iterator[Group]:
    """Groups of at most `size` texts without end, each from a pool drawn by its share."""
    shares = [share for _, share in pools]
    while True:
        ((pool, _),) = generator.choices(pools, shares)
        yield pool.draw(size)


def _is_other(text: Example, example: Example) -> bool:
    """Whether it is another text than the example's and does not hold the answer's words."""
    return text.context not in example.context and example.answer not in text.context


def _asked(example: Example, texts: Sequence[Example]) -> list[Example]:
    """The question of `example` put to texts that do not answer it."""
    return [
        replace(example, context=one.context, heading=one.heading, start=0, end=0) for one in texts
    ]


def _pattern(places: Collection[str]) -> re.Pattern[str] | None:
    if not places:
        return None
    longest_first = sorted(places, key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, longest_first))})(?:的|这边|里|地区|,|，)?")
