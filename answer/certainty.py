"""How sure it is that a statement answers a question."""

from __future__ import annotations

import math

from answer.evidence import Evidence

# An answer less certain than this is a refusal: where wrong answers and wrong refusals are about
# as many on our own questions.
THRESHOLD = 0.3
# A logistic model of “this answers”, fitted on 351 development questions of three sets, classes
# weighted alike: an offset, the reader's log-odds, and the logarithm of the weight of what question
# and statement (with its headings) have in common.
OFFSET, READING, NAMED = -1.9, 0.18, 1.65
# Without a reader, only what they have in common tells.
OFFSET_UNREAD, NAMED_UNREAD = -2.8, 3.1
# A reading tells no more beyond these log-odds.
STRONGEST = 12.0


def certainty(evidence: Evidence) -> float:
    """The probability that `evidence` answers its question, 0..1."""
    named = math.log1p(evidence.named)
    if evidence.reading is None:
        return _logistic(NAMED_UNREAD * named + OFFSET_UNREAD)
    reading = max(-STRONGEST, min(STRONGEST, evidence.reading))
    return _logistic(READING * reading + NAMED * named + OFFSET)


def _logistic(value: float) -> float:
    return 1.0 / (1.0 + math.exp(-value))
