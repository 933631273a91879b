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
# The same of “the first statement answers”, on 931 questions of five sets. What the first one leads
# by and how near its passage lies tell whether anything answers at all; among the statements of
# one answer they would tell wrongly, as those are rivals and not always near.
CONFIDENCE_OFFSET = -1.79
CONFIDENCE_READING, CONFIDENCE_LEAD = 0.117, 0.21
CONFIDENCE_SHARE, CONFIDENCE_NEARNESS = 0.6, 2.56
CONFIDENCE_OFFSET_UNREAD = -2.31
CONFIDENCE_SHARE_UNREAD, CONFIDENCE_NEARNESS_UNREAD = 1.82, 2.34
# A reading tells no more beyond these log-odds, nor does a lead.
STRONGEST, LARGEST_LEAD = 12.0, 4.0


def certainty(evidence: Evidence) -> float:
    """The probability that `evidence` answers its question, 0..1."""
    named = math.log1p(evidence.named)
    if evidence.reading is None:
        return _logistic(NAMED_UNREAD * named + OFFSET_UNREAD)
    reading = _within(STRONGEST, evidence.reading)
    return _logistic(READING * reading + NAMED * named + OFFSET)


def confidence(evidence: Evidence) -> float:
    """How sure an answer that `evidence` leads is right, 0..1.

    Many words in common tell of long questions, nearness and lead of short ones in other words than
    the document's: whichever of the two is surer counts.
    """
    return max(certainty(evidence), _leading(evidence))


def _leading(evidence: Evidence) -> float:
    """The probability that `evidence`, found first, answers its question, 0..1."""
    share, nearness = evidence.share, evidence.nearness
    if evidence.reading is None:
        return _logistic(
            CONFIDENCE_SHARE_UNREAD * share
            + CONFIDENCE_NEARNESS_UNREAD * nearness
            + CONFIDENCE_OFFSET_UNREAD
        )
    return _logistic(
        CONFIDENCE_READING * _within(STRONGEST, evidence.reading)
        + CONFIDENCE_LEAD * _within(LARGEST_LEAD, evidence.lead)
        + CONFIDENCE_SHARE * share
        + CONFIDENCE_NEARNESS * nearness
        + CONFIDENCE_OFFSET
    )


def _within(limit: float, value: float) -> float:
    return max(-limit, min(limit, value))


def _logistic(value: float) -> float:
    return 1.0 / (1.0 + math.exp(-value))
