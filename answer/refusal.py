"""Decides whether anything supports an answer, and says so when nothing does."""

from __future__ import annotations

import math
from collections.abc import Sequence

from answer.evidence import Evidence
from answer.question import Question
from records import Hit

# Confidence below this is a refusal. Set on development questions with and without an answer.
THRESHOLD = 0.5
# A logistic model of “this answers” over support and cosine.
_SUPPORT, _COSINE, _OFFSET = 7.0, 20.0, -21.0
NEAREST = 3


def confidence(question: Question, found: Sequence[Evidence], hits: Sequence[Hit]) -> float:
    """How sure it is that the best evidence answers the question, 0..1.

    Two things have to hold: the evidence names what the question names, and the passage means
    something close to it. An English question shares no words with a Chinese text, so for it only
    the second counts.
    """
    if not found or not hits:
        return 0.0
    cosine = max(hit.dense_score for hit in hits)
    support = 0.75 if question.is_english else found[0].support
    return 1.0 / (1.0 + math.exp(-(_SUPPORT * support + _COSINE * cosine + _OFFSET)))


def refusal_text(question: Question) -> str:
    """The words of a refusal: what was looked for."""
    wanted = "、".join(dict.fromkeys(question.content))
    if question.is_english:
        return (
            "The documents do not answer this question. "
            f"Looked for: {wanted or question.text}. The nearest documents are listed below."
        )
    return (
        f"文件库中没有找到能回答这个问题的依据。查找的内容:{wanted or question.text}。"
        "下面列出内容最接近的文件,供您查阅;也可以向主管部门咨询。"
    )


def nearest_documents(hits: Sequence[Hit]) -> list[Hit]:
    """The best hit of each of the nearest documents."""
    best: dict[str, Hit] = {}
    for hit in hits:
        best.setdefault(hit.passage.document_id, hit)
    return list(best.values())[:NEAREST]
