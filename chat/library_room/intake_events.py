"""How staff bring documents in: upload or fetch, check, save."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import gradio as gr

from chat.access import Door
from chat.library.entries import Entry
from chat.library.service import LibraryService
from chat.library.staged import OnProgress, Progress, Upload
from chat.library_room import render
from chat.library_room.access import actor_of, voice_of
from chat.library_room.asked import data_of, fields_in, text_in
from chat.library_room.changing_events import all_choices, refusal_of
from chat.library_room.intake import Bench, FileRow, Intake
from chat.library_room.intakes import Intakes
from chat.library_room.progress import in_steps
from chat.library_room.proposals import Proposals
from chat.library_room.render import Refusal
from chat.library_room.strings import CHINESE, ENGLISH
from chat.library_room.uploads import too_large, uploaded
from index.errors import StorageError
from index.library import LibraryError
from index.library.errors import UnknownDocument
from records import Message

Shown = tuple[Any, Any]
"""The list of files and the form of the staged document."""


class IntakeEvents:
    """Handlers of staff's events; whoever connects them puts the guard before each.

    Each works on the Intake of its session, in place: files are read while others are saved.
    """

    def __init__(self, library: LibraryService, door: Door, most_megabytes: int) -> None:
        self._library = library
        self._door = door
        self._most_megabytes = most_megabytes
        self._proposals = Proposals(library)
        self._intakes = Intakes(door.lasts, library.discard)

    def intake(self, bench: Bench, event: gr.EventData, request: gr.Request) -> Shown:
        """The list and the form; `replacing` names the document that is to be replaced."""
        document_id = text_in(data_of(event), "replacing")
        bench.replacing = None
        with suppress(UnknownDocument):  # withdrawn since: then nothing can be replaced
            if document_id:
                bench.replacing = self._library.entry(document_id, staff=True)
        return self._shown(bench, request)

    def settle(self, bench: Bench, event: gr.EventData, request: gr.Request) -> Shown:
        """The list and the form as they are now."""
        del event  # says no more than that it is asked for
        return self._shown(bench, request)

    def stage(self, bench: Bench, event: gr.EventData, request: gr.Request) -> Iterator[Shown]:
        """Read one uploaded file, telling how far it is."""
        data, intake = data_of(event), self._intake(request)
        row, path = FileRow(text_in(data, "name")), uploaded(text_in(data, "path"))
        intake.add(row)
        replacing = bench.replacing
        # The first step comes at once; from then on the file is read to its end in any case.
        for _ in in_steps(lambda told: self._read(intake, row, path, replacing, told)):
            if not row.done:
                yield self._files(bench, request), gr.skip()
        yield self._shown(bench, request)

    def fetch(self, bench: Bench, event: gr.EventData, request: gr.Request) -> Shown:
        """Read one page of the web."""
        address = text_in(data_of(event), "address")
        row = FileRow(address, done=True)
        try:
            self._proposals.take(row, self._library.stage_address(address), bench.replacing)
        except LibraryError as error:
            row.problem = error.message
        self._intake(request).add(row)
        return self._shown(bench, request)

    def pick(self, bench: Bench, event: gr.EventData, request: gr.Request) -> Shown:
        """Open the form of a staged document, or show what it proposes for another `replacing`."""
        data = data_of(event)
        bench.chosen = text_in(data, "token")
        found = self._intake(request).item(bench.chosen)
        if found and "replacing" in data:
            self._proposals.set_replaced(found[1], text_in(data, "replacing"))
        return self._shown(bench, request)

    def save(self, bench: Bench, event: gr.EventData, request: gr.Request) -> Shown:
        """Save a staged document as new, or in the place of an older one."""
        data, voice = data_of(event), voice_of(self._door, request)
        found = self._intake(request).item(text_in(data, "token"))
        if found is None:
            return self._shown(bench, request)
        _, item = found
        self._proposals.set_replaced(item, text_in(data, "replacing"))
        bench.chosen = item.token
        metadata = replace(item.metadata, **fields_in(data))
        actor = actor_of(self._door, request)
        version = next((one.version for one in item.older if one.id == item.replaces), "")
        try:
            if item.replaces:
                item.saved = self._library.replace(
                    item.replaces, item.token, metadata, version, actor
                )
            else:
                item.saved = self._library.save(item.token, metadata, actor)
        except StorageError as error:
            self._proposals.look_again(item)
            return self._shown(bench, request, refusal_of(voice, error))
        if bench.replacing and bench.replacing.id == item.replaces:
            bench.replacing = None
        return self._shown(bench, request)

    def tidy(self, bench: Bench, event: gr.EventData, request: gr.Request) -> Shown:
        """Clear what was saved and what could not be read from the list."""
        del event  # says no more than that it is asked for
        self._intake(request).tidy()
        return self._shown(bench, request)

    def discard(self, bench: Bench, event: gr.EventData, request: gr.Request) -> Shown:
        """Forget a staged document."""
        found = self._intake(request).item(text_in(data_of(event), "token"))
        if found:
            row, item = found
            item.discarded = True
            self._library.discard(item.token)
            if all(one.discarded for one in row.items):
                self._intake(request).drop(row)
        return self._shown(bench, request)

    def _read(
        self,
        intake: Intake,
        row: FileRow,
        path: Path | None,
        replacing: Entry | None,
        told: OnProgress,
    ) -> None:
        """Read the file into its row. Goes on when the page is left meanwhile."""

        def on_progress(progress: Progress) -> None:
            row.page, row.pages = progress.page, progress.pages
            told(progress)

        try:
            if path is None:
                row.problem = Message(CHINESE.not_an_upload, ENGLISH.not_an_upload)
            elif path.stat().st_size > self._most_megabytes * 2**20:
                row.problem = too_large(path.stat().st_size, self._most_megabytes)
            else:
                upload = Upload(row.name, path.read_bytes())
                (read,) = self._library.stage([upload], on_progress)
                self._proposals.take(row, read, replacing)
            row.done = True
        finally:
            if path is not None:
                path.unlink(missing_ok=True)
            if not row.done:
                intake.drop(row)

    def _shown(self, bench: Bench, request: gr.Request, refusal: Refusal | None = None) -> Shown:
        # Counted first: what changes from here on is drawn once more, with a higher number.
        voice, intake = voice_of(self._door, request), self._intake(request)
        serial = intake.next_serial()
        row, item = intake.open_item(bench.chosen) or (None, None)
        choices = all_choices(self._library)
        form = render.staged(voice, row, item, choices, serial, refusal)
        return render.files(voice, intake, bench, self._most_megabytes, serial), form

    def _files(self, bench: Bench, request: gr.Request) -> str:
        voice, intake = voice_of(self._door, request), self._intake(request)
        return render.files(voice, intake, bench, self._most_megabytes, intake.next_serial())

    def _intake(self, request: gr.Request) -> Intake:
        return self._intakes.of(self._door.token(request))
