"""From a question that was understood to the record of its answer."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from answer.checks import UnsupportedAnswer
from answer.clarification import LOOK_UP, choices
from answer.comparing.combination import LOOK_UP as RULES_ON_COMBINING
from answer.composed import Composed, Declined, Setting
from answer.composing import compose
from answer.deciding import refusal_for
from answer.finding import Finding
from answer.known import Known
from answer.parts.part_by_part import part_by_part
from answer.places.counterparts import with_counterparts
from answer.places.levels import is_of_named_place
from answer.putting import asked_back, checked, declined
from answer.refusing.refusal import Refusal, RefusalKind, refusal_of
from answer.refusing.screening import screen
from answer.searching import HITS, read_alone, search
from answer.stored import DocumentChanged, documents_of, is_unchanged
from answer.understanding import Question, understand
from answer.weighing import findings_of
from answer.whole.told_whole import asks_for_whole, told_whole
from index.filters import Filters
from index.reranking import ReadHit
from index.search import Searcher
from index.validity import validity_on
from records import Answer

# A vague question finds little by itself: its choices are taken from plenty of hits.
CHOICE_HITS = 60
# How often an answer is begun anew while documents keep changing under it.
ATTEMPTS = 5

logger = logging.getLogger(__name__)


class Answering:
    """Answers questions that were understood. Safe between threads."""

    def __init__(self, searcher: Searcher, known: Callable[[], Known]) -> None:
        """`known` gives what the stored documents are called, at their newest."""
        self._searcher = searcher
        self._known = known

    def answer(self, question: Question, filters: Filters, day: date) -> Answer:
        """Search and compose; again from the start when a document changed in between.

        Validity is judged by `day`.
        """
        if (refused := screen(question)) is not None:
            return self._screened(question, refused, filters, day)
        for _ in range(ATTEMPTS):
            try:
                if (whole := self._told_whole(question, filters, day)) is not None:
                    return whole
                return self._composed(question, self._read(question, filters), filters, day)
            except DocumentChanged as change:
                logger.info("answering again: %s changed meanwhile", change)
        try:
            # While others keep changing, the documents that are as they were found may answer.
            read = self._read(question, filters)
            stay = [one for one in read if is_unchanged(self._searcher, one)]
            return self._composed(question, stay, filters, day)
        except DocumentChanged as change:
            logger.warning("gave up answering: %s keeps changing", change)
        return declined(question, refusal_of(question, RefusalKind.NOT_FOUND), day)

    def asks_for_whole(self, question: Question, filters: Filters, day: date) -> bool:
        """Whether a question is for all of something: it names by itself what it is about."""
        return asks_for_whole(self._searcher, question, filters, self._known().home, day)

    def _told_whole(self, question: Question, filters: Filters, day: date) -> Answer | None:
        """The answer to a question for all of something, None if it is no such question."""
        for composed in told_whole(self._searcher, question, filters, self._known().home, day):
            try:
                answer = checked(question, composed, day)
            except UnsupportedAnswer:
                logger.exception("a list was withheld: %r", question.text)
                continue
            hits = self._searcher.find(question.in_full, HITS, filters)
            return replace(answer, hits=tuple(hits))
        return None

    def _read(self, question: Question, filters: Filters) -> list[ReadHit]:
        return search(self._searcher, question, filters, self._known().home)

    def _composed(
        self, question: Question, read: Sequence[ReadHit], filters: Filters, day: date
    ) -> Answer:
        setting = self._setting(read, day)
        if question.is_vague and (offered := self._choices(question, filters, setting)):
            answer = asked_back(question, offered, day)
        else:
            answer = self._told(question, read, filters, setting)
        return replace(answer, hits=tuple(one.hit for one in read))

    def _told(
        self, question: Question, read: Sequence[ReadHit], filters: Filters, setting: Setting
    ) -> Answer:
        day = setting.today
        whole = self._found(question, read, filters, setting)
        by_parts = part_by_part(question, whole, lambda part: self._of_part(part, filters, day))
        # What a part adds must not cost the answer that there is without it.
        for found in (by_parts, whole) if by_parts is not whole else (whole,):
            if isinstance(found, Declined):
                quoted = self._naming_it(question, found.refusal, filters, day)
                return declined(question, found.refusal, day, found.confidence, quoted)
            try:
                return checked(question, found, day)
            except UnsupportedAnswer:
                logger.exception("an answer was withheld: %r", question.text)
        return declined(question, refusal_of(question, RefusalKind.NOT_FOUND), day)

    def _of_part(self, part: str, filters: Filters, day: date) -> Composed | Declined:
        """What answers a part of a question, asked by itself."""
        question = understand(part, knowledge=self._known().knowledge, today=day)
        read = self._read(question, filters)
        return self._found(question, read, filters, self._setting(read, day))

    def _found(
        self, question: Question, read: Sequence[ReadHit], filters: Filters, setting: Setting
    ) -> Composed | Declined:
        """What the hits answer, or the refusal that is due."""
        findings = findings_of(question, read, setting)
        findings = with_counterparts(
            question, findings, self._searcher.embedder.embed_query, setting.home
        )
        composed = compose(question, findings, setting, lambda: self._rules(filters, setting.today))
        # Who asks about a place is best sent to those who wrote its own documents.
        nearest = sorted(
            setting.documents.values(), key=lambda one: not is_of_named_place(one, question)
        )
        refused = refusal_for(question, composed, findings, nearest, setting.home, self._regions)
        return composed if refused is None else Declined(refused, composed.confidence)

    def _regions(self) -> frozenset[str]:
        return frozenset(one.region for one in self._searcher.documents())

    def _screened(
        self, question: Question, refused: Refusal, filters: Filters, day: date
    ) -> Answer:
        """The refusal with what the documents say on its matter, where they do."""
        found = self._looked_up(refused.look_up, filters, day) if refused.look_up else []
        return declined(question, refused, day, findings=found[:1])

    def _naming_it(
        self, question: Question, refused: Refusal, filters: Filters, day: date
    ) -> list[Finding]:
        """What is said of a document that is not there: that another one takes its place."""
        if refused.kind is not RefusalKind.UNKNOWN_DOCUMENT:
            return []
        return [
            finding
            for name in question.unknown_documents
            for finding in self._looked_up(name, filters, day)
            if name.strip("《》") in finding.quote
        ][:1]

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
        documents = documents_of(self._searcher, read)
        return Setting(
            documents=documents,
            standing={one.id: validity_on(one, day) for one in documents.values()},
            today=day,
            home=self._known().home,
            rarity=self._searcher.rarity,
            passages=self._searcher.passages,
            read_alone=partial(read_alone, self._searcher),
        )
