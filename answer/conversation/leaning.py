"""What is asked inside a conversation without a matter of its own is asked of what it is about.

“想问细一点，打哪个号码” after a question on 揭榜挂帅 wants the number in that document; the number
that is nearest in all documents is another office's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from answer.asked_for.budgets import only_demands
from answer.conversation.turns import Turn, telling
from answer.matter import SHARED
from answer.understanding import Asked, Question
from answer.understanding.kinds import kinds_asked
from answer.understanding.lexicon import tokens
from answer.understanding.subject import is_thing, subject_of
from records import Answer, AnswerStatus, Citation

# Measured on `eval/conversations` and on 500 pairs of questions that have nothing to do with each
# other. So sure an answer from elsewhere needs no look at what was spoken of:
SURE_ELSEWHERE = 0.9
# So sure an answer from what was spoken of must be, to the question with the matter of the turn
# before, and to its own words alone.
SURE_JOINED, SURE_BARE = 0.5, 0.6
# The same of documents beside, and instead of an answer on what the question names itself.
SURE_BESIDE = 0.8
_NO_KIND = frozenset({Asked.ANYTHING, Asked.YES_NO})
_NUMBER = re.compile("[0-9.]+")


def may_lean(question: Question, answer: Answer) -> bool:
    """Whether the question may be of what was spoken of before although its answer is not."""
    if question.documents or question.unknown_documents or question.departments:
        return False
    if question.names_nothing or answer.status is AnswerStatus.CLARIFY:
        return False
    if answer.status is AnswerStatus.NO_ANSWER:
        # What was refused unread is not asked of anything.
        return answer.confidence > 0
    if not _is_own(question, answer.citations[0]):
        return True
    # What answers several questions at once is not given up for a surer answer to one of them.
    return answer.confidence < SURE_ELSEWHERE and not question.parts


def in_conversation(
    alone: Answer,
    question: Question,
    turn: Turn,
    about: Sequence[frozenset[str]],
    ask: Callable[[str, frozenset[str]], Answer],
) -> Answer:
    """The answer from the documents that the conversation is `about`, where `alone` is not it.

    An answer that is of them anyway, or of what the question names itself, gives way only to a
    surer one. `ask` answers a text from some documents alone.
    """
    is_answered = alone.status is AnswerStatus.ANSWERED
    lead = alone.citations[0] if is_answered else None
    is_of_them = lead is not None and lead.document_id in about[0]
    if is_of_them and question.is_follow_up:
        return alone
    is_of_it = is_of_them or (lead is not None and _is_own(question, lead))
    refused = []
    for text, documents, sure in _ways_to_ask(question, turn, about):
        there = ask(text, documents)
        if there.status is AnswerStatus.NO_ANSWER:
            refused.append(there)
        needed = SURE_BESIDE if is_of_it else sure
        if there.confidence < needed or (is_of_it and there.confidence <= alone.confidence):
            continue
        if _answers(there, question, turn, is_other=is_answered):
            return there
    if lead is None or is_of_it or _is_sure(question, alone):
        return alone
    # What others say on something else is no answer.
    return refused[0] if refused else alone


def _ways_to_ask(
    question: Question, turn: Turn, about: Sequence[frozenset[str]]
) -> Iterator[tuple[str, frozenset[str], float]]:
    """What to ask of which documents, and how sure an answer must be; the likeliest first."""
    bare = question.text
    matter_before = subject_of(turn.question.in_full).words.rstrip("的")
    joined = ""
    if question.is_follow_up:
        joined = question.in_full
    elif matter_before:
        joined = f"{matter_before}{question.in_full}"
    if question.is_english:
        joined = ""
    if joined:
        yield joined, about[0], SURE_JOINED
    if not question.is_follow_up or kinds_asked(bare)[0] not in _NO_KIND:
        yield bare, about[0], SURE_BARE
    if joined and len(about) > 1:
        yield joined, about[1], SURE_BESIDE


def _answers(answer: Answer, question: Question, turn: Turn, *, is_other: bool) -> bool:
    """Whether an answer from what was spoken of is to this question, not to the turn before.

    Where there `is_other`, it must name a thing that the question names: “担保上限多少” is not told
    by what 技术创新中心 get.
    """
    if answer.status is not AnswerStatus.ANSWERED:
        return False
    lead = answer.citations[0]
    if Asked.AMOUNT in question.kinds and only_demands(question.text, lead.quote):
        return False
    if is_other and list(_things(question)) and not _names_thing(question, lead):
        return False
    return not _says_nothing_new(answer, turn)


def _says_nothing_new(answer: Answer, turn: Turn) -> bool:
    """Whether it only repeats the sentence that the turn before was answered with."""
    lead = answer.citations[0]
    is_told = any(
        one.document_id == lead.document_id and one.start < lead.end and lead.start < one.end
        for one in turn.answer.citations
    )
    if not is_told or set(_NUMBER.findall(lead.quote)) - set(_NUMBER.findall(turn.said)):
        return False
    known = telling(f"{turn.question.in_full} {turn.said}")
    return len(telling(answer.text) - known) < SHARED


def _is_sure(question: Question, answer: Answer) -> bool:
    """Whether an answer is sure enough to be given where what was spoken of says nothing."""
    words = _shared(question, _told(answer.citations[0]))
    return answer.confidence >= SURE_ELSEWHERE and bool(words)


def _is_own(question: Question, lead: Citation) -> bool:
    """Whether a question names what a citation is about: by a thing, its words or its title.

    One that was completed names it with the words of the turn before.
    """
    if question.is_follow_up or _names_thing(question, lead):
        return True
    told, title = _shared(question, _told(lead)), _shared(question, lead.title)
    return len(told) >= SHARED or bool(title)


def _names_thing(question: Question, lead: Citation) -> bool:
    """Whether a citation is about a thing that the question itself names."""
    told = telling(_told(lead))
    return any(telling(thing) & told for thing in _things(question))


def _things(question: Question) -> Iterator[str]:
    return (token.word for token in tokens(question.text) if is_thing(token.word))


def _shared(question: Question, text: str) -> frozenset[str]:
    return telling(" ".join(question.content)) & telling(text)


def _told(lead: Citation) -> str:
    return f"{lead.title} {lead.clause} {lead.quote}"
