"""How sure the figures are: bootstrap intervals, and a test for paired differences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

CONFIDENCE = 0.95
RESAMPLES = 5_000
SEED = 20_250_310
# Bounds the memory of one batch of resamples: so many values at once.
BATCH_VALUES = 5_000_000


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean over `count` questions and its 95% bootstrap interval."""

    mean: float
    low: float
    high: float
    count: int


@dataclass(frozen=True, slots=True)
class Difference:
    """Mean of `after - before` over the same questions, its interval, and how likely by chance."""

    mean: float
    low: float
    high: float
    p_value: float
    count: int


def mean_interval(values: Sequence[float]) -> Interval:
    """The mean with its percentile bootstrap interval (Efron, 1979); `values` not empty.

    Questions are resampled with a fixed seed, so the same values give the same interval.
    """
    sample = np.asarray(values, np.float64)
    low, high = _bootstrap_bounds(sample)
    return Interval(float(sample.mean()), low, high, len(sample))


def paired_difference(before: Sequence[float], after: Sequence[float]) -> Difference:
    """The change on the same questions, in the same order.

    The p-value is two-sided, of the sign-flip permutation test: how often would swapping the two
    runs' values at random, question by question, make a difference as large as this.
    """
    change = np.asarray(after, np.float64) - np.asarray(before, np.float64)
    low, high = _bootstrap_bounds(change)
    return Difference(float(change.mean()), low, high, _sign_flip_p(change), len(change))


def _bootstrap_bounds(sample: NDArray[np.float64]) -> tuple[float, float]:
    if np.all(sample == sample[0]):
        return float(sample[0]), float(sample[0])
    random = np.random.default_rng(SEED)
    batch = max(1, BATCH_VALUES // len(sample))
    means = []
    for start in range(0, RESAMPLES, batch):
        size = (min(batch, RESAMPLES - start), len(sample))
        means.append(random.choice(sample, size=size).mean(axis=1))
    tail = (1 - CONFIDENCE) / 2
    low, high = np.quantile(np.concatenate(means), (tail, 1 - tail))
    return float(low), float(high)


def _sign_flip_p(change: NDArray[np.float64]) -> float:
    # A question without a change flips to the same value: leaving it out alters nothing.
    changed = change[change != 0]
    observed = abs(float(changed.sum()))
    random = np.random.default_rng(SEED)
    batch = max(1, BATCH_VALUES // max(1, len(changed)))
    as_large = 0
    for start in range(0, RESAMPLES, batch):
        size = (min(batch, RESAMPLES - start), len(changed))
        flipped = np.abs((random.choice((-1.0, 1.0), size=size) * changed).sum(axis=1))
        # Sums of the same numbers in another order differ in the last digits.
        as_large += int(np.sum(flipped >= observed - 1e-9))
    # The observed assignment is one of those possible, so that p is never 0.
    return (as_large + 1) / (RESAMPLES + 1)
