"""Asks back when a question fits many things at once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answer.understanding import Question
from records import Hit

MOST_CHOICES = 6
# A clause label's own reference, as in “算力服务券(二)”, and its number, as in “二、”.
_REFERENCE = re.compile(
    r"[(（][^)）]*[)）]$|^第?[一二三四五六七八九十百\d]+[、.．条章节]?\s*|^[(（][^)）]*[)）]"
)


def topics(question: Question, hits: Sequence[Hit]) -> list[str]:
    """The question asked again of each thing that the hits speak of, best first."""
    found: dict[str, str] = {}
    for hit in hits:
        if not hit.passage.clause:
            continue
        topic = _REFERENCE.sub("", hit.passage.clause[-1]).strip()
        if topic and topic not in question.text:
            found.setdefault(topic, f"《{hit.passage.title}》{topic}：{question.text}")
    return list(found.values())[:MOST_CHOICES]


def clarification_text(question: Question) -> str:
    """The words with which a question is given back."""
    if question.is_english:
        return "This fits several things. Which one do you mean?"
    return "这个问题对应多项政策，各项的规定不同。请问您要问的是哪一项？"
