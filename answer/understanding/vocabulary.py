"""How often stretches of characters stand in the documents; what changed is counted, no more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from answer.understanding.lexicon import policy_words
from answer.understanding.normalise import plain
from answer.understanding.places import gazetteer

# Characters of document text that the vocabulary is drawn from, shared out evenly: n-grams of
# 60 digests are counted in some 40 ms, of this many characters in some 300 ms, once and lazily.
VOCABULARY_CHARACTERS = 300_000
LONGEST_GRAM = 5
# A word of the data files counts as if it stood in the documents this often.
_DATA_WORD = 3
# So much more than is counted is kept of a text, for when other documents leave it a larger share.
_SPARE = 256
_CHINESE = re.compile("[\u4e00-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Source:
    """A document to count. With the same `revision`, unless that is empty, it has the same text."""

    id: str
    title: str
    revision: str
    text: Callable[[], str]


@dataclass(frozen=True, slots=True)
class _Part:
    """What was taken of a text of `length`: its `beginning`, counted up to `share` as `counted`."""

    revision: str
    beginning: str
    length: int
    share: int
    counted: str


@dataclass(frozen=True, slots=True)
class _State:
    parts: Mapping[str, _Part]
    grams: Counter[str]


class Vocabulary:
    """How often stretches of up to five characters stand in the documents. Counted when asked."""

    def __init__(self, sources: Sequence[Source] = (), before: Vocabulary | None = None) -> None:
        """With the vocabulary `before` a change, only what differs from it is read and counted."""
        self._sources = sources
        self._before = before.known if before else None

    @property
    def known(self) -> _State | None:
        """What was counted so far, here or before."""
        return self.__dict__.get("_state", self._before)

    def count(self, stretch: str) -> int:
        """How often the stretch (2 to 5 Chinese characters) stands in the documents, or so."""
        return max(self._state.grams.get(stretch, 0), _data_grams().get(stretch, 0))

    @cached_property
    def characters(self) -> Collection[str]:
        """Every Chinese character of the documents and of the data files."""
        grams = self._state.grams.keys() | _data_grams().keys()
        return frozenset("".join(gram for gram in grams if len(gram) == 2))

    @cached_property
    def _state(self) -> _State:
        old = self._before or _State({}, Counter())
        parts = _parts(self._sources, old.parts)
        grams = old.grams.copy()
        for one in old.parts.keys() | parts.keys():
            before = old.parts[one].counted if one in old.parts else ""
            now = parts[one].counted if one in parts else ""
            if before != now:
                _recount(grams, before, now)
        self._before = None
        return _State(parts, grams)


def _parts(sources: Sequence[Source], old: Mapping[str, _Part]) -> dict[str, _Part]:
    parts: dict[str, _Part] = {}
    left = VOCABULARY_CHARACTERS
    for place, source in enumerate(sources):
        # What short texts leave over goes to those that follow.
        share = left // (len(sources) - place)
        parts[source.id] = part = _part(source, share, old.get(source.id))
        left -= min(part.length, share)
    return parts


def _part(source: Source, share: int, old: _Part | None) -> _Part:
    if old and source.revision and old.revision == source.revision:
        if old.share == share or old.length <= min(old.share, share):
            return old
        if min(old.length, share) <= len(old.beginning):
            counted = plain(old.beginning[:share])
            return _Part(old.revision, old.beginning, old.length, share, counted)
    text = f"{source.title}\n{source.text()}"
    kept = text[: share + _SPARE]
    return _Part(source.revision, kept, len(text), share, plain(text[:share]))


def _recount(grams: Counter[str], before: str, now: str) -> None:
    """Take out the stretches of one text and put in those of another, but for what both share."""
    pairs = enumerate(zip(before, now, strict=False))
    shared = next((at for at, (a, b) in pairs if a != b), min(len(before), len(now)))
    same = max(0, shared - LONGEST_GRAM + 1)
    grams.update(_stretches(now[same:]))
    gone = Counter(_stretches(before[same:]))
    grams.subtract(gone)
    for gram in gone:
        if not grams[gram]:
            del grams[gram]


@cache
def _data_grams() -> Mapping[str, int]:
    grams: dict[str, int] = {}
    for word in (*policy_words(), *gazetteer().spellings):
        for gram in _stretches_of_run(word):
            grams[gram] = max(grams.get(gram, 0), _DATA_WORD if gram == word else 1)
    return grams


def _stretches(text: str) -> Iterable[str]:
    for run in _CHINESE.findall(text):
        yield from _stretches_of_run(run)


def _stretches_of_run(run: str) -> Iterable[str]:
    for length in range(2, LONGEST_GRAM + 1):
        for at in range(len(run) - length + 1):
            yield run[at : at + length]
