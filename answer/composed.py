"""What an answer is composed in, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from answer.evidence.reading_again import ReadAlone
from answer.evidence.support import Rarity
from answer.finding import Sentence
from answer.places.locality import PlaceMatch
from answer.refusing.refusal import Refusal
from records import Document, Passage, Validity


@dataclass(frozen=True, slots=True)
class Setting:
    """What an answer is given in: documents by id, their standing, the day, the home region."""

    documents: Mapping[str, Document]
    standing: Mapping[str, Validity]
    today: date
    home: str
    rarity: Rarity
    passages: Callable[[str], Sequence[Passage]]
    read_alone: ReadAlone


@dataclass(frozen=True, slots=True)
class Composed:
    """The sentences of an answer with what must be said besides.

    `confidence` is that of the leading finding; `match` says for which places it holds. `caveats`
    are those of the notes, without figures, that go with the answer wherever it is told: read out
    before it and pasted with it.
    """

    sentences: tuple[Sentence, ...]
    notes: tuple[str, ...]
    confidence: float
    match: PlaceMatch
    caveats: tuple[str, ...] = ()

    @property
    def lines(self) -> str:
        """What its sentences say, the cells of rows included."""
        return " ".join(f"{one.text} {' '.join(one.cells)}" for one in self.sentences)


@dataclass(frozen=True, slots=True)
class Declined:
    """A refusal that is due, and how sure what was found instead of an answer is, 0..1."""

    refusal: Refusal
    confidence: float
