"""Whether two questions are the same one in other words."""

from chat.likeness.agreement import Comparable, difference
from chat.likeness.matching import LEAST_LIKENESS, Likeness, best_match

__all__ = ["LEAST_LIKENESS", "Comparable", "Likeness", "best_match", "difference"]
