"""The answering service: a question in, a checked answer out."""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from answer.checks import UnsupportedAnswer, UnsupportedSpeech, check_answer
from answer.clarification import LOOK_UP, choices
from answer.combination import LOOK_UP as RULES_ON_COMBINING
from answer.composed import Composed, Setting
from answer.composing import compose, findings_of
from answer.counterparts import with_counterparts
from answer.dates import today_in_china
from answer.deciding import refusal_for
from answer.finding import Finding
from answer.grants import grants_told, scope_of
from answer.known import Known, learn
from answer.locality import PlaceMatch, is_of_named_place
from answer.putting import asked_back, declined, given
from answer.refusal import Refusal, RefusalKind, refusal_of
from answer.screening import screen
from answer.searching import HITS, search
from answer.understanding import Question, understand
from answer.wording import read_as_written
from index.embedding import Embedder
from index.filters import Filters
from index.reranking import ReadHit
from index.search import Searcher
from index.validity import validity_on
from records import Answer, Document, Hit, Passage, TextKind, Validity
from settings import Settings

# A vague question finds little by itself: its choices are taken from plenty of hits.
CHOICE_HITS = 60

# How sure an answer is whose document is known and which gives all of it.
KNOWN = 0.9

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
        self._learnt = learn((), {}, lambda _: "")

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
        asked = understand(question, history=history, knowledge=self._known().knowledge, today=day)
        answer = self._answer(asked, filters, day)
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

    def _answer(self, question: Question, filters: Filters, day: date) -> Answer:
        """Search and compose; again from the start when a document changed in between."""
        if (refused := screen(question)) is not None:
            return self._screened(question, refused, filters, day)
        for _ in range(ATTEMPTS):
            read = search(self._searcher, question, filters, self._known().home)
            try:
                answer = self._composed(question, read, filters, day)
            except DocumentChanged as change:
                logger.info("answering again: %s changed meanwhile", change)
                continue
            return replace(answer, hits=tuple(one.hit for one in read))
        return declined(question, refusal_of(question, RefusalKind.NOT_FOUND), day)

    def _composed(
        self, question: Question, read: Sequence[ReadHit], filters: Filters, day: date
    ) -> Answer:
        setting = self._setting(read, day)
        if question.is_vague and (offered := self._choices(question, filters, setting)):
            return asked_back(question, offered, day)
        if (whole := self._grants(question, filters, setting)) is not None:
            found = whole.match.kept
            return _checked(given(question, whole, day), {f.document.id: f.document for f in found})
        findings = findings_of(question, read, setting)
        findings = with_counterparts(
            question, findings, self._searcher.embedder.embed_query, setting.home
        )
        composed = compose(question, findings, setting, lambda: self._rules(filters, day))
        # Who asks about a place is best sent to those who wrote its own documents.
        nearest = sorted(
            setting.documents.values(), key=lambda one: not is_of_named_place(one, question)
        )
        if (
            refused := refusal_for(question, composed, findings, nearest, setting.home)
        ) is not None:
            return declined(question, refused, day, composed.confidence)
        try:
            return _checked(given(question, composed, day), setting.documents)
        except UnsupportedAnswer:
            logger.exception("an answer was withheld: %r", question.text)
            return declined(question, refusal_of(question, RefusalKind.NOT_FOUND), day)

    def _grants(self, question: Question, filters: Filters, setting: Setting) -> Composed | None:
        """All that the documents of a field grant, where that is asked for."""
        headers = [one for one in self._searcher.documents() if filters.allows(one)]
        scope = scope_of(question, headers, setting.home, setting.today)
        if scope is None:
            return None
        try:
            whole = tuple(self.document(one.id) for one in scope.documents)
        except KeyError as error:
            raise DocumentChanged(str(error)) from error
        lines, note = grants_told(
            question,
            replace(scope, documents=whole),
            lambda one: validity_on(one, setting.today),
            setting.passages,
        )
        if not lines:
            return None
        match = PlaceMatch(tuple(one for line in lines for one in line.findings))
        return Composed(tuple(lines), (note,), KNOWN, match)

    def _screened(
        self, question: Question, refused: Refusal, filters: Filters, day: date
    ) -> Answer:
        """The refusal with what the documents say on its matter, where they do."""
        found = self._looked_up(refused.look_up, filters, day) if refused.look_up else []
        return declined(question, refused, day, findings=found[:1])

    def _rules(self, filters: Filters, day: date) -> list[Finding]:
        return self._looked_up(RULES_ON_COMBINING, filters, day)

    def _looked_up(self, words: str, filters: Filters, day: date) -> list[Finding]:
        """Findings for fixed search words, by their words alone."""
        read = [ReadHit(hit) for hit in self._searcher.find(words, HITS, filters)]
        return findings_of(understand(words), read, self._setting(read, day))

    def _choices(self, question: Question, filters: Filters, setting: Setting) -> list[str]:
        wanted = f"{question.standalone} {LOOK_UP}"
        hits = self._searcher.find(wanted, CHOICE_HITS, filters)
        documents = {one.id: one for one in self._searcher.documents()}
        held = [hit for hit in hits if hit.passage.document_id in documents]
        offered = choices(
            question,
            held,
            documents.__getitem__,
            lambda document: validity_on(document, setting.today),
            setting.home,
        )
        return [one.question for one in offered]

    def _setting(self, read: Sequence[ReadHit], day: date) -> Setting:
        documents = self._documents(read)
        return Setting(
            documents=documents,
            standing={one.id: validity_on(one, day) for one in documents.values()},
            today=day,
            home=self._known().home,
            rarity=self._searcher.rarity,
            passages=self._searcher.passages,
        )

    def _documents(self, read: Sequence[ReadHit]) -> dict[str, Document]:
        """The documents of the hits. Raises DocumentChanged if one is gone or reads otherwise."""
        found: dict[str, Document] = {}
        for one in read:
            passage = one.hit.passage
            try:
                document = found.get(passage.document_id) or self.document(passage.document_id)
            except KeyError as error:
                raise DocumentChanged(passage.document_id) from error
            if document.text[passage.start : passage.end] != passage.text:
                raise DocumentChanged(passage.document_id)
            found[document.id] = document
        return found

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


def _checked(answer: Answer, documents: Mapping[str, Document]) -> Answer:
    """The answer if it holds. Where only its spoken form does not, it is read out as written."""
    try:
        check_answer(answer, documents)
    except UnsupportedSpeech as fault:
        logger.warning("read out as written: %s", fault)
        answer = replace(answer, read_aloud=read_as_written(answer.text))
        check_answer(answer, documents)
    return answer


def open_service(settings: Settings) -> Service:
    """The service on the storage of these settings. Raises StorageError if it cannot be used."""
    return Service(Searcher.open(settings))


def warm_up(service: Service) -> None:
    """Load what the first question would otherwise wait for."""
    service.answer("算力服务券")
