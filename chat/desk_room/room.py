"""The desk room as Gradio components: what is on screen, and which event does what."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import gradio as gr

from chat.access import Door
from chat.desk import Desk
from chat.desk_room import render
from chat.desk_room.calls import Calls
from chat.desk_room.editing import Editing
from chat.desk_room.strings import request_strings
from chat.desk_room.views import Views

_FOLDER = Path(__file__).parent
# Answers worked on at the same time, over all desks; each page asks one at a time (`calls.js`).
_CONCURRENT = 16

_ASKED = "() => { document.dispatchEvent(new CustomEvent('desk:asked')); return []; }"
_REFUSED = "() => { document.dispatchEvent(new CustomEvent('desk:refused')); return []; }"


class DeskRoom:
    """Lays the desk out in the Gradio context it is made in, and connects its events.

    Whoever is not signed in gets nothing but the form to sign in: everything else is filled in
    for staff, and every event refuses without a session.
    """

    def __init__(self, desk: Desk, door: Door) -> None:
        self._door = door
        self._calls = Calls(desk)
        self._editing = Editing(desk)
        self._views = Views(desk)
        with gr.Column(elem_id="desk"):
            self._bar = _scripted("sign_in.js", "../clipboard.js", "desk.js", elem_id="desk-bar")
            with gr.Row(elem_id="desk-call"):
                self._ask = _scripted("../latest.js", "calls.js", elem_id="desk-ask")
                self._answer = _scripted("answer.js", elem_id="desk-answer")
            with gr.Row(elem_id="desk-editor"):
                self._form = _scripted("editor.js", elem_id="desk-form")
                with gr.Column(elem_id="desk-sources"):
                    self._saved = _scripted("saved.js", elem_id="desk-saved")
                    self._passages = _scripted("passages.js", elem_id="desk-passages")
            self._view = _scripted("view.js", elem_id="desk-view")

    def connect(self, blocks: gr.Blocks, header: gr.HTML) -> None:
        """Connect the events. Call once, inside `blocks`, after everything is laid out."""
        del header  # the desk has a bar of its own
        blocks.load(
            self._enter,
            None,
            [self._bar, self._ask, self._answer],
            show_progress="hidden",
            api_visibility="private",
        )
        on = self._on_staff_event
        on(self._ask.ask, self._ask_question, [self._answer], after=_ASKED)
        on(self._ask.record, self._record, [])
        on(self._answer.approve, self._approve, [self._answer])
        on(self._bar.edit, self._edit, [self._form, self._passages, self._saved])
        on(self._form.save, self._save, [self._saved])
        on(self._passages.find, self._find, [self._passages])
        on(self._bar.view, self._open_view, [self._view])
        on(self._view.act, self._act, [self._view])

    def _on_staff_event(
        self, event: Any, handler: Any, outputs: list[gr.HTML], *, after: str = ""
    ) -> None:
        """Connect an event of staff. `after` runs in the browser once it is over, however."""
        dependency = event(
            self._door.staff_only(handler),
            None,
            outputs,
            show_progress="hidden",
            trigger_mode="multiple",
            concurrency_limit=_CONCURRENT,
            api_visibility="private",
        )
        scripts = [(dependency.failure, _REFUSED)]
        if after:
            scripts += [(dependency.success, after), (dependency.failure, after)]
        for then, script in scripts:
            then(None, js=script, show_progress="hidden", api_visibility="private")

    def _enter(self, request: gr.Request) -> tuple[str, str, str]:
        """The form to sign in, or for staff the desk."""
        s = request_strings(request)
        staff = self._door.signed_in(request)
        if staff is None:
            return render.sign_in(s), "", ""
        return render.bar(s, staff, self._views.counts()), self._calls.form(s), render.hint(s)

    def _ask_question(self, event: gr.EventData, request: gr.Request) -> str:
        return self._calls.answer(event, request_strings(request))

    def _record(self, event: gr.EventData, request: gr.Request) -> None:
        del request  # for the door only
        self._calls.record(event)

    def _approve(self, event: gr.EventData, request: gr.Request) -> str:
        staff = self._door.existing(request)
        return self._calls.approve(event, staff.actor, request_strings(request))

    def _edit(self, event: gr.EventData, request: gr.Request) -> tuple[str, str, str]:
        return self._editing.open(event, request_strings(request))

    def _find(self, event: gr.EventData, request: gr.Request) -> str:
        return self._editing.find(event, request_strings(request))

    def _save(self, event: gr.EventData, request: gr.Request) -> str:
        staff = self._door.existing(request)
        return self._editing.save(event, staff.actor, request_strings(request))

    def _open_view(self, event: gr.EventData, request: gr.Request) -> str:
        return self._views.open(event, self._door.existing(request), request_strings(request))

    def _act(self, event: gr.EventData, request: gr.Request) -> str:
        return self._views.act(event, self._door.existing(request), request_strings(request))


def _scripted(*scripts: str, elem_id: str) -> gr.HTML:
    """HTML of our own with page scripts of this folder. Its values come from `render` only."""
    script = "\n".join((_FOLDER / name).read_text(encoding="utf-8") for name in scripts)
    return gr.HTML("", elem_id=elem_id, js_on_load=script or None, apply_default_css=False)
