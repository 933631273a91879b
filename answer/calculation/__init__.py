"""What an asker's own amount comes to under a clause: worked out, and checked again."""

from answer.calculation.calculate import calculate
from answer.calculation.verify import equations, worked_faults

__all__ = ["calculate", "equations", "worked_faults"]
