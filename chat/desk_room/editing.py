"""The editor: an answer is written or corrected on passages that staff choose."""

from __future__ import annotations

import gradio as gr

from chat.approved import AlreadyApproved, ApprovalMissing, ApprovalRefused, Draft, Quoted
from chat.audit import Actor
from chat.conversation import MAX_QUESTION_CHARACTERS
from chat.database import StaleEdit
from chat.desk import Desk
from chat.desk_room import render
from chat.desk_room.drafts import (
    MOST_HITS,
    EditedDraft,
    Found,
    found_passages,
    found_quote,
    renumbered,
)
from chat.desk_room.sent import MOST_CHARACTERS, Sent
from chat.desk_room.strings import DeskStrings, told
from chat.unanswered import Group, GroupMissing, GroupStatus

# Ways to ask one question: more are a list, not a question.
MOST_QUESTIONS = 30
MOST_WORDINGS = 8


class Editing:
    """Opens the editor, looks for passages, saves. What was typed stays until it is saved."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def open(self, event: gr.EventData, s: DeskStrings) -> tuple[str, str, str]:
        """The editor on an approved answer, a group of the queue, or an answer at the desk.

        These are `{approved}`, `{group}` or `{question, text, quotes}`. Returns form, passages,
        and an empty message.
        """
        sent = Sent(event)
        try:
            draft = self._draft(sent)
        except (ApprovalMissing, GroupMissing):
            return "", "", render.saved(s, s.gone, is_saved=False)
        words = draft.questions[0] if draft.questions else ""
        found = None if draft.quotes else self._found(words)
        return render.editor(s, draft), render.passages(s, words, found), ""

    def find(self, event: gr.EventData, s: DeskStrings) -> str:
        """Passages for `{words}`."""
        words = Sent(event).text("words").strip()
        return render.passages(s, words, self._found(words))

    def save(self, event: gr.EventData, actor: Actor, s: DeskStrings) -> str:
        """Approve `{questions, text, quotes, note}`; a group that it answers is settled with it."""
        sent = Sent(event)
        questions = [one.strip() for one in sent.text("questions", MOST_CHARACTERS).splitlines()]
        asked = tuple(one for one in questions if one)[:MOST_QUESTIONS]
        if any(len(one) > MAX_QUESTION_CHARACTERS for one in asked):
            long = s.too_long.format(count=max(map(len, asked)), limit=MAX_QUESTION_CHARACTERS)
            return render.saved(s, long, is_saved=False)
        draft = renumbered(
            Draft(
                questions=asked,
                text=sent.text("text", MOST_CHARACTERS).strip(),
                quotes=sent.quotes("quotes"),
                note=sent.text("note", MOST_CHARACTERS),
            )
        )
        approved_id, group_id = sent.number("approved"), sent.number("group")
        try:
            if approved_id:
                self._desk.approvals.correct(approved_id, sent.number("version"), draft, actor)
            else:
                self._desk.approvals.approve(draft, actor)
        except (ApprovalRefused, AlreadyApproved, StaleEdit) as error:
            return render.saved(s, told(s, error.message), is_saved=False)
        except ApprovalMissing:
            return render.saved(s, s.gone, is_saved=False)
        if group_id:
            self._settle(group_id, sent.number("group_version"), actor)
        return render.saved(s, s.saved, is_saved=True)

    def _settle(self, group_id: int, version: int, actor: Actor) -> None:
        """The group is answered, whatever somebody else has made of it meanwhile."""
        try:
            self._desk.queue.settle(group_id, version, GroupStatus.ANSWERED, actor)
        except StaleEdit:
            now = self._desk.queue.group(group_id)
            if now.status is not GroupStatus.ANSWERED:
                self._desk.queue.settle(
                    group_id, now.version, GroupStatus.ANSWERED, actor, now.note
                )
        except GroupMissing:  # swept away meanwhile: nothing is left to settle
            return

    def _draft(self, sent: Sent) -> EditedDraft:
        backend = self._desk.answering
        if approved_id := sent.number("approved"):
            approved = self._desk.approvals.get(approved_id)
            return EditedDraft(
                questions=approved.questions,
                text=approved.text,
                quotes=tuple(
                    found_quote(
                        backend, Quoted(one.document_id, one.start, one.end, one.quote), one.title
                    )
                    for one in approved.citations
                ),
                note=approved.note,
                approved_id=approved.id,
                version=approved.version,
            )
        if group_id := sent.number("group"):
            group = self._desk.queue.group(group_id)
            return EditedDraft(
                questions=(group.question,),
                text="",
                quotes=(),
                wordings=self._wordings(group),
                group_id=group.id,
                group_version=group.version,
            )
        return EditedDraft(
            questions=(sent.text("question"),),
            text=sent.text("text", MOST_CHARACTERS),
            quotes=tuple(found_quote(backend, one) for one in sent.quotes("quotes")),
        )

    def _wordings(self, group: Group) -> tuple[str, ...]:
        """How the group's question was asked; a follow-up as it was understood."""
        records = self._desk.journal.of_group(group.id)
        asked = dict.fromkeys(one.understood or one.question for one in records)
        return tuple(one for one in asked if one != group.question)[:MOST_WORDINGS]

    def _found(self, words: str) -> tuple[Found, ...]:
        if not words:
            return ()
        hits = self._desk.answering.retrieve(words, MOST_HITS)
        return found_passages(self._desk.answering, hits)
