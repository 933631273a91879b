"""How sure it is that a statement answers, and that an answer which it leads is right."""

from __future__ import annotations

import math

from answer.evidence.statements import Evidence

# An answer with less confidence than this is a refusal. Set with the reader's weights on four sets
# of questions on our corpus: a lower one answers more that should be refused, a higher one refuses
# more that should be answered and hardly gains.
THRESHOLD = 0.35
# A logistic model of “this answers”, fitted on 351 development questions of three sets, classes
# weighted alike, with readings of the weights before the last stage of training (fitted anew on 776
# it tells hardly better, and would shift all that is set by it): an offset, the reader's log-odds,
# and the logarithm of the weight of what question and statement (with its headings) have in common.
OFFSET, READING, NAMED = -1.9, 0.18, 1.65
# Without a reader, only what they have in common tells.
OFFSET_UNREAD, NAMED_UNREAD = -2.8, 3.1
# The same of “the first statement answers”, set on 895 questions of ten sets: the mean of two
# readings, the nearness of the passage, and the logarithm of the question's length, since long
# questions are read less surely. What else is known tells no more beside these. The offset was
# moved with the weights of the last stage, so that of our own set no more is refused than before.
CONFIDENCE_OFFSET = -3.2
CONFIDENCE_READING, CONFIDENCE_NEARNESS, CONFIDENCE_LENGTH = 0.29, 4.0, 0.8
# A statement by itself reads so much less sure on average than within its passage.
ALONE_LESS = 1.0
CONFIDENCE_OFFSET_UNREAD = -2.31
CONFIDENCE_SHARE_UNREAD, CONFIDENCE_NEARNESS_UNREAD = 1.82, 2.34
# A reading tells no more beyond these log-odds.
STRONGEST = 12.0


def certainty(evidence: Evidence) -> float:
    """The probability that `evidence` answers its question, 0..1."""
    named = math.log1p(evidence.named)
    if evidence.reading is None:
        return _logistic(NAMED_UNREAD * named + OFFSET_UNREAD)
    reading = _within(STRONGEST, evidence.reading)
    return _logistic(READING * reading + NAMED * named + OFFSET)


def confidence(evidence: Evidence, asked: str) -> float:
    """How sure an answer to the question `asked` that `evidence` leads is right, 0..1."""
    if evidence.reading is None:
        unread = (
            CONFIDENCE_SHARE_UNREAD * evidence.share
            + CONFIDENCE_NEARNESS_UNREAD * evidence.nearness
            + CONFIDENCE_OFFSET_UNREAD
        )
        # Many words in common tell of long questions, nearness of short ones in other words.
        return max(certainty(evidence), _logistic(unread))
    alone = evidence.reading - ALONE_LESS if evidence.alone is None else evidence.alone
    both = (_within(STRONGEST, evidence.reading) + _within(STRONGEST, alone)) / 2
    return _logistic(
        CONFIDENCE_READING * both
        + CONFIDENCE_NEARNESS * evidence.nearness
        + CONFIDENCE_LENGTH * math.log(len(asked) + 1)
        + CONFIDENCE_OFFSET
    )


def _within(limit: float, value: float) -> float:
    return max(-limit, min(limit, value))


def _logistic(value: float) -> float:
    return 1.0 / (1.0 + math.exp(-value))
