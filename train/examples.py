"""Reading-comprehension examples: a question, a text, and where in it the answer stands."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from opencc import OpenCC


@dataclass(frozen=True, slots=True)
class Example:
    """`context[start:end]` answers `question`; with `start == end` nothing in it does.

    `heading` is shown to the reader before the text (a document's title, a clause's label) and
    never holds the answer. `group` names the text, so that one text is never split between
    training and held-out data. `tempting` are words of a text without an answer that are easily
    taken for one. `weight` scales the example's loss.
    """

    question: str
    context: str
    start: int = 0
    end: int = 0
    heading: str = ""
    group: str = ""
    weight: float = 1.0
    tempting: str = ""

    @property
    def answerable(self) -> bool:
        """Whether the text holds an answer."""
        return self.end > self.start

    @property
    def answer(self) -> str:
        """The words of the answer, empty when there is none."""
        return self.context[self.start : self.end]


def read_squad(path: Path, *, traditional: bool = False) -> list[Example]:
    """The examples of a file in SQuAD's format; `traditional` script is made simplified.

    Raises ValueError, naming file and question, when an answer is not the text at its offset.
    """
    converter = OpenCC("t2s") if traditional else None
    examples: list[Example] = []
    for article in json.loads(path.read_text(encoding="utf-8"))["data"]:
        for number, paragraph in enumerate(article["paragraphs"]):
            context = paragraph["context"]
            for entry in paragraph["qas"]:
                answer = entry["answers"][0]
                start = answer["answer_start"]
                example = Example(
                    question=entry["question"].strip(),
                    context=context,
                    start=start,
                    end=start + len(answer["text"]),
                    heading=article.get("title", ""),
                    group=f"{path.stem}:{paragraph.get('id', number)}:{context[:24]}",
                )
                if example.answer != answer["text"]:
                    raise ValueError(
                        f"{path}: answer of {entry['id']} is {answer['text']!r}, "
                        f"but its offset points to {example.answer!r}"
                    )
                examples.append(_simplified(example, converter) if converter else example)
    return examples


def _simplified(example: Example, converter: OpenCC) -> Example:
    """The example in simplified script. The answer is found again: lengths may change."""
    before = converter.convert(example.context[: example.start])
    answer = converter.convert(example.answer)
    after = converter.convert(example.context[example.end :])
    return replace(
        example,
        question=converter.convert(example.question),
        context=before + answer + after,
        heading=converter.convert(example.heading),
        start=len(before),
        end=len(before) + len(answer),
    )


def hold_out(examples: Sequence[Example], groups: int) -> tuple[list[Example], list[Example]]:
    """The examples of all but the last `groups` texts, and those of these texts."""
    names = sorted(dict.fromkeys(example.group for example in examples))
    held = set(names[-groups:]) if groups else set()
    return (
        [example for example in examples if example.group not in held],
        [example for example in examples if example.group in held],
    )
