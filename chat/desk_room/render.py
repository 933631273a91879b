"""The desk's records to HTML, through templates that escape every word."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from jinja2 import Environment

from answer.dates import BEIJING
from chat import render as page
from chat.accounts import Staff
from chat.approved import ApprovedAnswer
from chat.audit import AuditEntry
from chat.batch_files import Limits
from chat.desk_room.drafts import EditedDraft, Found, ShownAnswer
from chat.desk_room.figures import Figures
from chat.desk_room.strings import DeskStrings, desk_strings, told
from chat.language import preferred_language
from chat.strings import strings_for
from chat.unanswered import Group, GroupStatus
from records import Answer, AnswerStatus

_FOLDER = Path(__file__).parent


def sign_in(s: DeskStrings, *, about: str = "") -> str:
    """The form to sign in."""
    return _render("sign_in.html", s, about=about or s.sign_in_about)


def sign_in_page(accept_language: str | None) -> str:
    """A page of its own with the form, for a product that is for staff only."""
    s = desk_strings(preferred_language(accept_language))
    style = "\n".join(
        (folder / name).read_text(encoding="utf-8")
        for folder, name in ((_FOLDER.parent, "page.css"), (_FOLDER, "desk.css"))
    )
    script = (_FOLDER / "sign_in.js").read_text(encoding="utf-8")
    return _render(
        "sign_in_page.html", s, style=style, script=script, form=sign_in(s, about=s.public_about)
    )


def bar(s: DeskStrings, staff: Staff, counts: Mapping[str, int]) -> str:
    """The desk's own bar: its parts, who is signed in, the way out."""
    return _render("bar.html", s, staff=staff, counts=counts)


def call_form(s: DeskStrings, regions: Sequence[str], limit: int) -> str:
    """The box that the caller's question is typed into."""
    return _render("call_form.html", s, regions=regions, limit=limit)


def hint(s: DeskStrings, message: str = "") -> str:
    """What stands where the answer will be."""
    return _render("hint_desk.html", s, message=message)


def answer(
    s: DeskStrings,
    shown: ShownAnswer,
    *,
    problem: str = "",
    existing: ApprovedAnswer | None = None,
    approved: bool = False,
) -> str:
    """An answer with its evidence; `problem` says why it was not approved."""
    return _render(
        "desk_answer.html",
        s,
        shown=shown,
        answer=shown.answer,
        problem=problem,
        existing=existing,
        approved=approved,
    )


def editor(s: DeskStrings, draft: EditedDraft) -> str:
    """The form in which an answer is written."""
    return _render("editor.html", s, draft=draft)


def passages(s: DeskStrings, words: str, found: Sequence[Found] | None) -> str:
    """The box that looks for passages, and what it found (None: nothing was looked for)."""
    return _render("passages.html", s, words=words, found=found)


def saved(s: DeskStrings, message: str, *, is_saved: bool) -> str:
    """What became of what was to be saved."""
    return _render("saved.html", s, message=message, is_saved=is_saved)


def approved_view(
    s: DeskStrings,
    lapsed: Sequence[ApprovedAnswer],
    leading: Sequence[ApprovedAnswer],
    message: str,
    problem: str,
) -> str:
    """The approved answers: to be reviewed, and in use."""
    return _render(
        "approved_view.html", s, lapsed=lapsed, leading=leading, message=message, problem=problem
    )


@dataclass(frozen=True, slots=True)
class AskedGroup:
    """A group of the queue, the words it was asked in, and what thumbs down were explained by."""

    group: Group
    wordings: tuple[str, ...]
    reasons: tuple[str, ...]


def queue_view(
    s: DeskStrings,
    groups: Sequence[AskedGroup],
    chosen: GroupStatus,
    counts: Mapping[GroupStatus, int],
    message: str,
    problem: str,
) -> str:
    """The queue: groups of one status."""
    return _render(
        "queue_view.html",
        s,
        groups=groups,
        chosen=chosen,
        statuses=list(GroupStatus),
        counts=counts,
        message=message,
        problem=problem,
    )


def batch_view(s: DeskStrings, limits: Limits, days: int) -> str:
    """The place to upload a file of questions, whose answers are kept for so many days."""
    return _render("batch_view.html", s, limits=limits, days=days)


def figures_view(s: DeskStrings, figures: Figures) -> str:
    """Figures about the questions of some days."""
    return _render("figures_view.html", s, figures=figures)


def audit_view(
    s: DeskStrings, entries: Sequence[tuple[int, AuditEntry]], *, is_first: bool, more: int
) -> str:
    """A page of the audit list; `more` is the number to go on before, 0 at the end."""
    return _render("audit_view.html", s, entries=entries, is_first=is_first, more=more)


def message_view(s: DeskStrings, message: str) -> str:
    """A view that has nothing but a sentence."""
    return _render("message_view.html", s, message=message)


def _render(template: str, s: DeskStrings, **values: object) -> str:
    return _environment().get_template(template).render(s=s, p=strings_for(s.language), **values)


@cache
def _environment() -> Environment:
    environment = page.environment(_FOLDER / "templates")
    environment.filters.update(moment=_moment, draft_json=_draft_json, thousands=_thousands)
    environment.globals.update(told=told)
    return environment


def _moment(at: datetime) -> str:
    """A moment in Beijing’s time, as 2025-03-19 08:30."""
    return f"{at.astimezone(BEIJING):%Y-%m-%d %H:%M}"


def _thousands(number: int) -> str:
    return f"{number:,}"


def _draft_json(given: Answer) -> str:
    """What is sent back when the answer is approved or edited; a refusal gives its question.

    A follow-up is approved as it was understood: by itself it says nothing to the next caller.
    """
    question = given.understood or given.question
    if given.status is not AnswerStatus.ANSWERED:
        return json.dumps({"question": question})
    quotes = [
        {"document": one.document_id, "start": one.start, "end": one.end, "quote": one.quote}
        for one in given.citations
    ]
    return json.dumps({"question": question, "text": given.text, "quotes": quotes})
