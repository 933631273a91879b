"""Documents for a special group: who does not name it is answered from the general ones first."""

from __future__ import annotations

import re

from answer.understanding import Question

_GROUP = re.compile("[A-Z]{3,}")


def is_for_others(question: Question, title: str) -> bool:
    """Whether a document's title names a group (“OPC”) that the question does not."""
    asked = f"{question.text} {question.standalone}".upper()
    return any(group not in asked for group in _GROUP.findall(title))
