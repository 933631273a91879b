"""Examples in the language of policy: from the corpus, and from texts written for training."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from index.reranking import heading_of
from ingest.clauses import split
from ingest.discovery import find_files
from ingest.reading import read_file
from records import Document, Passage
from settings import Settings
from train.examples import Example

# A section of this many characters at most is an answer as a whole.
LONGEST_SECTION = 260
_HEADING = re.compile(r"^#+\s*(?P<label>.+?)\s*$", re.MULTILINE)
_REFERENCE = re.compile(r"[(（][^()（）]*[)）]$")
_WHOLE_SECTION = (
    "{title}在{label}方面有哪些规定？",
    "{label}方面有什么支持措施？",
    "关于{label}，{title}是怎么规定的？",
    "{title}对{label}有什么要求？",
    "{label}怎么规定的",
)


@dataclass(frozen=True, slots=True)
class Library:
    """The corpus as the product splits it."""

    documents: dict[str, Document]
    passages: dict[str, list[Passage]]


def read_library(settings: Settings, folder: Path) -> Library:
    """Read and split every file of a corpus folder."""
    documents = {
        document.id: document
        for path in find_files([folder])
        for document in read_file(path, settings)
    }
    return Library(
        documents,
        {name: split(one, settings.passage_characters) for name, one in documents.items()},
    )


def corpus_examples(library: Library, path: Path, *, others: bool = True) -> list[Example]:
    """The hand-written questions of a file on the passages that hold their answers.

    With `others` each is also put to the closest passage of its document that does not, and a
    question without an answer to the two closest instead of one; where the entry has the words that
    are `near` to it, to the passage that holds them. Raises ValueError, naming words and document,
    for an answer or such words that stand nowhere in it.
    """
    examples = []
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        question, answer = entry["question"], entry.get("answer", "")
        passages = library.passages[entry["document_id"]]
        if near := entry.get("near"):
            holding = _holding(near, passages, path)
            examples.append(replace(_nothing(question, holding[0]), tempting=near))
            continue
        if not answer:
            asked = _closest(question, passages)[: 2 if others else 1]
            examples += [_nothing(question, one) for one in asked]
            continue
        holding = _holding(answer, passages, path)
        examples.append(_found(question, answer, _closest(question, holding)[0]))
        if others:
            rest = [one for one in passages if one not in holding]
            examples += [_nothing(question, one) for one in _closest(question, rest)[:1]]
    return examples


def section_examples(library: Library, generator: random.Random) -> list[Example]:
    """Headings asked as questions, answered by their whole content."""
    return [
        example
        for passages in library.passages.values()
        for passage in passages
        for example in _sections(passage, generator)
    ]


def text_examples(path: Path) -> list[Example]:
    """The questions on texts written for training."""
    examples = []
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        for asked in entry["questions"]:
            start = entry["text"].find(asked["answer"]) if asked["answer"] else 0
            if start < 0:
                raise ValueError(f"{path}: {asked['answer']!r} is not in {entry['title']!r}")
            examples.append(
                Example(
                    question=asked["question"],
                    context=entry["text"],
                    start=start,
                    end=start + len(asked["answer"]),
                    heading=entry["title"],
                    group=entry["title"],
                )
            )
    return examples


def _sections(passage: Passage, generator: random.Random) -> Iterator[Example]:
    found = list(_HEADING.finditer(passage.text))
    borders = [*(heading.start() for heading in found[1:]), len(passage.text)]
    for heading, until in zip(found, borders, strict=False):
        begin = heading.end()
        body = passage.text[begin:until]
        content = body.strip().removeprefix("- ")
        label = _REFERENCE.sub("", heading["label"])
        if not 20 <= len(content) <= LONGEST_SECTION or label == passage.title:
            continue
        start = begin + body.index(content)
        yield Example(
            question=generator.choice(_WHOLE_SECTION).format(title=passage.title, label=label),
            context=passage.text,
            start=start,
            end=start + len(content),
            heading=heading_of(passage),
            group=passage.document_id,
            weight=0.5,
        )


def _holding(words: str, passages: Sequence[Passage], path: Path) -> list[Passage]:
    """The passages of a document that hold these words; there must be one."""
    if holding := [one for one in passages if words in one.text]:
        return holding
    raise ValueError(f"{path}: {words!r} stands in no passage of {passages[0].document_id}")


def _found(question: str, answer: str, passage: Passage) -> Example:
    start = passage.text.index(answer)
    return Example(
        question=question,
        context=passage.text,
        start=start,
        end=start + len(answer),
        heading=heading_of(passage),
        group=passage.document_id,
    )


def _nothing(question: str, passage: Passage) -> Example:
    return Example(
        question=question,
        context=passage.text,
        heading=heading_of(passage),
        group=passage.document_id,
    )


def _closest(question: str, passages: Sequence[Passage]) -> list[Passage]:
    """The passages by how many character pairs they share with the question."""
    pairs = {question[at : at + 2] for at in range(len(question) - 1)}
    return sorted(passages, key=lambda one: -sum(pair in one.text for pair in pairs))
