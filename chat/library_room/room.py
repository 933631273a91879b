"""The document library as Gradio components: what is on screen, and which event does what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import gradio as gr

from chat.access import Door
from chat.language import Language
from chat.library.service import LibraryService
from chat.library_room import render
from chat.library_room.changing_events import ChangingEvents
from chat.library_room.intake import Bench, Intake
from chat.library_room.intake_events import IntakeEvents
from chat.library_room.reading_events import ReadingEvents
from chat.library_room.render import Voice

_FOLDER = Path(__file__).parent
_CONCURRENT_LOOKUPS = 16
# Reading files, where scanned pages are recognised, keeps a core busy for seconds.
_CONCURRENT_WORK = 2
# What waits for the end of a change, whether it was made or refused.
_IDLE = "() => { document.dispatchEvent(new CustomEvent('library:idle')); }"
_LOOKED = "() => { document.dispatchEvent(new CustomEvent('library:looked')); }"
_OPENED = "() => { document.dispatchEvent(new CustomEvent('library:opened')); }"
_LATEST = "../latest.js"
_CHANGED = (
    "() => { document.dispatchEvent(new CustomEvent('library:idle'));"
    " document.dispatchEvent(new CustomEvent('library:changed')); }"
)


class LibraryRoom:
    """Lays the library out in the Gradio context it is made in, and connects its events."""

    def __init__(self, library: LibraryService, door: Door, *, most_megabytes: int = 50) -> None:
        """`door` knows who is signed in; larger files than `most_megabytes` are refused."""
        self._library = library
        self._door = door
        self._reading = ReadingEvents(library, door)
        self._changing = ChangingEvents(library, door, self._reading)
        self._taking = IntakeEvents(library, door, most_megabytes)
        self._bench = gr.State(Bench())
        nobody = Voice(Language.CHINESE)
        with gr.Column(elem_id="library-room"):
            with gr.Column(elem_id="library-overview"):
                self._tools = gr.HTML(
                    elem_id="library-tools",
                    js_on_load=_script(_LATEST, "tools.js"),
                    apply_default_css=False,
                    server_functions=[self._revision()],
                )
                self._table = _scripted("library-table", "table.js")
            with gr.Column(elem_id="library-reader"):
                self._heading = _scripted("library-heading", _LATEST, "heading.js")
                self._form = _scripted("library-form", "form.js")
                self._questions = _scripted("library-questions", "../clipboard.js", "questions.js")
                self._document = _scripted("library-document", "document.js")
            with gr.Column(elem_id="library-intake"):
                empty = render.files(nobody, Intake(), Bench(), most_megabytes, 0)
                self._files = _scripted("library-uploads", "files.js", value=empty)
                self._staged = _scripted("library-staged", "staged.js")

    def connect(self, blocks: gr.Blocks, header: gr.HTML) -> None:
        """Connect the events. Call once, inside `blocks`."""
        del header  # says nothing of the library
        listed = [self._tools, self._table]
        opened = [self._heading, self._questions, self._document]
        blocks.load(
            self._reading.greet, None, listed, show_progress="hidden", api_visibility="private"
        )
        _on(self._tools.look, self._reading.look, listed, after=_LOOKED, mode="multiple")
        finding = _on(
            self._heading.questions,
            self._reading.questions,
            [self._questions],
            mode="multiple",
            # Anybody may ask for them: all together get no more than one at a time.
            concurrency_limit=1,
        )
        # Those of a document that is left need not be found.
        _on(
            self._heading.open,
            self._reading.open,
            opened,
            after=_OPENED,
            mode="multiple",
            cancels=[finding],
        )
        _on(self._heading.withdraw, self._staff(self._changing.withdraw), opened, after=_CHANGED)
        _on(self._heading.restore, self._staff(self._changing.restore), opened, after=_CHANGED)
        _on(self._form.edit, self._staff(self._changing.edit), [self._form])
        _on(self._form.amend, self._staff(self._changing.amend), [self._form], after=_CHANGED)
        self._connect_intake()

    def _connect_intake(self) -> None:
        shown = [self._files, self._staged]
        for event, handler, after, limit in (
            (self._files.intake, self._taking.intake, _IDLE, _CONCURRENT_LOOKUPS),
            (self._files.settle, self._taking.settle, "", _CONCURRENT_LOOKUPS),
            (self._files.tidy, self._taking.tidy, _IDLE, _CONCURRENT_LOOKUPS),
            (self._files.stage, self._taking.stage, _IDLE, _CONCURRENT_WORK),
            (self._files.fetch, self._taking.fetch, _IDLE, _CONCURRENT_WORK),
            (self._staged.pick, self._taking.pick, _IDLE, _CONCURRENT_LOOKUPS),
            (self._staged.save, self._taking.save, _CHANGED, _CONCURRENT_LOOKUPS),
            (self._staged.discard, self._taking.discard, _IDLE, _CONCURRENT_LOOKUPS),
        ):
            _on(
                event,
                self._staff(handler),
                shown,
                inputs=[self._bench],
                after=after,
                mode="multiple",
                concurrency_limit=limit,
            )

    def _staff(self, handler: Callable[..., Any]) -> Callable[..., Any]:
        return self._door.staff_only(handler)

    def _revision(self) -> Callable[[object], str]:
        """What the page asks for again and again; Gradio marks the function, a method it cannot."""

        def revision(_: object = None) -> str:
            return self._library.revision()

        return revision


def _on(
    event: Callable[..., Any],
    handler: Callable[..., Any],
    outputs: Sequence[gr.HTML],
    *,
    inputs: Sequence[gr.State] = (),
    after: str = "",
    mode: str = "always_last",
    concurrency_limit: int = _CONCURRENT_LOOKUPS,
    cancels: Sequence[Any] = (),
) -> Any:
    done = event(
        handler,
        list(inputs),
        list(outputs),
        show_progress="hidden",
        trigger_mode=mode,
        concurrency_limit=concurrency_limit,
        api_visibility="private",
        cancels=list(cancels) or None,
    )
    if after:
        # `then` would not run for an event that was refused.
        for ended in (done.success, done.failure):
            ended(None, js=after, show_progress="hidden", api_visibility="private")
    return done


def _script(*names: str) -> str:
    """The page scripts of these names, to be run as one."""
    return "\n".join((_FOLDER / name).read_text(encoding="utf-8") for name in names)


def _scripted(elem_id: str, *scripts: str, value: str = "") -> gr.HTML:
    """HTML of our own with the scripts of these names; the value has to come from `render`."""
    return gr.HTML(value, elem_id=elem_id, js_on_load=_script(*scripts), apply_default_css=False)
