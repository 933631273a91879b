"""How fast it was and how much memory it took."""

from __future__ import annotations

import resource
import sys
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds: half, 95% and 99% of the calls took no longer."""

    p50: float
    p95: float
    p99: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """What a run cost.

    `passages_per_second` is None when nothing had to be indexed; `peak_megabytes` of the process
    is None for a system that shared it with one before.
    """

    retrieval: Latency
    answer: Latency
    questions_per_second: float
    passages_per_second: float | None
    peak_megabytes: float | None


def latency(milliseconds: Sequence[float]) -> Latency:
    """The percentiles of a list that must not be empty, interpolated between calls."""
    p50, p95, p99 = np.percentile(np.asarray(milliseconds), (50, 95, 99))
    return Latency(float(p50), float(p95), float(p99))


def peak_megabytes() -> float:
    """The most memory this process has held at once, in MiB, indexing included."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Linux counts in KiB, macOS in bytes.
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10
