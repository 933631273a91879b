"""What is asked inside a conversation without a matter of its own is asked of what it is about.

“想问细一点，打哪个号码” after a question on 揭榜挂帅 wants the number in that document; the number
that is nearest in all documents is another office's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from answer.matter import matter
from answer.understanding import Asked, Question
from answer.understanding.places import named_places
from answer.understanding.subject import subject_of
from records import Answer, AnswerStatus, Citation, Document

# So many telling words shared with what leads an answer show that the question names its matter.
SHARED = 2
# As sure as this an answer from elsewhere is given all the same if it shares a word.
SURE_ELSEWHERE = 0.85
# As sure as this an answer from what was spoken of must be: where there is another, and where
# nothing answers.
SURE_INSTEAD, SURE_ALONE = 0.5, 0.8
# The share of what a question is about that is in the title of a document on it.
TITLED = 0.75
_NO_KIND = frozenset({Asked.ANYTHING, Asked.YES_NO})
# Every title may hold these.
_EVERYWHERE = re.compile("人工智能|ai", re.IGNORECASE)


def may_lean(question: Question, answer: Answer) -> bool:
    """Whether the question may be of what was spoken of before although its answer is not.

    True where nothing answers it, and where what leads the answer shares nothing with it.
    """
    if question.documents or question.unknown_documents or question.departments:
        return False
    if question.names_nothing or named_places(question.text):
        return False
    if answer.status is AnswerStatus.NO_ANSWER:
        # What was refused unread is not asked of anything.
        return answer.confidence > 0
    return (
        answer.status is AnswerStatus.ANSWERED
        and not question.is_follow_up
        and not _names_matter_of(question, answer.citations[0])
    )


def says_what_it_wants(question: Question) -> bool:
    """Whether its own words say what kind of thing is asked for: “电话多少”, not “那博士呢”."""
    return question.asked not in _NO_KIND


def spoken_of(
    question: str, answer: Answer, documents: Sequence[Document]
) -> tuple[frozenset[str], ...]:
    """The ids of the documents that a question and its answer are about, the nearest first.

    First the cited ones; then with them those that these point to or that point to them, and those
    whose title names what the question asks about. Empty where nothing was answered.
    """
    cited = frozenset(one.document_id for one in answer.citations)
    if not cited:
        return ()
    near = {
        other
        for one in documents
        for relation in one.relations
        for other in (one.id, relation.document_id)
        if cited & {one.id, relation.document_id}
    }
    wanted = _telling(subject_of(question).words)
    if len(wanted) >= SHARED:
        near |= {
            one.id for one in documents if len(wanted & _telling(one.title)) >= TITLED * len(wanted)
        }
    wider = cited | near & {one.id for one in documents}
    return (cited, wider) if wider > cited else (cited,)


def in_conversation(
    question: Question,
    alone: Answer,
    about: Sequence[frozenset[str]],
    within: Callable[[frozenset[str]], Answer],
) -> Answer:
    """The answer from the documents that the conversation is `about`, where `alone` is not it.

    `within` answers the question from some documents alone; the first that do answer it give the
    answer. It says how the question was understood, in words that can be asked by themselves.
    """
    is_answered = alone.status is AnswerStatus.ANSWERED
    if not about or (is_answered and alone.citations[0].document_id in about[-1]):
        return alone
    sure = SURE_INSTEAD if is_answered else SURE_ALONE
    for documents in about:
        there = within(documents)
        if there.status is AnswerStatus.ANSWERED and there.confidence >= sure:
            return replace(there, understood=f"《{there.citations[0].title}》{question.text}")
    is_left = is_answered and not _is_sure_elsewhere(question, alone)
    return there if is_left and there.status is AnswerStatus.NO_ANSWER else alone


def _is_sure_elsewhere(question: Question, answer: Answer) -> bool:
    lead = answer.citations[0]
    return answer.confidence >= SURE_ELSEWHERE and bool(_shared(question, _told(lead)))


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
