"""The last look at an answer before it leaves: nothing in it may lack its evidence."""

from answer.checks.answer import check_answer
from answer.checks.faults import Fault, UnsupportedAnswer, UnsupportedSpeech

__all__ = ["Fault", "UnsupportedAnswer", "UnsupportedSpeech", "check_answer"]
