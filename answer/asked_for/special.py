"""Documents for a special group: who does not name it is answered from the general ones first."""

from __future__ import annotations

import re

from answer.understanding import Question
from answer.understanding.same_words import in_common_words

_ABBREVIATION = re.compile("[A-Z]{3,}")
# Groups by what names them in a title, and the word by which a question means them.
_INDUSTRIES = {"人形机器人": "机器人", "智能网联汽车": "车", "开源鸿蒙": "鸿蒙"}


def is_for_others(question: Question, title: str) -> bool:
    """Whether a document's title names a group (“OPC”, “人形机器人”) that the question does not."""
    asked = in_common_words(f"{question.text} {question.standalone}").upper()
    words = [word for group, word in _INDUSTRIES.items() if group in title]
    return any(word not in asked for word in (*_ABBREVIATION.findall(title), *words))
