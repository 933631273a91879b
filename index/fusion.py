"""Joins the two scores of a passage into one."""

from __future__ import annotations

from collections.abc import Mapping

# How much a difference of 1 in cosine counts against the best text score of the search. Cosines
# of e5 lie close together (0.75 to 0.92), so the weight is large. Measured on policy notices,
# where anything from 5 to 8 does equally well.
DENSE_WEIGHT = 6.0


def fuse(
    dense: Mapping[int, float], text: Mapping[int, float], dense_weight: float = DENSE_WEIGHT
) -> dict[int, float]:
    """`dense_weight × cosine + text score ÷ best text score` for every key of `dense`, best first.

    A convex combination, the text score scaled by its theoretical minimum 0 and observed maximum,
    as in Bruch, Gai and Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval" (2023).
    Unlike rank fusion it keeps how far apart scores are, and unlike z-scores it does not depend
    on how many passages a filter leaves. Ties go to the smaller key.
    """
    best = max(text.values(), default=0.0) or 1.0
    fused = {
        key: dense_weight * cosine + text.get(key, 0.0) / best for key, cosine in dense.items()
    }
    return dict(sorted(fused.items(), key=lambda item: (-item[1], item[0])))
