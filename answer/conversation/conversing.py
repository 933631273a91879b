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
from answer.understanding import Question, understand
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

    def answer(self, question: str, history: Sequence[str], filters: Filters, day: date) -> Answer:
        """The answer to the last question of a conversation, whose turns before are `history`."""
        turns = spoken_turns(history, self._is_talk)
        _, answer = self._asked(question, turns, filters, day, BACK)
        return answer

    def _asked(
        self, text: str, history: Sequence[str], filters: Filters, day: date, back: int
    ) -> tuple[Question, Answer]:
        """The question as understood and its answer, looking `back` on as many turns."""
        knowledge = self._known().knowledge
        question = understand(text, history=history, knowledge=knowledge, today=day)
        alone = self._answering.answer(question, filters, day)
        if not history or not back or not may_lean(question, alone):
            return question, alone
        if self._answering.asks_for_whole(question, filters, day):
            return question, alone
        last = (len(history) - 1) // 2 * 2
        before = self._asked(history[last], history[:last], filters, day, back - 1)
        turn = Turn(*before, said=" ".join(history[last + 1 :]))
        headers = self._documents()
        about = spoken_of(turn, headers)
        if not about or is_elsewhere(text, about[0], headers):
            return question, alone
        title = turn.answer.citations[0].title

        def ask(words: str, documents: frozenset[str]) -> Answer:
            put = understand(words, knowledge=knowledge, today=day)
            # The record keeps what was written; with the title it can be asked by itself.
            put = replace(put, text=text, shown=f"《{title}》：{words}")
            return self._answering.answer(put, filters.narrowed(documents), day)

        return question, in_conversation(alone, question, turn, about, ask)

    def _is_talk(self, text: str) -> bool:
        """Whether a turn is thanks, or was refused unread: nothing is spoken of in it."""
        asked = understand(text, knowledge=self._known().knowledge)
        return asked.names_nothing or screen(asked) is not None
