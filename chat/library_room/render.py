"""The library's records to HTML. Every word passes through templates that escape it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from chat.language import Language
from chat.layout import lines
from chat.library.entries import Entry, is_named
from chat.library.metadata import Metadata
from chat.library.reading import OpenDocument
from chat.library_room.asked import PAGE, Look
from chat.library_room.choices import Choices
from chat.library_room.intake import Bench, FileRow, Intake, Item
from chat.library_room.strings import library_strings
from chat.library_room.text_lines import text_lines
from chat.render import environment
from chat.strings import strings_for
from index.errors import StorageError
from index.library import LibraryError
from records import Message

_TEMPLATES = Path(__file__).parent / "templates"
# How many passages a preview shows; all of them are in the full text once it is saved.
_PREVIEWED = 100


@dataclass(frozen=True, slots=True)
class Voice:
    """In which language, and to whom, something is shown."""

    language: Language
    staff: bool = False


def tools(voice: Voice, choices: Choices, revision: str) -> str:
    """The bar above the table: search, filters, sorting, and uploading for staff.

    `revision` is that of the library which the table below it shows.
    """
    return _render("tools.html", voice, choices=choices, revision=revision)


def table(voice: Voice, entries: Sequence[Entry], look: Look, total: int) -> str:
    """The rows that are looked at; `total` counts those of the library without filters."""
    shown = entries[: look.most]
    return _render(
        "table.html",
        voice,
        entries=shown,
        named={one.id for one in shown if is_named(one, look.view.words)},
        look=look,
        found=len(entries),
        total=total,
        left=len(entries) - len(shown),
        next=look.most + PAGE,
    )


def heading(voice: Voice, opened: OpenDocument, serial: int, problem: str = "") -> str:
    """Title and badges of an open document, what staff can do with it, and why they could not."""
    return _render(
        "heading.html", voice, opened=opened, entry=opened.entry, serial=serial, problem=problem
    )


def heading_message(voice: Voice, message: str, serial: int) -> str:
    """The open document's place when there is nothing to show but a sentence."""
    return _render("heading_message.html", voice, message=message, serial=serial)


def questions(
    voice: Voice, document_id: str, found: Sequence[str] = (), *, done: bool = False
) -> str:
    """The questions that a document answers, as far as they were found."""
    return _render("questions.html", voice, document_id=document_id, found=found, done=done)


def document(voice: Voice, opened: OpenDocument) -> str:
    """What is known of a document, its versions, its outline and its full text."""
    shown, outline = text_lines(opened.document.text, opened.outline)
    return _render("document.html", voice, opened=opened, lines=shown, outline=outline)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a form was not saved: `problems` by field, and what changed meanwhile."""

    message: str
    problems: Mapping[str, str]
    stale: bool = False
    changed: frozenset[str] = frozenset()


def edit_form(
    voice: Voice,
    entry: Entry,
    metadata: Metadata,
    choices: Choices,
    serial: int,
    refusal: Refusal | None = None,
) -> str:
    """The form with the metadata of a document as it is now."""
    return _render(
        "edit_form.html",
        voice,
        entry=entry,
        metadata=metadata,
        choices=choices,
        serial=serial,
        refusal=refusal,
    )


def edit_message(voice: Voice, message: str, serial: int, *, saved: bool = False) -> str:
    """The form's place when there is nothing to fill in, as when it was `saved`."""
    return _render("edit_message.html", voice, message=message, serial=serial, saved=saved)


def files(voice: Voice, intake: Intake, bench: Bench, limit_megabytes: int, serial: int) -> str:
    """Where files are dropped, and what became of each."""
    return _render(
        "files.html",
        voice,
        intake=intake,
        replacing=bench.replacing,
        open_item=intake.open_item(bench.chosen),
        limit=limit_megabytes,
        serial=serial,
    )


def staged(
    voice: Voice,
    row: FileRow | None,
    item: Item | None,
    choices: Choices,
    serial: int,
    refusal: Refusal | None = None,
) -> str:
    """The form of one staged document with its clauses; nothing if none is to be saved."""
    if item is None or row is None:
        return _render("staged_none.html", voice, serial=serial)
    passages = item.staged.passages
    return _render(
        "staged.html",
        voice,
        row=row,
        item=item,
        metadata=item.metadata,
        passages=passages[:_PREVIEWED],
        lines_of=lambda passage: lines(passage.text, 0, len(passage.text)),
        left=max(0, len(passages) - _PREVIEWED),
        choices=choices,
        serial=serial,
        refusal=refusal,
    )


def summary(voice: Voice, problems: Mapping[str, str]) -> str:
    """The names of the fields that are to be mended, in one sentence."""
    texts = library_strings(voice.language)
    return texts.to_mend.format(fields=texts.comma.join(texts.fields[name] for name in problems))


def told(voice: Voice, said: Message | StorageError) -> str:
    """What is told of an error, in the language of the page where it speaks both."""
    message = said.message if isinstance(said, LibraryError) else said
    if isinstance(message, Message):
        return message.en if voice.language is Language.ENGLISH else message.zh
    return str(message)


def _render(template: str, voice: Voice, **values: object) -> str:
    return (
        environment(_TEMPLATES)
        .get_template(template)
        .render(
            s=strings_for(voice.language),
            t=library_strings(voice.language),
            staff=voice.staff,
            told=lambda message: told(voice, message),
            **values,
        )
    )
