"""The reader by itself: the words that it marks, with nothing made of them."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from answer.evidence.spans import tidy
from eval.baselines.retriever import Retriever
from index.reader import Reader
from records import Answer, AnswerStatus, Citation, Document, Hit

# Documents that are read for a question which is not limited to any.
DOCUMENTS_READ = 3


class ReaderSystem:
    """Answers every question with the reader's best span in whole documents; never refuses.

    Those that a question is limited to are read, else the first ones that `retriever` finds. The
    confidence is the logistic of the span's log-odds against “nothing here answers”.
    """

    def __init__(
        self, retriever: Retriever, documents: Mapping[str, Document], reader: Reader
    ) -> None:
        """`documents` by id are those that the retriever searches."""
        self._retriever = retriever
        self._documents = documents
        self._reader = reader

    def retrieve(
        self,
        question: str,
        k: int,
        *,
        history: Sequence[str] = (),  # noqa: ARG002
        document_ids: Collection[str] | None = None,
    ) -> Sequence[Hit]:
        """See System. Turns before are left out: the reader reads one question."""
        return self._retriever.retrieve(question, k, document_ids) if question.strip() else ()

    def answer(
        self,
        question: str,
        *,
        history: Sequence[str] = (),  # noqa: ARG002
        today: date | None = None,  # noqa: ARG002
        document_ids: Collection[str] | None = None,
    ) -> Answer:
        """See System."""
        chosen = [self._documents[name] for name in document_ids or self._found(question)]
        read = self._reader.read(question, [(one.title, one.text) for one in chosen])
        spans = [
            (span, document)
            for document, reading in zip(chosen, read, strict=True)
            if (span := reading.best()) is not None
        ]
        if not spans:
            return Answer(question=question, status=AnswerStatus.NO_ANSWER, text="")
        span, document = max(spans, key=lambda pair: pair[0].score)
        start, end = tidy(document.text, span.start, span.end)
        citation = Citation(
            number=1,
            document_id=document.id,
            title=document.title,
            quote=document.text[start:end],
            start=start,
            end=end,
        )
        return Answer(
            question=question,
            status=AnswerStatus.ANSWERED,
            text=f"{' '.join(citation.quote.split())}[1]",
            citations=(citation,),
            confidence=1 / (1 + math.exp(-max(-50.0, min(50.0, span.score)))),
        )

    def document(self, document_id: str) -> Document:
        """See System."""
        return self._documents[document_id]

    def document_ids(self) -> Collection[str]:
        """See System."""
        return self._documents.keys()

    def _found(self, question: str) -> list[str]:
        hits = self.retrieve(question, 10 * DOCUMENTS_READ)
        return list(dict.fromkeys(hit.passage.document_id for hit in hits))[:DOCUMENTS_READ]
