"""Answers and questions for tests of the journal and of what reads it."""

from __future__ import annotations

from typing import Any

from chat.journal import Asking, Channel
from records import Answer, AnswerStatus, Citation, Validity


def citation(document_id: str = "voucher", number: int = 1, **changes: Any) -> Citation:
    values: dict[str, Any] = {
        "number": number,
        "document_id": document_id,
        "title": f"《{document_id}》办法",
        "quote": "最高20万元",
        "start": 4,
        "end": 10,
        "validity": Validity.IN_FORCE,
    }
    return Citation(**(values | changes))


def answered(*citations: Citation, question: str = "算力券最高补多少？", **changes: Any) -> Answer:
    cited = citations or (citation(),)
    markers = "".join(f"[{one.number}]" for one in cited)
    values: dict[str, Any] = {
        "question": question,
        "status": AnswerStatus.ANSWERED,
        "text": f"最高20万元。{markers}",
        "citations": cited,
        "confidence": 0.8,
    }
    return Answer(**(values | changes))


REFUSED = Answer(question="", status=AnswerStatus.NO_ANSWER, text="文件里没有写。")
ASKED_BACK = Answer(
    question="", status=AnswerStatus.CLARIFY, text="您想问哪一项？", choices=("算力券", "数据券")
)


def asking(question: str = "算力券最高补多少？", **changes: Any) -> Asking:
    values: dict[str, Any] = {
        "question": question,
        "channel": Channel.PUBLIC,
        "conversation": "c1",
    }
    return Asking(**(values | changes))
