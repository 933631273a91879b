"""The turns of a conversation, and which documents the one before is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from answer.matter import SHARED, matter
from answer.places.levels import Level, level_of
from answer.understanding import Question
from answer.understanding.follow_up import TURNS
from answer.understanding.places import named_places
from answer.understanding.subject import subject_of
from records import Answer, Document

# The share of what a question is about that is in the title of a document on it.
TITLED = 0.75
# Every title may hold these.
_EVERYWHERE = re.compile("人工智能|(?<![a-z])ai(?![a-z])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Turn:
    """The turn before: its question as understood, what was said, and its answer from now.

    `said` is the answer as the history has it, which may be another's words.
    """

    question: Question
    answer: Answer
    said: str


def spoken_turns(history: Sequence[str], is_talk: Callable[[str], bool]) -> list[str]:
    """The last turns of a history (question, answer, …), without those that are talk: 谢谢."""
    turns = [history[at : at + 2] for at in range(0, len(history), 2)][-TURNS:]
    return [text for turn in turns if not is_talk(turn[0]) for text in turn]


def spoken_of(turn: Turn, documents: Sequence[Document]) -> tuple[frozenset[str], ...]:
    """The ids of the documents that a turn is about, the nearest first.

    First the cited ones; then with them those that these point to or that point to them, and those
    whose title names what the question asks about. Empty where nothing was answered.
    """
    cited = frozenset(one.document_id for one in turn.answer.citations)
    if not cited:
        return ()
    near = {
        other
        for one in documents
        for relation in one.relations
        for other in (one.id, relation.document_id)
        if cited & {one.id, relation.document_id}
    }
    wanted = telling(subject_of(turn.question.in_full).words)
    if len(wanted) >= SHARED:
        near |= {
            one.id for one in documents if len(wanted & telling(one.title)) >= TITLED * len(wanted)
        }
    wider = cited | near & {one.id for one in documents}
    return (cited, wider) if wider > cited else (cited,)


def is_elsewhere(question: str, about: frozenset[str], documents: Sequence[Document]) -> bool:
    """Whether a question names a place that none of the documents `about` is from."""
    regions = [one.region for one in documents if one.id in about]
    return any(
        all(level_of(region, place.name) is not Level.SAME for region in regions)
        for place in named_places(question)
    )


def telling(text: str) -> frozenset[str]:
    """The telling words of a text, less those that every title may hold."""
    return matter(_EVERYWHERE.sub(" ", text))
