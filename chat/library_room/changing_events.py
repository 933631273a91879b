"""What staff do with a document that is there: edit its metadata, withdraw it, restore it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, replace

import gradio as gr

from chat.access import Door
from chat.audit import Actor
from chat.library.entries import Entry, View
from chat.library.errors import InvalidMetadata
from chat.library.metadata import Metadata
from chat.library.service import LibraryService
from chat.library_room import render
from chat.library_room.access import actor_of, voice_of
from chat.library_room.asked import data_of, fields_in, number_in, text_in
from chat.library_room.choices import Choices, choices_of
from chat.library_room.reading_events import ReadingEvents
from chat.library_room.render import Refusal, Voice
from index.errors import StorageError
from index.library.errors import StaleChange
from records import DocumentState


class ChangingEvents:
    """Handlers of staff's events; whoever connects them puts the guard before each."""

    def __init__(self, library: LibraryService, door: Door, reading: ReadingEvents) -> None:
        self._library = library
        self._door = door
        self._reading = reading

    def edit(self, event: gr.EventData, request: gr.Request) -> str:
        """The form of a document as it is now; nothing for no document."""
        data, voice = data_of(event), voice_of(self._door, request)
        document_id, serial = text_in(data, "document"), number_in(data, "serial")
        if not document_id:
            return render.edit_message(voice, "", serial)
        return self._form(voice, document_id, serial)

    def amend(self, event: gr.EventData, request: gr.Request) -> str:
        """Save what was typed in the form. Refused, it comes back with the reason."""
        data, voice = data_of(event), voice_of(self._door, request)
        document_id, serial = text_in(data, "document"), number_in(data, "serial")
        typed = fields_in(data)
        try:
            now = self._library.metadata(document_id)
            self._library.edit(
                document_id,
                replace(now, **typed),
                text_in(data, "version"),
                actor_of(self._door, request),
            )
        except StorageError as error:
            return self._form(voice, document_id, serial, refusal_of(voice, error), typed)
        return render.edit_message(voice, "", serial, saved=True)

    def withdraw(self, event: gr.EventData, request: gr.Request) -> tuple[str, str, str]:
        """Take the open document out of answers."""
        return self._set_state(self._library.withdraw, event, request)

    def restore(self, event: gr.EventData, request: gr.Request) -> tuple[str, str, str]:
        """Bring the open document back."""
        return self._set_state(self._library.restore, event, request)

    def _set_state(
        self,
        change: Callable[[str, str, Actor], Entry],
        event: gr.EventData,
        request: gr.Request,
    ) -> tuple[str, str, str]:
        data, voice = data_of(event), voice_of(self._door, request)
        document_id, problem = text_in(data, "document"), ""
        try:
            change(document_id, text_in(data, "version"), actor_of(self._door, request))
        except StorageError as error:
            problem = render.told(voice, error)
        return self._reading.opened(voice, document_id, number_in(data, "serial"), problem)

    def _form(
        self,
        voice: Voice,
        document_id: str,
        serial: int,
        refusal: Refusal | None = None,
        typed: Mapping[str, str] | None = None,
    ) -> str:
        try:
            # The row first: a change in between then makes the save stale, and is not overwritten.
            entry = self._library.entry(document_id, staff=True)
            metadata = self._library.metadata(document_id)
        except StorageError as error:
            return render.edit_message(voice, render.told(voice, error), serial)
        if refusal and refusal.stale:
            refusal = replace(refusal, changed=_differing(metadata, typed or {}))
        return render.edit_form(voice, entry, metadata, all_choices(self._library), serial, refusal)


def all_choices(library: LibraryService) -> Choices:
    """What can be chosen in forms."""
    entries = library.table(View(states=tuple(DocumentState)), staff=True)
    return choices_of(entries, staff=True)


def refusal_of(voice: Voice, error: StorageError) -> Refusal:
    """Why a form was not saved, by field where it is known."""
    if not isinstance(error, InvalidMetadata):
        stale = isinstance(error, StaleChange)
        return Refusal(message=render.told(voice, error), problems={}, stale=stale)
    problems = {one.field: render.told(voice, one.message) for one in error.problems}
    return Refusal(message=render.summary(voice, problems), problems=problems)


def _differing(metadata: Metadata, typed: Mapping[str, str]) -> frozenset[str]:
    now = asdict(metadata)
    return frozenset(name for name, value in typed.items() if now[name] != value)
