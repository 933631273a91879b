"""What is asked inside a conversation without a matter of its own is asked of what it is about.

“想问细一点，打哪个号码” after a question on 揭榜挂帅 wants the number in that document; the number
that is nearest in all documents is another office's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from answer.matter import matter
from answer.places.levels import Level, level_of
from answer.understanding import Asked, Question
from answer.understanding.kinds import kinds_asked
from answer.understanding.places import named_places
from answer.understanding.subject import subject_of
from records import Answer, AnswerStatus, Citation, Document

# So many telling words shared with what leads an answer show that the question names its matter.
SHARED = 2
# As sure as this an answer from elsewhere needs no look at what was spoken of; if it shares a word
# with the question, it is given where that does not answer.
SURE_ELSEWHERE, SURE_WITH_WORD = 0.9, 0.85
# As sure as this an answer from what was spoken of must be: asked with the matter of the turn
# before, and in the question's own words alone; from the documents beside; and instead of an answer
# that shares its words with the question.
SURE_JOINED, SURE_BARE, SURE_BESIDE, SURE_INSTEAD = 0.5, 0.6, 0.8, 0.8
# The share of what a question is about that is in the title of a document on it.
TITLED = 0.75
# Every title may hold these.
_EVERYWHERE = re.compile("人工智能|ai", re.IGNORECASE)
_NO_KIND = frozenset({Asked.ANYTHING, Asked.YES_NO})
# What is asked for anew may stand in the sentence that was cited before.
_FIGURES = frozenset({Asked.AMOUNT, Asked.RATE, Asked.DATE, Asked.COUNT, Asked.PHONE})


@dataclass(frozen=True, slots=True)
class Turn:
    """The turn before: its question as understood, what was said, and its answer from now.

    `said` is the answer as the history has it, which may be another's words.
    """

    question: Question
    said: str
    answer: Answer


def may_lean(question: Question, answer: Answer) -> bool:
    """Whether the question may be of what was spoken of before although its answer is not."""
    if question.documents or question.unknown_documents or question.departments:
        return False
    if question.names_nothing or answer.status is AnswerStatus.CLARIFY:
        return False
    if answer.status is AnswerStatus.NO_ANSWER:
        # What was refused unread is not asked of anything.
        return answer.confidence > 0
    if question.is_follow_up:
        return False
    return answer.confidence < SURE_ELSEWHERE or not _names_matter_of(question, answer.citations[0])


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
    wanted = _telling(subject_of(turn.question.in_full).words)
    if len(wanted) >= SHARED:
        near |= {
            one.id for one in documents if len(wanted & _telling(one.title)) >= TITLED * len(wanted)
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


def in_conversation(
    alone: Answer,
    question: Question,
    turn: Turn,
    about: Sequence[frozenset[str]],
    ask: Callable[[str, frozenset[str]], Answer],
) -> Answer:
    """The answer from the documents that the conversation is `about`, where `alone` is not it.

    An answer that is of them anyway gives way to a surer one to the question put with its matter.
    `ask` answers a text from some documents alone. The answer says how the question was understood,
    in words that can be asked by themselves.
    """
    is_answered = alone.status is AnswerStatus.ANSWERED
    is_of_it = is_answered and (
        alone.citations[0].document_id in about[0] or _names_matter_of(question, alone.citations[0])
    )
    found = _asked_there(question, turn, about, ask)
    answered = [one for one in found if one[1].status is AnswerStatus.ANSWERED]
    for text, there, sure in sorted(answered, key=lambda one: -one[1].confidence):
        needed = max(SURE_INSTEAD, alone.confidence) if is_of_it else sure
        if there.confidence >= needed and not _says_nothing_new(there, question, turn):
            return replace(there, understood=f"《{there.citations[0].title}》{text}")
    if not is_answered or is_of_it or _is_sure_elsewhere(question, alone):
        return alone
    # What others say on something else is no answer.
    refused = [there for _, there, _ in found if there.status is AnswerStatus.NO_ANSWER]
    return replace(refused[-1], understood="") if refused else alone


def _asked_there(
    question: Question,
    turn: Turn,
    about: Sequence[frozenset[str]],
    ask: Callable[[str, frozenset[str]], Answer],
) -> list[tuple[str, Answer, float]]:
    """What was asked of the documents, what became of it, and how sure an answer must be."""
    bare = question.text
    matter_before = subject_of(turn.question.in_full).words.rstrip("的")
    joined = question.in_full if question.is_follow_up else f"{matter_before}{bare.lstrip('那')}"
    if question.is_english or not matter_before:
        joined = ""
    tried = [(joined, SURE_JOINED)] if joined else []
    if not question.is_follow_up or kinds_asked(bare)[0] not in _NO_KIND:
        tried.append((bare, SURE_BARE))
    found = [(text, ask(text, about[0]), sure) for text, sure in tried]
    if joined and len(about) > 1:
        found.append((joined, ask(joined, about[1]), SURE_BESIDE))
    return found


def _says_nothing_new(answer: Answer, question: Question, turn: Turn) -> bool:
    """Whether it only repeats the sentence before to a question that wants no figure of it."""
    lead = answer.citations[0]
    is_told = any(
        one.document_id == lead.document_id and one.start < lead.end and lead.start < one.end
        for one in turn.answer.citations
    )
    if not is_told or question.asked in _FIGURES:
        return False
    known = _telling(f"{turn.question.in_full} {turn.said}")
    return len(_telling(answer.text) - known) < SHARED


def _is_sure_elsewhere(question: Question, answer: Answer) -> bool:
    shared = _shared(question, _told(answer.citations[0]))
    return answer.confidence >= SURE_WITH_WORD and bool(shared)


def _names_matter_of(question: Question, lead: Citation) -> bool:
    """Whether a question names what a citation is about, by its words or by its title."""
    told, title = _shared(question, _told(lead)), _shared(question, lead.title)
    return len(told) >= SHARED or bool(title)


def _shared(question: Question, text: str) -> frozenset[str]:
    return _telling(" ".join(question.content)) & _telling(text)


def _telling(text: str) -> frozenset[str]:
    return matter(_EVERYWHERE.sub(" ", text))


def _told(lead: Citation) -> str:
    return f"{lead.title} {lead.clause} {lead.quote}"
