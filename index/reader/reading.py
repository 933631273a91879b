"""What the reader makes of one text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]

# No answer is longer than this many tokens (about 300 characters).
LONGEST_ANSWER = 200
# How many spans are set against each other; the next ones hardly weigh.
SPANS = 40


@dataclass(frozen=True, slots=True)
class Span:
    """`text[start:end]` answers; `score` is the log-odds that anything does.

    It is that of the likeliest span against “nothing here answers”.
    """

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """The reader's scores for the tokens of one text.

    `offsets` are the characters [start, end) of each token; `start_scores` and `end_scores` how
    well each begins and ends the answer; `null_score` what “no answer” scores.
    """

    offsets: Sequence[tuple[int, int]]
    start_scores: Scores
    end_scores: Scores
    null_score: float

    def best(self, begin: int = 0, end: int | None = None) -> Span | None:
        """The best span inside the characters [begin, end), or None when no token lies there."""
        inside = [
            at
            for at, (first, last) in enumerate(self.offsets)
            if first >= begin and (end is None or last <= end) and last > first
        ]
        if not inside:
            return None
        low, high = inside[0], inside[-1] + 1
        starts, ends = self.start_scores[low:high], self.end_scores[low:high]
        sums = starts[:, None] + ends[None, :]
        length = np.arange(high - low)
        distance = length[None, :] - length[:, None]
        sums = np.where((distance >= 0) & (distance < LONGEST_ANSWER), sums, -np.inf)
        first, last = _most_shared(sums)
        return Span(
            start=self.offsets[low + first][0],
            end=self.offsets[low + last][1],
            score=float(sums.max()) - self.null_score,
        )


def _most_shared(sums: Scores) -> tuple[int, int]:
    """The first and last token of the span that shares most with what may be the answer.

    `sums[first, last]` is the log-likelihood of a span, up to a constant. Of the likeliest
    `SPANS` it is the one whose token F1 with the others, weighted by their likelihood, is highest
    (minimum Bayes risk; Goodman, “Parsing algorithms and metrics”, 1996).
    """
    flat = sums.ravel()
    count = min(SPANS, flat.size)
    likeliest = np.argpartition(flat, -count)[-count:]
    firsts, lasts = np.unravel_index(likeliest[np.isfinite(flat[likeliest])], sums.shape)
    chances = np.exp(sums[firsts, lasts] - sums.max())
    begins, ends = np.maximum.outer(firsts, firsts), np.minimum.outer(lasts, lasts)
    lengths = lasts - firsts + 1
    shared = 2 * np.maximum(ends - begins + 1, 0) / np.add.outer(lengths, lengths)
    at = int(np.argmax(shared @ chances))
    return int(firsts[at]), int(lasts[at])
