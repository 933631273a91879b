"""The answering service: a question in, a checked answer out."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from answer.answering import Answering
from answer.conversation import Conversing
from answer.dates import today_in_china
from answer.known import Known, learn
from answer.searching import HITS, search
from answer.understanding import understand
from index.embedding import Embedder
from index.filters import Filters
from index.search import Searcher
from index.validity import validity_on
from records import Answer, Document, Hit, Passage, TextKind, Validity
from settings import Settings


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
        self._learnt = learn((), {}, lambda _: "")
        answering = Answering(searcher, self._known)
        self._conversing = Conversing(answering, self._known, searcher.documents)

    def close(self) -> None:
        """Close the storage."""
        self._searcher.close()

    def answer(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        region: str | None = None,
        in_force_only: bool = False,
        today: date | None = None,
        document_ids: Collection[str] | None = None,
    ) -> Answer:
        """Answer from the documents of `region` (None: of any), by the validity on `today`.

        `history` holds the turns before, oldest first: question, answer, question, answer …; what
        the question leaves out is taken from there. Nothing of it is kept.
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
        answer = self._conversing.answer(question, history, filters, day)
        return replace(answer, elapsed_ms=(time.perf_counter() - started) * 1000)

    def retrieve(
        self,
        question: str,
        k: int = HITS,
        *,
        history: Sequence[str] = (),
        document_ids: Collection[str] | None = None,
    ) -> list[Hit]:
        """The passages that the question, as it is understood, is answered from, best first."""
        asked = understand(
            question, history=history, knowledge=self._known().knowledge, today=self._clock()
        )
        filters = Filters(document_ids=document_ids)
        read = search(self._searcher, asked, filters, self._known().home, k)
        return [one.hit for one in read]

    @property
    def known(self) -> Known:
        """What the stored documents are called, and where home is; replaced when they change."""
        return self._known()

    @property
    def embedder(self) -> Embedder:
        """The embedding model that the documents are searched with."""
        return self._searcher.embedder

    def today(self) -> date:
        """The day that validity is judged by."""
        return self._clock()

    def documents(self) -> list[Document]:
        """Every document without its text, by id."""
        return self._searcher.documents()

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

    def _known(self) -> Known:
        """What the stored documents are called, learnt anew when they have changed."""
        revisions, learnt = self._searcher.revisions(), self._learnt
        if revisions != learnt.revisions:
            headers = self._searcher.documents()
            self._learnt = learnt = learn(headers, revisions, self._text_of, learnt)
        return learnt

    def _text_of(self, document_id: str) -> str:
        try:
            return self._searcher.document(document_id).text
        except KeyError:  # removed since: the next question learns anew
            return ""


def open_service(settings: Settings) -> Service:
    """The service on the storage of these settings. Raises StorageError if it cannot be used."""
    return Service(Searcher.open(settings))


def warm_up(service: Service) -> None:
    """Load what the first question would otherwise wait for."""
    service.answer("算力服务券")
