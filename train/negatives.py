"""Texts that are close to a question and do not answer it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from train.closeness import closest
from train.examples import Example
from train.pieces import sentences

NEAREST = 6
# A text whose answer was taken out must leave this many characters to be worth asking.
SHORTEST_REST = 60


def unanswerable(
    examples: Sequence[Example], share: float, generator: random.Random
) -> list[Example]:
    """Pairs a `share` of the questions with a similar text of another group without the answer.

    How similar is seen as `closest` does.
    """
    contexts = list(dict.fromkeys(example.context for example in examples))
    headings = {example.context: example.heading for example in examples}
    chosen = [one for one in examples if one.answerable and generator.random() < share]
    near = closest([one.question for one in chosen], contexts, NEAREST + 1)
    made = []
    for example, places in zip(chosen, near, strict=True):
        others = [contexts[at] for at in places if contexts[at] != example.context]
        others = [text for text in others if example.answer not in text]
        if others:
            context = generator.choice(others[:NEAREST])
            made.append(
                replace(example, context=context, heading=headings[context], start=0, end=0)
            )
    return made


def without_their_answer(
    examples: Sequence[Example], share: float, generator: random.Random
) -> list[Example]:
    """Pairs a `share` of the questions with their own text less the sentences of the answer.

    Everything else that the question is about stays, so that only the answer can tell.
    """
    made = []
    for example in examples:
        if not example.answerable or generator.random() >= share:
            continue
        rest = _less_its_sentences(example)
        if len(rest) >= SHORTEST_REST and example.answer not in rest:
            made.append(replace(example, context=rest, start=0, end=0))
    return made


def _less_its_sentences(example: Example) -> str:
    return "".join(
        example.context[start:end]
        for start, end in sentences(example.context)
        if end <= example.start or start >= example.end
    )
