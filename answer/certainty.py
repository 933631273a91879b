"""How sure it is that a statement answers a question."""

from __future__ import annotations

import math
from dataclasses import dataclass

from answer.evidence import Evidence

# A logistic model of “this answers”, fitted on the development questions with and without an
# answer: an offset, the reader's log-odds, the weight of what question and statement (with its
# headings) have in common, and the share of the question that the statement itself names.
OFFSET, READING, NAMED, OWN = -2.4, 0.22, 1.6, 0.8
# Without a reader, only what they have in common tells.
OFFSET_UNREAD, NAMED_UNREAD = -2.8, 3.1
# A reading tells no more beyond these log-odds.
STRONGEST = 12.0


@dataclass(frozen=True, slots=True)
class Features:
    """What the certainty is made of; `reading` is None when nothing was read."""

    reading: float | None
    named: float
    own: float


def certainty(evidence: Evidence) -> float:
    """The probability that `evidence` answers its question, 0..1."""
    return certainty_of(Features(evidence.reading, evidence.named, evidence.own))


def certainty_of(features: Features) -> float:
    """The logistic of the weighted features, 0..1."""
    named = math.log1p(features.named)
    if features.reading is None:
        return _logistic(NAMED_UNREAD * named + OFFSET_UNREAD)
    reading = max(-STRONGEST, min(STRONGEST, features.reading))
    return _logistic(READING * reading + NAMED * named + OWN * features.own + OFFSET)


def _logistic(value: float) -> float:
    return 1.0 / (1.0 + math.exp(-value))
