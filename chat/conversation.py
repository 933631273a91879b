"""One visitor's conversation: the turns, and how a question becomes one."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from chat.answer_text import Pieces
from chat.backend import Backend, Feedback
from chat.strings import Strings
from records import Answer, AnswerStatus, Document, Hit, Validity

MAX_QUESTION_CHARACTERS = 1000
_NEAREST_DOCUMENTS = 3
# What a follow-up leaves out is looked for in this many turns before it.
_TURNS_REMEMBERED = 6

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class NearDocument:
    """A document offered when nothing answers the question, and where in it to look."""

    document: Document
    validity: Validity
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A question and what became of it so far.

    `answer` is None while it is looked for, and after a failure. `shown` is the part of its text
    that has been streamed; when `done`, that is all of it. `conversation` is the same for all
    turns of a conversation and for no others; `record_id` is what a thumb is given to, "" when
    nobody takes one.
    """

    question: str
    region: str | None = None
    in_force_only: bool = False
    answer: Answer | None = None
    shown: str = ""
    done: bool = False
    failed: bool = False
    nearest: tuple[NearDocument, ...] = ()
    conversation: str = ""
    record_id: str = ""


Turns = tuple[Turn, ...]


@dataclass(slots=True)
class Conversation:
    """The turns so far; they grow while an answer is coming."""

    turns: Turns = ()


@dataclass(slots=True)
class OpenConversation:
    """The conversation that one visitor's page shows.

    Another takes its place when it is begun or opened again. An answer that is still coming then
    belongs to the one before and is not to be shown any more.
    """

    current: Conversation = field(default_factory=Conversation)


def question_problem(question: str, strings: Strings) -> str:
    """What to tell the visitor about a question that cannot be asked, or "" if it can."""
    if not question.strip():
        return strings.blank_question
    if len(question) > MAX_QUESTION_CHARACTERS:
        return strings.long_question.format(count=len(question), limit=MAX_QUESTION_CHARACTERS)
    return ""


def converse(
    backend: Backend,
    turns: Turns,
    question: str,
    *,
    region: str | None,
    in_force_only: bool,
    pieces: Pieces,
) -> Iterator[Turns]:
    """Ask, and yield the conversation each time it has grown: the question, then the answer
    piece by piece, then the answer with its evidence.

    A failure of the backend becomes a turn that says so; the log has the cause.
    """
    turn = Turn(
        question=question.strip(),
        region=region,
        in_force_only=in_force_only,
        conversation=turns[-1].conversation if turns else _new_conversation(backend),
    )
    yield (*turns, turn)
    try:
        answer, record_id = _answer(backend, turn, _history(turns))
        nearest = _nearest_documents(backend, answer)
    except Exception:  # the outermost edge: a visitor gets a sentence, the log gets the cause
        _log.exception("no answer to a question of %d characters", len(turn.question))
        yield (*turns, replace(turn, failed=True, done=True))
        return
    turn = replace(turn, answer=replace(answer, hits=()), nearest=nearest, record_id=record_id)
    shown = ""
    for piece in pieces(answer.text):
        shown += piece
        yield (*turns, replace(turn, shown=shown))
    yield (*turns, replace(turn, shown=answer.text, done=True))


def _new_conversation(backend: Backend) -> str:
    if isinstance(backend, Feedback):
        return backend.new_conversation()
    return secrets.token_urlsafe(16)


def _answer(backend: Backend, turn: Turn, history: Sequence[str]) -> tuple[Answer, str]:
    """The answer, and the number of its record if the backend keeps records."""
    if isinstance(backend, Feedback):
        return backend.ask(
            turn.question,
            conversation=turn.conversation,
            history=history,
            region=turn.region,
            in_force_only=turn.in_force_only,
        )
    answer = backend.answer(
        turn.question, history=history, region=turn.region, in_force_only=turn.in_force_only
    )
    return answer, ""


def _history(turns: Turns) -> list[str]:
    """The last turns that got an answer: question, answer, question, answer …, oldest first."""
    asked = [turn for turn in turns if turn.answer is not None][-_TURNS_REMEMBERED:]
    return [text for turn in asked if turn.answer for text in (turn.question, turn.answer.text)]


def _nearest_documents(backend: Backend, answer: Answer) -> tuple[NearDocument, ...]:
    """For an answer without evidence: the first few documents among its hits."""
    if answer.status is not AnswerStatus.NO_ANSWER:
        return ()
    first_hits: dict[str, Hit] = {}
    for hit in answer.hits:
        first_hits.setdefault(hit.passage.document_id, hit)
    nearest = []
    for document_id, hit in list(first_hits.items())[:_NEAREST_DOCUMENTS]:
        try:
            document = backend.document(document_id)
        except KeyError:  # withdrawn between the search and now
            continue
        nearest.append(
            NearDocument(document, backend.validity(document), hit.passage.start, hit.passage.end)
        )
    return tuple(nearest)
