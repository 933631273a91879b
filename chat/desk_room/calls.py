"""A call at the desk: answers while staff type, and what they approve of them."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import gradio as gr

from chat.approved import (
    AlreadyApproved,
    ApprovalMissing,
    ApprovalRefused,
    ApprovedAnswer,
    Draft,
)
from chat.audit import Actor
from chat.conversation import MAX_QUESTION_CHARACTERS
from chat.database import StaleEdit
from chat.desk import Desk
from chat.desk_room import render
from chat.desk_room.drafts import shown
from chat.desk_room.sent import MOST_CHARACTERS, Sent
from chat.desk_room.strings import DeskStrings, told
from chat.journal import Asking, Channel
from chat.malformed import Malformed
from records import Answer

logger = logging.getLogger(__name__)


class Calls:
    """Answers without recording while somebody types; a question that stays is recorded."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def form(self, s: DeskStrings) -> str:
        """The box to type in."""
        regions = [region for region, _ in self._desk.answering.overview().regions if region]
        return render.call_form(s, regions, MAX_QUESTION_CHARACTERS)

    def answer(self, event: gr.EventData, s: DeskStrings) -> str:
        """The answer to `{question, region, history}`; nothing is written down."""
        sent = Sent(event)
        question = sent.text("question", MOST_CHARACTERS).strip()
        if not question:
            return render.hint(s)
        if len(question) > MAX_QUESTION_CHARACTERS:
            long = s.too_long.format(count=len(question), limit=MAX_QUESTION_CHARACTERS)
            return render.hint(s, long)
        region, history = sent.text("region"), sent.history()
        try:
            answer = self._answer(question, region, history)
        except Exception:  # the outermost edge: staff get a sentence, the log gets the cause
            logger.exception("no answer to a question of %d characters", len(question))
            return render.hint(s, s.failure)
        return render.answer(s, shown(self._desk.answering, answer))

    def record(self, event: gr.EventData) -> None:
        """Write down `{question, region, conversation, history}`: what was asked in the end."""
        sent = Sent(event)
        question = sent.text("question").strip()
        if question:
            asking = Asking(
                question=question,
                channel=Channel.DESK,
                conversation=sent.text("conversation", 64),
                region=sent.text("region") or None,
            )
            self._desk.recorder.ask(asking, sent.history())

    def approve(self, event: gr.EventData, actor: Actor, s: DeskStrings) -> str:
        """Approve `{question, text, quotes}` as it was shown, and show what is in force now.

        With `{approved, version}` it takes the place of that approved answer.
        """
        sent = Sent(event)
        question = sent.text("question")
        if not question.strip():
            raise Malformed
        draft = Draft(
            questions=(question,),
            text=sent.text("text", MOST_CHARACTERS),
            quotes=sent.quotes("quotes"),
        )
        problem, existing = "", None
        try:
            approve(self._desk, draft, sent.number("approved"), sent.number("version"), actor)
        except AlreadyApproved as error:
            problem, existing = told(s, error.message), error.existing
        except (ApprovalRefused, StaleEdit) as error:
            problem = told(s, error.message)
        except ApprovalMissing:
            problem = s.gone
        answer = self._answer(question, sent.text("region"))
        return render.answer(
            s,
            shown(self._desk.answering, answer),
            problem=problem,
            existing=existing,
            approved=not problem,
        )

    def _answer(self, question: str, region: str, history: Sequence[str] = ()) -> Answer:
        return self._desk.answering.answer(question, history=history, region=region or None)


def approve(
    desk: Desk, draft: Draft, approved_id: int, version: int, actor: Actor
) -> ApprovedAnswer:
    """Approve a draft, in the place of an approved answer unless `approved_id` is 0.

    The questions of that one are kept. Raises what `Approvals.approve` and `correct` raise.
    """
    if not approved_id:
        return desk.approvals.approve(draft, actor)
    kept = desk.approvals.get(approved_id).questions
    merged = Draft(
        questions=tuple(dict.fromkeys((*kept, *draft.questions))),
        text=draft.text,
        quotes=draft.quotes,
        note=draft.note,
    )
    return desk.approvals.correct(approved_id, version, merged, actor)
