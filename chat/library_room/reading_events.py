"""What everyone does in the library: look at the table, open a document."""

from __future__ import annotations

from collections.abc import Iterator

import gradio as gr

from chat.access import Door
from chat.library.entries import View, shown
from chat.library.service import LibraryService
from chat.library_room import render
from chat.library_room.access import voice_of
from chat.library_room.asked import Look, data_of, look_in, number_in, text_in
from chat.library_room.choices import choices_of
from chat.library_room.render import Voice
from index.errors import StorageError
from records import DocumentState


class ReadingEvents:
    """Handlers of events that need no session; with one, staff see what was withdrawn too."""

    def __init__(self, library: LibraryService, door: Door) -> None:
        self._library = library
        self._door = door

    def greet(self, request: gr.Request) -> tuple[str, str]:
        """The bar and the table when the page is loaded."""
        return self._listed(voice_of(self._door, request), Look(View()))

    def look(self, event: gr.EventData, request: gr.Request) -> tuple[str, str]:
        """The bar and the table as they are asked for."""
        voice = voice_of(self._door, request)
        return self._listed(voice, look_in(data_of(event), staff=voice.staff))

    def open(self, event: gr.EventData, request: gr.Request) -> tuple[str, str, str]:
        """Heading, questions and text of a document."""
        data = data_of(event)
        voice = voice_of(self._door, request)
        return self.opened(voice, text_in(data, "document"), number_in(data, "serial"))

    def questions(self, event: gr.EventData, request: gr.Request) -> Iterator[str]:
        """The questions that a document answers, as they are found; takes seconds in all."""
        document_id = text_in(data_of(event), "document")
        voice, found = voice_of(self._door, request), tuple[str, ...]()
        try:
            for found in self._library.questions(document_id):
                yield render.questions(voice, document_id, found)
        except StorageError:  # gone or withdrawn since it was opened, which the heading tells
            yield ""
            return
        yield render.questions(voice, document_id, found, done=True)

    def opened(
        self, voice: Voice, document_id: str, serial: int, problem: str = ""
    ) -> tuple[str, str, str]:
        """Heading, questions and text of a document as it is now."""
        try:
            opened = self._library.open(document_id, staff=voice.staff)
        except StorageError as error:
            message = problem or render.told(voice, error)
            return render.heading_message(voice, message, serial), "", ""
        is_current = opened.entry.state is DocumentState.CURRENT
        return (
            render.heading(voice, opened, serial, problem),
            render.questions(voice, document_id) if is_current else "",
            render.document(voice, opened),
        )

    def _listed(self, voice: Voice, look: Look) -> tuple[str, str]:
        # Read first: what changes in between is then noticed, and shown.
        revision = self._library.revision()
        states = tuple(DocumentState)
        everything = self._library.table(View(states=states), staff=voice.staff)
        total = sum(one.state in look.view.states for one in everything)
        return (
            render.tools(voice, choices_of(everything, staff=voice.staff), revision),
            render.table(voice, shown(everything, look.view, self._library.in_text), look, total),
        )
