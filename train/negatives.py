"""Texts that are close to a question and do not answer it."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import replace

from sklearn.feature_extraction.text import TfidfVectorizer

from train.examples import Example

NEAREST = 6
# A text whose answer was taken out must leave this many characters to be worth asking.
SHORTEST_REST = 60
_SENTENCE = re.compile(r"[^。！？；!?\n]*[。！？；!?\n]*")


def unanswerable(
    examples: Sequence[Example], share: float, generator: random.Random
) -> list[Example]:
    """Pairs a `share` of the questions with a similar text of another group without the answer.

    Similarity is the cosine of tf-idf over character bigrams, as a full-text retriever sees it.
    """
    contexts = list(dict.fromkeys(example.context for example in examples))
    headings = {example.context: example.heading for example in examples}
    vectorizer = TfidfVectorizer(analyzer="char", ngram_range=(2, 2), sublinear_tf=True, min_df=2)
    matrix = vectorizer.fit_transform(contexts)
    chosen = [one for one in examples if one.answerable and generator.random() < share]
    made = []
    for begin in range(0, len(chosen), 500):
        batch = chosen[begin : begin + 500]
        scores = (vectorizer.transform([one.question for one in batch]) @ matrix.T).toarray()
        for example, row in zip(batch, scores, strict=True):
            near = [contexts[at] for at in row.argsort()[::-1][: NEAREST + 1]]
            others = [text for text in near if text != example.context]
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
        sentence.group()
        for sentence in _SENTENCE.finditer(example.context)
        if sentence.end() <= example.start or sentence.start() >= example.end
    )
