"""The views of the desk that list things: approved answers, queue, batch, figures, audit list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import timedelta

import gradio as gr

from answer.dates import today_in_china
from chat.accounts import Role, Staff
from chat.approved import ApprovalMissing, ApprovalRefused, review_again
from chat.audit import Actor
from chat.batch_files.limits import DEFAULT_LIMITS
from chat.database import StaleEdit
from chat.desk import Desk
from chat.desk_room import render
from chat.desk_room.drafts import QuoteGone, relocated
from chat.desk_room.figures import figures_of
from chat.desk_room.sent import MOST_CHARACTERS, Sent
from chat.desk_room.strings import DeskStrings, told
from chat.journal import statistics
from chat.malformed import Malformed
from chat.unanswered import Group, GroupMissing, GroupStatus

AUDIT_ENTRIES = 50
WORDINGS = 5
PERIODS = (7, 30, 90)


class Views:
    """Shows one view at a time; what is done in it shows it anew."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def counts(self) -> Mapping[str, int]:
        """How much waits to be done, by view."""
        self._desk.queue.catch_up()
        return {
            "approved": sum(one.lapsed_at is not None for one in self._desk.approvals.all()),
            "queue": len(self._desk.queue.groups(GroupStatus.OPEN)),
        }

    def open(self, event: gr.EventData, staff: Staff, s: DeskStrings) -> str:
        """The view that `{view}` names, with what else it takes."""
        sent = Sent(event)
        match sent.text("view"):
            case "approved":
                return self._approved(s)
            case "queue":
                return self._queue(s, _status(sent))
            case "batch":
                return render.batch_view(s, DEFAULT_LIMITS, self._desk.retention_days)
            case "figures":
                return self._figures(s, sent.number("days"))
            case "audit":
                return self._audit(s, staff, sent.number("before"))
        raise Malformed

    def act(self, event: gr.EventData, staff: Staff, s: DeskStrings) -> str:
        """Do what `{action}` names to the row it stands in, and show the view anew."""
        sent = Sent(event)
        action, number, version = sent.text("action"), sent.number("id"), sent.number("version")
        if action in {"reapprove", "withdraw"}:
            message = problem = ""
            try:
                message = self._approval(action, number, version, staff.actor, s)
            except (ApprovalRefused, StaleEdit) as error:
                problem = told(s, error.message)
            except ApprovalMissing:
                problem = s.gone
            except QuoteGone as gone:
                problem = s.quote_gone.format(quote=gone.quote, title=gone.title)
            return self._approved(s, message, problem)
        if action == "settle":
            message, problem = s.settled, ""
            note = sent.text("note", MOST_CHARACTERS)
            try:
                self._desk.queue.settle(number, version, _status(sent), staff.actor, note)
            except StaleEdit as error:
                message, problem = "", told(s, error.message)
            except GroupMissing:
                message, problem = "", s.gone
            return self._queue(s, _status(sent, "shown"), message, problem)
        raise Malformed

    def _approval(
        self, action: str, number: int, version: int, actor: Actor, s: DeskStrings
    ) -> str:
        if action == "withdraw":
            self._desk.approvals.remove(number, version, actor)
            return s.withdrawn
        draft = relocated(self._desk.answering, self._desk.approvals.get(number))
        self._desk.approvals.correct(number, version, draft, actor)
        return s.reapproved

    def _approved(self, s: DeskStrings, message: str = "", problem: str = "") -> str:
        lapsed = review_again(self._desk.approvals, self._desk.library)
        leading = [one for one in self._desk.approvals.all() if one.lapsed_at is None]
        return render.approved_view(s, lapsed, leading, message, problem)

    def _queue(
        self, s: DeskStrings, chosen: GroupStatus, message: str = "", problem: str = ""
    ) -> str:
        self._desk.queue.catch_up()
        groups = self._desk.queue.groups()
        shown = [self._asked(one) for one in groups if one.status is chosen]
        counts = Counter(one.status for one in groups)
        return render.queue_view(s, shown, chosen, counts, message, problem)

    def _asked(self, group: Group) -> render.AskedGroup:
        records = self._desk.journal.of_group(group.id, WORDINGS)
        return render.AskedGroup(
            group,
            wordings=tuple(dict.fromkeys(one.question for one in records)),
            reasons=tuple(dict.fromkeys(one.thumb_reason for one in records if one.thumb_reason)),
        )

    def _figures(self, s: DeskStrings, days: int) -> str:
        days = days if days in PERIODS else PERIODS[1]
        last = today_in_china()
        found = statistics(self._desk.database, last - timedelta(days=days - 1), last)
        return render.figures_view(s, figures_of(found, PERIODS))

    def _audit(self, s: DeskStrings, staff: Staff, before: int) -> str:
        if staff.role is not Role.ADMIN:
            return render.message_view(s, s.admins_only)
        entries = self._desk.audit.entries(AUDIT_ENTRIES + 1, before or None)
        more = entries[AUDIT_ENTRIES - 1][0] if len(entries) > AUDIT_ENTRIES else 0
        return render.audit_view(s, entries[:AUDIT_ENTRIES], is_first=not before, more=more)


def _status(sent: Sent, name: str = "status") -> GroupStatus:
    try:
        return GroupStatus(sent.text(name) or GroupStatus.OPEN.value)
    except ValueError as error:
        raise Malformed from error
