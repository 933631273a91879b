"""The answering service: a question in, a checked answer out."""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from answer.checks import UnsupportedAnswer, check_answer
from answer.clarification import clarification_text, topics
from answer.dates import today_in_china
from answer.evidence import Evidence, choose, find_evidence, weight
from answer.refusal import THRESHOLD, confidence, nearest_documents, refusal_text
from answer.support import Support
from answer.understanding import Question, understand
from answer.wording import by_document, cite, notes, sentences
from index.filters import Filters
from index.reranking import ReadHit
from index.search import Searcher
from index.validity import validity_on
from ingest.clauses import outline
from records import Answer, AnswerStatus, Document, Hit, Passage, TextKind, Validity
from settings import Settings

HITS = 10

# How often an answer is begun anew while documents keep changing under it.
ATTEMPTS = 5

logger = logging.getLogger(__name__)


class DocumentChanged(RuntimeError):
    """A document was replaced or removed between the search and the answer."""


@dataclass(frozen=True, slots=True)
class Overview:
    """What the corpus covers; see `Service.overview`."""

    documents: int
    text_kinds: Sequence[tuple[TextKind, int]]
    regions: Sequence[tuple[str, int]]
    newest_published: date | None
    updated: datetime | None


class Service:
    """Answers questions on one storage. Keeps nothing between questions; safe between threads."""

    def __init__(self, searcher: Searcher, clock: Callable[[], date] = today_in_china) -> None:
        """Takes over `searcher`. `clock` gives the day that validity is judged by."""
        self._searcher = searcher
        self._clock = clock

    def close(self) -> None:
        """Close the storage."""
        self._searcher.close()

    def answer(
        self,
        question: str,
        *,
        region: str | None = None,
        in_force_only: bool = False,
        today: date | None = None,
        document_ids: Collection[str] | None = None,
    ) -> Answer:
        """Answer from the documents of `region` (None: of any), by the validity on `today`.

        Raises ValueError for a blank question.
        """
        if not question.strip():
            raise ValueError("the question is empty")
        started = time.perf_counter()
        day = today or self._clock()
        filters = Filters(
            regions=None if region is None else (region,),
            document_ids=document_ids,
            in_force_on=day if in_force_only else None,
        )
        answer = self._answer(understand(question), filters, day)
        return replace(answer, elapsed_ms=(time.perf_counter() - started) * 1000)

    def document(self, document_id: str) -> Document:
        """The document as stored. Raises KeyError when it is not, or no longer, there."""
        return self._searcher.document(document_id)

    def passages(self, document_id: str) -> list[Passage]:
        """The passages of a document in order. Raises KeyError like `document`."""
        self._searcher.document(document_id)
        return self._searcher.passages(document_id)

    def validity(self, document: Document) -> Validity:
        """Whether the document is in force today."""
        return validity_on(document, self._clock())

    def overview(self) -> Overview:
        """How many documents there are, by text kind and region, most first, and how fresh."""
        headers = self._searcher.documents()
        kinds = Counter(header.text_kind for header in headers)
        regions = Counter(header.region for header in headers if header.region)
        published = [header.published for header in headers if header.published]
        return Overview(
            documents=len(headers),
            text_kinds=kinds.most_common(),
            regions=regions.most_common(),
            newest_published=max(published, default=None),
            updated=self._searcher.updated_at(),
        )

    def _answer(self, question: Question, filters: Filters, day: date) -> Answer:
        """Search and compose; again from the start when a document changed in between."""
        for _ in range(ATTEMPTS):
            read = self._searcher.search_and_read(question.text, HITS, filters)
            hits = [one.hit for one in read]
            try:
                return replace(self._compose(question, read, day), hits=tuple(hits))
            except DocumentChanged as change:
                logger.info("answering again: %s changed meanwhile", change)
        return _refusal(question, (), 0.0)

    def _compose(self, question: Question, read: Sequence[ReadHit], day: date) -> Answer:
        hits = [one.hit for one in read]
        documents = self._documents(hits)
        support = Support(question, self._searcher.rarity)
        standing = {one.id: validity_on(one, day) for one in documents.values()}
        found = find_evidence(
            question, read, support, lambda one: weight(documents[one], standing[one])
        )
        if question.is_vague and (choices := topics(question, hits)):
            return _clarification(question, choices)
        sure = confidence(question, found, hits)
        if sure < THRESHOLD:
            return _refusal(question, hits, sure)
        chosen = by_document(choose(found))
        citations = cite(
            chosen,
            documents.__getitem__,
            lambda document: standing[document.id],
            lambda evidence: _clause_path(documents, evidence),
        )
        answer = Answer(
            question=question.text,
            status=AnswerStatus.ANSWERED,
            text="\n".join(sentences(question, citations)),
            citations=tuple(citations),
            notes=tuple(notes(question, citations)),
            confidence=sure,
        )
        try:
            check_answer(answer, documents)
        except UnsupportedAnswer:
            logger.exception("an answer was withheld: %r", question.text)
            return _refusal(question, hits, 0.0)
        return answer

    def _documents(self, hits: Sequence[Hit]) -> dict[str, Document]:
        """The documents of the hits. Raises DocumentChanged if one is gone or reads otherwise."""
        found: dict[str, Document] = {}
        for hit in hits:
            passage = hit.passage
            try:
                document = found.get(passage.document_id) or self.document(passage.document_id)
            except KeyError as error:
                raise DocumentChanged(passage.document_id) from error
            if document.text[passage.start : passage.end] != passage.text:
                raise DocumentChanged(passage.document_id)
            found[document.id] = document
        return found


def _clause_path(documents: dict[str, Document], evidence: Evidence) -> str:
    """The clause of the quote itself, which may lie deeper than its passage's."""
    document = documents[evidence.passage.document_id]
    return " › ".join(outline(document.text, document.title).path_at(evidence.start))


def _refusal(question: Question, hits: Sequence[Hit], sure: float) -> Answer:
    nearest = [f"《{hit.passage.title}》" for hit in nearest_documents(hits)]
    label = "Nearest documents: " if question.is_english else "最接近的文件："
    return Answer(
        question=question.text,
        status=AnswerStatus.NO_ANSWER,
        text=refusal_text(question, nearest=bool(nearest)),
        notes=(label + "、".join(nearest),) if nearest else (),
        confidence=sure,
    )


def _clarification(question: Question, choices: Sequence[str]) -> Answer:
    return Answer(
        question=question.text,
        status=AnswerStatus.CLARIFY,
        text=clarification_text(question),
        choices=tuple(choices),
    )


def open_service(settings: Settings) -> Service:
    """The service on the storage of these settings. Raises StorageError if it cannot be used."""
    return Service(Searcher.open(settings))


def warm_up(service: Service) -> None:
    """Load what the first question would otherwise wait for."""
    service.answer("算力服务券")
