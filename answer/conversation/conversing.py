"""Answers questions with the turns before them in mind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from answer.answering import Answering
from answer.conversation.leaning import in_conversation, may_lean
from answer.conversation.turns import Turn, is_elsewhere, spoken_of, spoken_turns
from answer.known import Known
from answer.refusing.screening import screen
from answer.understanding import understand
from index.filters import Filters
from records import Answer, Document

# Turns whose own turn before is looked for, each at the cost of an answer.
BACK = 2


class Conversing:
    """Answers the questions of conversations. Keeps nothing of them; safe between threads."""

    def __init__(
        self,
        answering: Answering,
        known: Callable[[], Known],
        documents: Callable[[], Sequence[Document]],
    ) -> None:
        """`known` and `documents` give what is stored, at its newest."""
        self._answering = answering
        self._known = known
        self._documents = documents

    def answer(
        self, question: str, history: Sequence[str], filters: Filters, day: date, back: int = BACK
    ) -> Answer:
        """The answer, looking `back` on as many turns for what the conversation is about."""
        knowledge = self._known().knowledge
        history = spoken_turns(history, self._is_talk)
        asked = understand(question, history=history, knowledge=knowledge, today=day)
        alone = self._answering.answer(asked, filters, day)
        if not history or not back or not may_lean(asked, alone):
            return alone
        last = (len(history) - 1) // 2 * 2
        asked_before, before = history[last], history[:last]
        turn = Turn(
            understand(asked_before, history=before, knowledge=knowledge, today=day),
            said=" ".join(history[last + 1 :]),
            answer=self.answer(asked_before, before, filters, day, back - 1),
        )
        headers = self._documents()
        about = spoken_of(turn, headers)
        if not about or is_elsewhere(question, about[0], headers):
            return alone
        title = turn.answer.citations[0].title

        def ask(text: str, documents: frozenset[str]) -> Answer:
            put = understand(text, knowledge=knowledge, today=day)
            # The record keeps what was written; with the title it can be asked by itself.
            put = replace(put, text=question, shown=f"《{title}》：{text}")
            return self._answering.answer(put, filters.narrowed(documents), day)

        return in_conversation(alone, asked, turn, about, ask)

    def _is_talk(self, text: str) -> bool:
        """Whether a turn is thanks, or was refused unread: nothing is spoken of in it."""
        asked = understand(text, knowledge=self._known().knowledge)
        return asked.names_nothing or screen(asked) is not None
