"""Findings and questions for the tests of wording."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from answer.finding import Finding
from answer.understanding import Asked, Question
from records import Document, Passage, TextKind, Validity

MEASURES = Document(
    id="measures",
    title="江城市促进人工智能若干措施(试行)",
    text="",
    region="江城市",
    issuing_body="江城市人民政府",
    doc_number="江政规〔2025〕3号",
    valid_until=date(2027, 3, 18),
    url="https://example.gov.cn/3.htm 镜像",
    text_kind=TextKind.FULL,
)


def ask(text: str = "算力券补多少？", asked: Asked = Asked.ANYTHING, **fields: object) -> Question:
    """A question of that kind, whatever its words are."""
    question = Question(text=text, content=("算力券",), asked=asked)
    return replace(question, **fields)  # type: ignore[arg-type]


def find(
    quote: str,
    answer: str = "",
    *,
    before: str = "# 措施\n\n- ",
    validity: Validity = Validity.IN_FORCE,
    certainty: float = 0.9,
    **document: object,
) -> Finding:
    """The statement `quote` behind `before` in a document; `answer` is the span in it."""
    text = f"{before}{quote}\n"
    made = replace(MEASURES, text=text, **document)  # type: ignore[arg-type]
    start = len(before)
    at = start + quote.index(answer)
    return Finding(
        document=made,
        validity=validity,
        passage=Passage(document_id=made.id, title=made.title, start=0, end=len(text), text=text),
        start=start,
        end=start + len(quote),
        answer_start=at,
        answer_end=at + len(answer or quote),
        clause="算力服务券",
        certainty=certainty,
        confidence=certainty,
    )
