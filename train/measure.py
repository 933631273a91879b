"""How well a reader reads texts that it was not trained on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eval.metrics.text import char_f1, exact_match
from index.reader import Reader
from train.examples import Example


@dataclass(frozen=True, slots=True)
class Measured:
    """Shares in 0..1: over answerable examples, and of those without an answer."""

    exact_match: float
    character_f1: float
    answerable: int
    unanswerable: int
    threshold: float
    wrong_answers: float
    wrong_refusals: float


def measure(reader: Reader, examples: Sequence[Example]) -> Measured:
    """Exact match and F1 with the text given, and refusals at the threshold that balances both."""
    exact, overlap, scores = [], [], []
    for example in examples:
        span = reader.read(example.question, [(example.heading, example.context)])[0].best()
        if span is None:
            continue
        scores.append((span.score, example.answerable))
        if example.answerable:
            given = example.context[span.start : span.end]
            exact.append(exact_match([example.answer], given))
            overlap.append(char_f1([example.answer], given))
    threshold = balanced_threshold(scores)
    wrong = [score >= threshold for score, answerable in scores if not answerable]
    refused = [score < threshold for score, answerable in scores if answerable]
    return Measured(
        exact_match=_mean(exact),
        character_f1=_mean(overlap),
        answerable=len(exact),
        unanswerable=len(wrong),
        threshold=threshold,
        wrong_answers=_mean(wrong),
        wrong_refusals=_mean(refused),
    )


def balanced_threshold(scores: Sequence[tuple[float, bool]]) -> float:
    """The score at which wrong answers and wrong refusals come closest to each other."""
    answerable = sum(one for _, one in scores)
    unanswerable = len(scores) - answerable
    if not answerable or not unanswerable:
        return 0.0

    def difference(threshold: float) -> float:
        wrong = sum(score >= threshold for score, one in scores if not one) / unanswerable
        refused = sum(score < threshold for score, one in scores if one) / answerable
        return abs(wrong - refused)

    return min((score for score, _ in scores), key=difference)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else float("nan")
