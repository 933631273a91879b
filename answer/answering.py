"""From a question that was understood to the record of its answer."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from answer.checks import UnsupportedAnswer, UnsupportedSpeech, check_answer
from answer.clarification import LOOK_UP, choices
from answer.combination import LOOK_UP as RULES_ON_COMBINING
from answer.composed import Composed, Setting
from answer.composing import compose, findings_of
from answer.counterparts import with_counterparts
from answer.deciding import refusal_for
from answer.finding import Finding, Sentence
from answer.known import Known
from answer.locality import PlaceMatch, is_of_named_place
from answer.putting import asked_back, declined, given
from answer.refusal import Refusal, RefusalKind, refusal_of
from answer.screening import screen
from answer.searching import HITS, search
from answer.understanding import Question, understand
from answer.whole import (
    Scope,
    conditions_scope,
    conditions_told,
    grants_scope,
    grants_told,
    policies_scope,
    policies_told,
)
from answer.wording import read_as_written
from index.filters import Filters
from index.reranking import ReadHit
from index.search import Searcher
from index.validity import validity_on
from records import Answer, Document, Passage, Validity

# A vague question finds little by itself: its choices are taken from plenty of hits.
CHOICE_HITS = 60
# How sure an answer is whose document is known and which gives all of it.
KNOWN = 0.9
# How often an answer is begun anew while documents keep changing under it.
ATTEMPTS = 5

# Makes lines, and a note on what is left out, of the clauses of documents.
Tell = Callable[
    [
        Question,
        Scope,
        Callable[[Document], Validity],
        Callable[[str], Sequence[Passage]],
    ],
    tuple[list[Sentence], str],
]

logger = logging.getLogger(__name__)


class DocumentChanged(RuntimeError):
    """A document was replaced or removed between the search and the answer."""


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
            stay = [one for one in self._read(question, filters) if self._is_unchanged(one)]
            return self._composed(question, stay, filters, day)
        except DocumentChanged as change:
            logger.warning("gave up answering: %s keeps changing", change)
        return declined(question, refusal_of(question, RefusalKind.NOT_FOUND), day)

    def _read(self, question: Question, filters: Filters) -> list[ReadHit]:
        return search(self._searcher, question, filters, self._known().home)

    def _composed(
        self, question: Question, read: Sequence[ReadHit], filters: Filters, day: date
    ) -> Answer:
        setting = self._setting(read, day)
        if question.is_vague and (offered := self._choices(question, filters, setting)):
            answer = asked_back(question, offered, day)
        else:
            try:
                answer = self._found(question, read, filters, setting)
            except UnsupportedAnswer:
                logger.exception("an answer was withheld: %r", question.text)
                answer = declined(question, refusal_of(question, RefusalKind.NOT_FOUND), day)
        return replace(answer, hits=tuple(one.hit for one in read))

    def _found(
        self, question: Question, read: Sequence[ReadHit], filters: Filters, setting: Setting
    ) -> Answer:
        """The answer that the hits give, or the refusal that is due."""
        day = setting.today
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
            refused := refusal_for(
                question, composed, findings, nearest, setting.home, self._regions
            )
        ) is not None:
            return declined(question, refused, day, composed.confidence)
        return _checked(question, composed, day)

    def _regions(self) -> frozenset[str]:
        return frozenset(one.region for one in self._searcher.documents())

    def _told_whole(self, question: Question, filters: Filters, day: date) -> Answer | None:
        """All that documents grant or demand, or which there are, if asked for: nothing is read."""
        headers = [one for one in self._searcher.documents() if filters.allows(one)]
        for scope_of, tell in (
            (grants_scope, grants_told),
            (conditions_scope, conditions_told),
            (policies_scope, policies_told),
        ):
            scope = scope_of(question, headers, self._known().home, day)
            if scope and (answer := self._told(question, scope, tell, day)):
                hits = self._searcher.find(question.standalone or question.text, HITS, filters)
                return replace(answer, hits=tuple(hits))
        return None

    def _told(self, question: Question, scope: Scope, tell: Tell, day: date) -> Answer | None:
        """The answer that `tell` makes of the documents in scope, None if it makes none."""
        passages = {one.id: self._searcher.passages(one.id) for one in scope.documents}
        whole = [self._document(one.id, passages[one.id]) for one in scope.documents]
        lines, note = tell(
            question,
            replace(scope, documents=tuple(whole)),
            lambda one: validity_on(one, day),
            passages.__getitem__,
        )
        if not lines:
            return None
        match = PlaceMatch(tuple(one for line in lines for one in line.findings))
        composed = Composed(tuple(lines), (note,), KNOWN, match)
        try:
            return _checked(question, composed, day)
        except UnsupportedAnswer:
            logger.exception("a list was withheld: %r", question.text)
            return None

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
        found: dict[str, list[Passage]] = {}
        for one in read:
            found.setdefault(one.hit.passage.document_id, []).append(one.hit.passage)
        return {name: self._document(name, passages) for name, passages in found.items()}

    def _is_unchanged(self, read: ReadHit) -> bool:
        try:
            self._document(read.hit.passage.document_id, [read.hit.passage])
        except DocumentChanged:
            return False
        return True

    def _document(self, document_id: str, passages: Sequence[Passage]) -> Document:
        """The document of the passages. Raises DocumentChanged if it is gone or reads otherwise."""
        try:
            document = self._searcher.document(document_id)
        except KeyError as error:
            raise DocumentChanged(document_id) from error
        if any(document.text[one.start : one.end] != one.text for one in passages):
            raise DocumentChanged(document_id)
        return document


def _checked(question: Question, composed: Composed, day: date) -> Answer:
    """The answer if it holds. Where only its spoken form does not, it is read out as written."""
    answer = given(question, composed, day)
    told = [one.document for line in composed.sentences for one in line.findings]
    documents = {one.id: one for one in told}
    try:
        check_answer(answer, documents)
    except UnsupportedSpeech as fault:
        logger.warning("read out as written: %s", fault)
        answer = replace(answer, read_aloud=read_as_written(answer.text))
        check_answer(answer, documents)
    return answer
