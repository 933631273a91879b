"""What the stored documents contribute to understanding: their names and their vocabulary."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from answer.understanding.data_files import table
from answer.understanding.lexicon import policy_words
from answer.understanding.normalise import plain
from answer.understanding.places import canonical_place, gazetteer, named_places
from records import Document

# Characters of document text that the vocabulary is drawn from, shared out evenly: n-grams of
# 60 digests are counted in some 40 ms, of this many characters in some 300 ms, once and lazily.
VOCABULARY_CHARACTERS = 300_000
LONGEST_GRAM = 5
NAMED_IN_TEXT = 200
# A word of the data files counts as if it stood in the documents this often.
_DATA_WORD = 3

_NUMBER = re.compile(
    r"(?P<prefix>[\u4e00-\u9fff]{1,12})[〔\[(【]\s*(?P<year>(?:19|20)[0-9]{2})\s*[〕\])】]\s*第?"
    r"(?P<number>[0-9]{1,5})\s*号"
)
_IN_BRACKETS = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)")
_ALSO_CALLED = re.compile(r"(?:别称|又称|俗称)(?:为|叫)?[“\"《]([^”\"》]{3,16})[”\"》]")
_CHINESE = re.compile("[\u4e00-\u9fff]+")
# Shorter than this, a title is too likely to be said without meaning the document.
_SHORTEST_TITLE = 8
TextOf = Callable[[str], str]


class Vocabulary:
    """How often stretches of up to five characters stand in the documents. Counted when asked."""

    def __init__(self, texts: Callable[[], Iterable[str]]) -> None:
        """`texts` gives the texts to count; it is called once, at the first question."""
        self._texts = texts

    def count(self, stretch: str) -> int:
        """How often the stretch (2 to 5 Chinese characters) stands in the documents, or so."""
        return self._grams.get(stretch, 0)

    @cached_property
    def characters(self) -> Collection[str]:
        """Every Chinese character of the documents and of the data files."""
        return frozenset("".join(gram for gram in self._grams if len(gram) == 2))

    @cached_property
    def _grams(self) -> Mapping[str, int]:
        grams: Counter[str] = Counter()
        for text in self._texts():
            for run in _CHINESE.findall(text):
                grams.update(_stretches(run))
        for word in (*policy_words(), *gazetteer().spellings):
            for gram in _stretches(word):
                grams[gram] = max(grams[gram], _DATA_WORD if gram == word else 1)
        return grams


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The names of the stored documents, and their vocabulary.

    `numbers` maps (prefix, year, number) of a 文号 to document ids, `titles` a normalised title to
    ids, `names` a name that can stand in a sentence to ids; `bare` holds the short ones that only
    count as names in the right surroundings. `regions` are regions of documents that the gazetteer
    does not have, longest first.
    """

    numbers: Mapping[tuple[str, int, int], tuple[str, ...]] = field(default_factory=dict)
    titles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    bare: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    regions: tuple[str, ...] = ()
    vocabulary: Vocabulary = field(default_factory=lambda: Vocabulary(tuple))


def knowledge_of(documents: Iterable[Document], text_of: TextOf | None = None) -> Knowledge:
    """What `documents` are called and which words they use.

    Headers without text will do when `text_of` gives the text of an id. It is called at once for
    the first `NAMED_IN_TEXT` documents, whose texts may tell what else they are called, and for
    the rest when the vocabulary is first asked for.
    """
    held = [
        replace(header, text=text_of(header.id))
        if text_of and not header.text and place < NAMED_IN_TEXT
        else header
        for place, header in enumerate(documents)
    ]
    numbers: dict[tuple[str, int, int], list[str]] = {}
    titles: dict[str, list[str]] = {}
    names: dict[str, list[str]] = {}
    for document in held:
        if key := document_number(plain(document.doc_number)):
            numbers.setdefault(key, []).append(document.id)
        titles.setdefault(title_key(document.title), []).append(document.id)
        for name in _names_of(document):
            names.setdefault(name, []).append(document.id)
    bare: dict[str, tuple[str, ...]] = {}
    for entry in table("aliases")["documents"]:
        key = document_number(entry["document"])
        ids = tuple(numbers.get(key, ())) if key else ()
        if ids:
            for name in entry["names"]:
                names[name.lower()] = list(ids)
            bare |= dict.fromkeys(entry.get("bare", ()), ids)
    return Knowledge(
        numbers={key: tuple(ids) for key, ids in numbers.items()},
        titles={title: tuple(ids) for title, ids in titles.items()},
        names={name: tuple(ids) for name, ids in names.items()},
        bare=bare,
        regions=_further_regions(held),
        vocabulary=Vocabulary(lambda: _texts(held, text_of)),
    )


def document_number(text: str) -> tuple[str, int, int] | None:
    """The first 文号 of `text` as (prefix, year, number), or None: (武政规, 2025, 3)."""
    match = _NUMBER.search(text)
    return match and (match["prefix"], int(match["year"]), int(match["number"]))


def title_key(title: str) -> str:
    """A title without what is often left out: brackets, quotes, spaces, letter case."""
    bare = _IN_BRACKETS.sub("", plain(title))
    return re.sub(r"[《》〈〉“”\"'\s]", "", bare).lower()


def _names_of(document: Document) -> Iterable[str]:
    """What a sentence may call the document: its title with and without the place in front."""
    key = title_key(document.title)
    found = {key} if len(key) >= 5 else set()
    places = named_places(key)
    if places and places[0].start == 0:
        core = key[places[0].end :].removeprefix("关于").removeprefix("人民政府")
        if len(core) >= _SHORTEST_TITLE:
            found.add(core)
    found.update(name.lower() for name in _ALSO_CALLED.findall(document.text[:4000]))
    return found


def _further_regions(documents: Iterable[Document]) -> tuple[str, ...]:
    regions = {document.region for document in documents if len(document.region) > 1}
    return tuple(sorted((one for one in regions if not canonical_place(one)), key=len)[::-1])


def _texts(documents: Collection[Document], text_of: TextOf | None) -> Iterable[str]:
    share = VOCABULARY_CHARACTERS // max(len(documents), 1)
    left = VOCABULARY_CHARACTERS
    for place, document in enumerate(documents):
        # What short texts leave over goes to those that follow.
        share = left // max(len(documents) - place, 1)
        text = document.title + "\n" + (document.text or (text_of(document.id) if text_of else ""))
        left -= min(len(text), share)
        yield plain(text[:share])


def _stretches(run: str) -> Iterable[str]:
    for length in range(2, LONGEST_GRAM + 1):
        for at in range(len(run) - length + 1):
            yield run[at : at + length]
