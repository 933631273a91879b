"""What the reader makes of one text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]

# No answer is longer than this many tokens (about 300 characters).
LONGEST_ANSWER = 200


@dataclass(frozen=True, slots=True)
class Span:
    """`text[start:end]` answers with this `score`: a log-odds against “nothing here answers”."""

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
        first, last = np.unravel_index(int(np.argmax(sums)), sums.shape)
        return Span(
            start=self.offsets[low + int(first)][0],
            end=self.offsets[low + int(last)][1],
            score=float(sums[first, last]) - self.null_score,
        )
