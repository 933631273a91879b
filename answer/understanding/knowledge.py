"""What the stored documents contribute to understanding: their names and their vocabulary."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from answer.understanding.data_files import table
from answer.understanding.normalise import plain
from answer.understanding.places import canonical_place, named_places
from answer.understanding.vocabulary import Source, Vocabulary
from records import Document

NAMED_IN_TEXT = 200

_NUMBER = re.compile(
    r"(?P<prefix>[\u4e00-\u9fff]{1,12})[〔\[(【]\s*(?P<year>(?:19|20)[0-9]{2})\s*[〕\])】]\s*第?"
    r"(?P<number>[0-9]{1,5})\s*号"
)
_IN_BRACKETS = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)")
_ALSO_CALLED = re.compile(r"(?:别称|又称|俗称)(?:为|叫)?[“\"《]([^”\"》]{3,16})[”\"》]")
# Shorter than this, a title is too likely to be said without meaning the document, unless it is a
# name that counts its clauses: 软件十四条.
_SHORTEST_TITLE = 8
_COUNTS_CLAUSES = re.compile(
    "[\u4e00-\u9fff]{2,}(?:十[一二三四五六七八九]|[二三四五六七八九]?十|[1-9][0-9])条"
)
TextOf = Callable[[str], str]


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
    vocabulary: Vocabulary = field(default_factory=Vocabulary)


def knowledge_of(
    documents: Iterable[Document],
    text_of: TextOf,
    revisions: Mapping[str, str],
    before: Knowledge | None,
) -> Knowledge:
    """What `documents` are called and which words they use.

    Headers without text will do: `text_of` gives the text of an id. It is called at once for the
    first `NAMED_IN_TEXT` documents, whose texts may tell what else they are called, and for
    the rest when the vocabulary is first asked for. `revisions` gives a word for each id that is
    another when the document is; by it the vocabulary of what was known `before` is carried on.
    """
    held = [
        replace(header, text=text_of(header.id))
        if not header.text and place < NAMED_IN_TEXT
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
        vocabulary=Vocabulary(
            [_source(one, text_of, revisions) for one in held],
            before.vocabulary if before else None,
        ),
    )


def document_number(text: str) -> tuple[str, int, int] | None:
    """The first 文号 of `text` as (prefix, year, number), or None: (武政规, 2025, 3)."""
    match = _NUMBER.search(text)
    return match and (match["prefix"], int(match["year"]), int(match["number"]))


@lru_cache(maxsize=20_000)
def title_key(title: str) -> str:
    """A title without what is often left out: brackets, quotes, spaces, letter case."""
    bare = _IN_BRACKETS.sub("", plain(title))
    return re.sub(r"[《》〈〉“”\"'\s]", "", bare).lower()


def _source(document: Document, text_of: TextOf, revisions: Mapping[str, str]) -> Source:
    def text() -> str:
        return document.text or text_of(document.id)

    return Source(document.id, document.title, revisions.get(document.id, ""), text)


def _names_of(document: Document) -> Iterable[str]:
    """What a sentence may call the document: by its title, or as its text says."""
    also = {name.lower() for name in _ALSO_CALLED.findall(document.text[:4000])}
    cores = (_without_place(name) for name in also)
    return _names_of_title(document.title) | also | {core for core in cores if core}


@lru_cache(maxsize=20_000)
def _names_of_title(title: str) -> frozenset[str]:
    """The title with and without the place in front."""
    key = title_key(title)
    return frozenset(one for one in (key if len(key) >= 5 else "", _without_place(key)) if one)


def _without_place(name: str) -> str:
    """The name without the place in front; empty if it has none or is hardly a name without."""
    places = named_places(name)
    if not places or places[0].start > 0:
        return ""
    core = name[places[0].end :].removeprefix("关于").removeprefix("人民政府")
    is_name = len(core) >= _SHORTEST_TITLE or _COUNTS_CLAUSES.fullmatch(core)
    return core if is_name else ""


def _further_regions(documents: Iterable[Document]) -> tuple[str, ...]:
    regions = {document.region for document in documents if len(document.region) > 1}
    return tuple(sorted((one for one in regions if not canonical_place(one)), key=len)[::-1])
