"""Puts the passages that really answer before those that are merely about the same."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from index.reader import Reader, Reading
from records import Hit, Passage

# The best passages are read up to this many characters together: eight clauses of a digest or three
# long passages, but never fewer than three. Reading 2,400 answers no better on the development
# questions of five sets, and reading is most of the time that an answer takes.
CHARACTERS_READ = 1800
LEAST_READ = 3
# What a sure reading adds to a fused score (see `index.fusion`), the log-odds at which half of it
# is added, since it is enough that the reader does not rule an answer out, and how fast it grows
# there. Set on the development questions of four sets.
READER_WEIGHT = 0.2
HALF_SURE, SPREAD = -2.0, 1.5


@dataclass(frozen=True, slots=True)
class ReadHit:
    """A hit, and what the reader made of its passage; None when it was not read."""

    hit: Hit
    reading: Reading | None = None


def heading_of(passage: Passage) -> str:
    """What the reader is shown before a passage: its document's title and the clauses above it."""
    return " ".join((passage.title, *passage.clause))


Wording = Callable[[str, str], str]


def as_asked(_text: str, question: str) -> str:
    """The question as it is, whatever text it is put to."""
    return question


def rerank(
    question: str, hits: Sequence[Hit], reader: Reader, wording: Wording = as_asked
) -> list[ReadHit]:
    """Read the first hits and order all anew; `hits` come best first and go best first.

    A read hit's score grows by up to `READER_WEIGHT`, more the surer the reader is that the
    passage answers. `wording(text, question)` gives the question in the words of a passage.
    """
    first = hits[: _number_read(hits)]
    readings = _readings(question, first, reader, wording)
    read = [
        ReadHit(replace(hit, score=hit.score + READER_WEIGHT * sureness(reading)), reading)
        for hit, reading in zip(first, readings, strict=True)
    ]
    others = [ReadHit(hit) for hit in hits[len(first) :]]
    return sorted([*read, *others], key=lambda one: -one.hit.score)


def _readings(
    question: str, hits: Sequence[Hit], reader: Reader, wording: Wording
) -> list[Reading]:
    """One reading for each hit, in order; hits that are asked the same are read together."""
    asked = [wording(f"{heading_of(hit.passage)} {hit.passage.text}", question) for hit in hits]
    found: dict[int, Reading] = {}
    for words in dict.fromkeys(asked):
        places = [at for at, one in enumerate(asked) if one == words]
        texts = [(heading_of(hits[at].passage), hits[at].passage.text) for at in places]
        found |= dict(zip(places, reader.read(words, texts), strict=True))
    return [found[at] for at in range(len(hits))]


def _number_read(hits: Sequence[Hit]) -> int:
    lengths = accumulate(len(hit.passage.text) for hit in hits)
    return max(LEAST_READ, sum(length <= CHARACTERS_READ for length in lengths))


def sureness(reading: Reading) -> float:
    """How sure it is that the text answers, 0..1: a logistic of its best span's log-odds."""
    span = reading.best()
    return 0.0 if span is None else 1 / (1 + math.exp((HALF_SURE - span.score) / SPREAD))
