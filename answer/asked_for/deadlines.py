"""Until when something can be done: whether a text speaks of an end."""

from __future__ import annotations

import re

from answer.asked_for.wanted import says_none
from answer.understanding import Asked, Question

_DEADLINE = re.compile(
    "截止|截至|最[晚迟后]|[报申领办]到(?:哪|几|什么时候)|deadline|closing date", re.IGNORECASE
)
_END = re.compile(
    r"截止|截至|[前止内]|[至到—~-] ?(?:20|[0-9]{1,2}[月日])|"
    r"有效期|期[限满]|结束|常年|全年|长期|随时|持续|\b(?:until|by|before)\b",
    re.IGNORECASE,
)


def lacks_end(question: Question, told: str) -> bool:
    """Whether it is asked until when something can be done and `told` speaks of no end."""
    asks = question.asked is Asked.DATE and _DEADLINE.search(question.as_put)
    if not asks or says_none(Asked.DATE, told):
        return False
    return _END.search(told) is None
