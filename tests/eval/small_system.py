"""A tiny system of two documents with answers set by hand, and ways to break them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date

from eval.question import Evidence, Question
from records import Answer, AnswerStatus, Citation, Document, Hit, Passage

VOUCHER = Document(
    id="voucher",
    title="算力服务券办法",
    text="算力服务券按算力费用的50%补助,最高20万元。补助期限不超过三年。",
)
MODEL = Document(
    id="model",
    title="垂直模型办法",
    text="垂直行业模型按研发成本30%补助,最高500万元。申报材料包括申报书和承诺书。",
)
DOCUMENTS = {document.id: document for document in (VOUCHER, MODEL)}

Change = Callable[[Answer], Answer]


def passages(document: Document) -> list[Passage]:
    """One passage a sentence."""
    found, start = [], 0
    for sentence in document.text.split("。")[:-1]:
        end = start + len(sentence) + 1
        text = document.text[start:end]
        found.append(
            Passage(document_id=document.id, title=document.title, start=start, end=end, text=text)
        )
        start = end
    return found


PASSAGES = [passage for document in DOCUMENTS.values() for passage in passages(document)]


def cite(number: int, document: Document, quote: str) -> Citation:
    """A true citation."""
    start = document.text.index(quote)
    owner = next(p for p in passages(document) if p.start <= start < p.end)
    return Citation(
        number=number,
        document_id=document.id,
        title=document.title,
        quote=quote,
        start=start,
        end=start + len(quote),
        passage_id=owner.id,
    )


QUESTIONS = (
    Question(
        id="amount",
        text="算力服务券补多少?",
        answers=("按50%补助,最高20万元",),
        evidence=(Evidence("voucher", "算力服务券按算力费用的50%补助"),),
        type="amount",
    ),
    Question(
        id="both",
        text="垂直模型补多少,要什么材料?",
        answers=("按研发成本30%补助,最高500万元;申报书和承诺书",),
        evidence=(
            Evidence("model", "垂直行业模型按研发成本30%补助"),
            Evidence("model", "申报材料包括申报书和承诺书"),
        ),
        type="multi-doc",
    ),
    Question(id="none", text="天气怎么样?", answerable=False, type="out-of-scope"),
)
ANSWERS = {
    "算力服务券补多少?": Answer(
        question="算力服务券补多少?",
        status=AnswerStatus.ANSWERED,
        text="算力服务券按算力费用的50%补助,最高20万元[1]。补助期限不超过三年[2]。",
        citations=(
            cite(1, VOUCHER, "算力服务券按算力费用的50%补助,最高20万元"),
            cite(2, VOUCHER, "补助期限不超过三年"),
        ),
        confidence=0.9,
    ),
    "垂直模型补多少,要什么材料?": Answer(
        question="垂直模型补多少,要什么材料?",
        status=AnswerStatus.ANSWERED,
        text="垂直行业模型按研发成本30%补助,最高500万元[1]。申报材料包括申报书和承诺书[2]。",
        citations=(
            cite(1, MODEL, "垂直行业模型按研发成本30%补助,最高500万元"),
            cite(2, MODEL, "申报材料包括申报书和承诺书"),
        ),
        confidence=0.8,
    ),
    "天气怎么样?": Answer(
        question="天气怎么样?", status=AnswerStatus.NO_ANSWER, text="", confidence=0.1
    ),
}


class SmallSystem:
    """Right about everything, unless `change` breaks its answers."""

    def __init__(self, change: Change = lambda answer: answer) -> None:
        self.change = change
        self.asked: list[str] = []

    def retrieve(
        self,
        question: str,
        k: int,
        *,
        history: Sequence[str] = (),
        document_ids: Collection[str] | None = None,
    ) -> Sequence[Hit]:
        order = [*PASSAGES] if "算力" in question else [*PASSAGES[2:], *PASSAGES[:2]]
        allowed = [p for p in order if document_ids is None or p.document_id in document_ids]
        return [Hit(passage, 1.0 / rank) for rank, passage in enumerate(allowed[:k], start=1)]

    def answer(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        today: date | None = None,
        document_ids: Collection[str] | None = None,
    ) -> Answer:
        self.asked.append(question)
        return self.change(ANSWERS[question])

    def document(self, document_id: str) -> Document:
        return DOCUMENTS[document_id]

    def document_ids(self) -> Collection[str]:
        return DOCUMENTS.keys()


def one_digit_changed(answer: Answer) -> Answer:
    """20万元 becomes 30万元; quotes stay as they are."""
    return replace(answer, text=answer.text.replace("最高20万元", "最高30万元"))


def citations_swapped(answer: Answer) -> Answer:
    """The marker of each sentence points at the other sentence's source; numbering stays sound."""
    first, *others = answer.citations or (None,)
    if first is None or not others:
        return answer
    swapped = (replace(others[0], number=1), replace(first, number=2))
    return replace(answer, citations=swapped)


def always_answers(answer: Answer) -> Answer:
    """Says something about subsidies to everything."""
    if answer.status is AnswerStatus.ANSWERED:
        return answer
    given = ANSWERS["算力服务券补多少?"]
    return replace(given, question=answer.question)


def always_refuses(answer: Answer) -> Answer:
    """Never says anything."""
    return Answer(question=answer.question, status=AnswerStatus.NO_ANSWER, text="没有找到依据。")


def quote_altered(answer: Answer) -> Answer:
    """A quote that is close to the stored text but not it."""
    if not answer.citations:
        return answer
    first, *rest = answer.citations
    bent = replace(first, quote=first.quote.replace("补助", "补贴"))
    return replace(answer, citations=(bent, *rest))
