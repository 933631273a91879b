"""Decides whether anything supports an answer, and says so when nothing does."""

from __future__ import annotations

import math
from collections.abc import Sequence

from answer.evidence import Evidence
from answer.understanding import Question
from records import Hit

# Confidence below this is a refusal: on 237 development questions it refuses one in eight that the
# documents answer, and answers four in ten of those that they do not.
THRESHOLD = 0.75
# A logistic model of “this answers”, fitted on the same questions.
_NAMED, _OFFSET = 3.1, -2.8
# For English questions: cosines of e5 at which half are answered, and how sharply.
_ENGLISH_COSINE, _ENGLISH_SLOPE = 0.775, 60.0
NEAREST = 3


def confidence(question: Question, found: Sequence[Evidence], hits: Sequence[Hit]) -> float:
    """How sure it is that the best evidence answers the question, 0..1.

    It grows with how much that is rare the question and its best evidence have in common. An
    English question shares no words with a Chinese text, so for it closeness of meaning counts.
    """
    if not found or not hits or question.names_nothing:
        return 0.0
    if question.is_english:
        cosine = max(hit.dense_score for hit in hits)
        return _logistic(_ENGLISH_SLOPE * (cosine - _ENGLISH_COSINE))
    return _logistic(_NAMED * math.log1p(found[0].named) + _OFFSET)


def _logistic(value: float) -> float:
    return 1.0 / (1.0 + math.exp(-value))


def refusal_text(question: Question, *, nearest: bool) -> str:
    """The words of a refusal: what was looked for, and whether `nearest` documents follow."""
    wanted = "、".join(dict.fromkeys(question.content))
    if question.is_english:
        return (
            "The documents do not answer this question. "
            f"Looked for: {wanted or question.text}."
            + (" The nearest documents are listed below." if nearest else "")
        )
    return (
        f"文件库中没有找到能回答这个问题的依据。查找的内容：{wanted or question.text}。"
        + ("下面列出内容最接近的文件，供您查阅；也可以" if nearest else "可以")
        + "向主管部门咨询。"
    )


def nearest_documents(hits: Sequence[Hit]) -> list[Hit]:
    """The best hit of each of the nearest documents."""
    best: dict[str, Hit] = {}
    for hit in hits:
        best.setdefault(hit.passage.document_id, hit)
    return list(best.values())[:NEAREST]
