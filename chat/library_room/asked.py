"""What the page sends, checked: anything else is refused or taken as the default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TypeVar

import gradio as gr

from chat.library.entries import Column, View
from chat.library.metadata import Metadata
from chat.malformed import Malformed
from records import DocumentState, TextKind, Validity

PAGE = 100
_MOST_ROWS = 100_000
_Choice = TypeVar("_Choice", bound=StrEnum)
_FIELDS = frozenset(field.name for field in fields(Metadata))


@dataclass(frozen=True, slots=True)
class Look:
    """Which rows are to be shown, and how many of them at most."""

    view: View
    most: int = PAGE


def data_of(event: gr.EventData) -> Mapping[str, object]:
    """The data of an event of the page. Raises Malformed if it has none."""
    data = event._data
    if not isinstance(data, Mapping):
        raise Malformed
    return data


def text_in(data: Mapping[str, object], name: str) -> str:
    """A text of the data, "" where there is none."""
    value = data.get(name, "")
    return value if isinstance(value, str) else ""


def number_in(data: Mapping[str, object], name: str, default: int = 0) -> int:
    """A whole number of the data, or the default."""
    value = data.get(name, default)
    return value if isinstance(value, int) and not isinstance(value, bool) else default


def look_in(data: Mapping[str, object], *, staff: bool) -> Look:
    """The rows that are asked for. Nobody but staff can ask for what was withdrawn."""
    states = set(DocumentState) if staff else set(DocumentState) - {DocumentState.WITHDRAWN}
    state = text_in(data, "state") or DocumentState.CURRENT
    view = View(
        words=text_in(data, "words")[:200],
        region=text_in(data, "region") or None,
        kind=text_in(data, "kind") or None,
        validity=_choice(Validity, text_in(data, "validity")),
        text_kind=_choice(TextKind, text_in(data, "text_kind")),
        states=tuple(states if state == "all" else states & {state}),
        sort=_choice(Column, text_in(data, "sort")) or Column.PUBLISHED,
        descending=data.get("descending", True) is True,
    )
    return Look(view, min(max(number_in(data, "most", PAGE), PAGE), _MOST_ROWS))


def fields_in(data: Mapping[str, object]) -> dict[str, str]:
    """The fields of a form that were changed, by name."""
    given = data.get("fields")
    if not isinstance(given, Mapping):
        return {}
    return {
        name: value for name, value in given.items() if name in _FIELDS and isinstance(value, str)
    }


def _choice(kind: type[_Choice], value: str) -> _Choice | None:
    return kind(value) if value in set(kind) else None
