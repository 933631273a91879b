"""What the baselines share: a retriever over given documents, and the plainest of answers."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Protocol

from eval.metrics.sentences import split_sentences
from records import Answer, AnswerStatus, Citation, Document, Hit


class Retriever(Protocol):
    """Finds passages in a fixed set of documents."""

    def retrieve(
        self, question: str, k: int, document_ids: Collection[str] | None
    ) -> Sequence[Hit]:
        """At most `k` passages, best first, from these documents only (None: from all)."""
        ...


class QuotingSystem:
    """Answers every question with the best passage as it stands; never refuses.

    Turns before are put in front of the question, which is what a pipeline without rewriting does.
    """

    def __init__(self, retriever: Retriever, documents: Mapping[str, Document]) -> None:
        """`documents` by id are those that the retriever searches."""
        self._retriever = retriever
        self._documents = documents

    def retrieve(
        self,
        question: str,
        k: int,
        *,
        history: Sequence[str] = (),
        document_ids: Collection[str] | None = None,
    ) -> Sequence[Hit]:
        """See System."""
        query = "\n".join((*history, question))
        return self._retriever.retrieve(query, k, document_ids) if query.strip() else ()

    def answer(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        today: date | None = None,  # noqa: ARG002
        document_ids: Collection[str] | None = None,
    ) -> Answer:
        """See System. The day makes no difference: a plain pipeline knows no validity."""
        hits = self.retrieve(question, 1, history=history, document_ids=document_ids)
        if not hits:
            return Answer(question=question, status=AnswerStatus.NO_ANSWER, text="")
        passage = hits[0].passage
        citation = Citation(
            number=1,
            document_id=passage.document_id,
            title=passage.title,
            quote=passage.text,
            start=passage.start,
            end=passage.end,
            passage_id=passage.id,
        )
        return Answer(
            question=question,
            status=AnswerStatus.ANSWERED,
            text="\n".join(f"{one.text}[1]" for one in split_sentences(passage.text)),
            citations=(citation,),
            confidence=1.0,
            hits=tuple(hits),
        )

    def document(self, document_id: str) -> Document:
        """See System."""
        return self._documents[document_id]

    def document_ids(self) -> Collection[str]:
        """See System."""
        return self._documents.keys()
