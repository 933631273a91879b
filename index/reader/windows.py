"""Windows of a text that is too long to be read at once, and how their scores are joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.reader.reading import Reading, Scores


@dataclass(frozen=True, slots=True)
class Window:
    """One input of the network: tokens `token`… of text number `text`, from `first` on in `ids`."""

    text: int
    ids: Sequence[int]
    first: int
    token: int
    offsets: Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class ReadWindow:
    """A window with its scores."""

    window: Window
    starts: Scores
    ends: Scores
    null_score: float


def merged(parts: Sequence[ReadWindow]) -> Reading:
    """One reading of the whole text: each token as the window saw it that was surest of it.

    Scores are taken against each window's own null score, so the reading's own is 0.
    """
    ordered = sorted(parts, key=lambda part: part.window.token)
    tokens = max(part.window.token + len(part.window.offsets) for part in ordered)
    starts = np.full(tokens, -np.inf, np.float32)
    ends = np.full(tokens, -np.inf, np.float32)
    offsets: list[tuple[int, int]] = [(0, 0)] * tokens
    for part in ordered:
        inside = slice(part.window.token, part.window.token + len(part.window.offsets))
        starts[inside] = np.maximum(starts[inside], part.starts - part.null_score / 2)
        ends[inside] = np.maximum(ends[inside], part.ends - part.null_score / 2)
        offsets[inside] = part.window.offsets
    return Reading(offsets, starts, ends, 0.0)
