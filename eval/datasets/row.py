"""Typed access to the fields of one record, with errors that name record and field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from eval.datasets.errors import DatasetError, shown


@dataclass(frozen=True, slots=True)
class Row:
    """One record of a file: `where` says which, as a person would look it up (“line 12”)."""

    path: Path
    where: str
    values: Mapping[str, object]

    @classmethod
    def of(cls, path: Path, where: str, value: object) -> Row:
        """The record as a row. Raises DatasetError unless it is a JSON object."""
        if not isinstance(value, Mapping):
            raise DatasetError(path, where, "(record)", "a JSON object", shown(value))
        return cls(path, where, value)

    def wrong(self, field: str, expected: str) -> DatasetError:
        """The error for a field that does not hold what is expected."""
        found = shown(self.values[field]) if field in self.values else "nothing"
        return DatasetError(self.path, self.where, field, expected, found)

    def text(self, field: str, default: str | None = None, *, blank: bool = False) -> str:
        """A string, or a number as text; without a `default` it must be there.

        Unless there is a default or `blank` allows it, it must hold more than blanks.
        """
        value = _plain(self.values.get(field, default))
        blank = blank or default is not None
        if isinstance(value, str) and (blank or value.strip()):
            return value
        raise self.wrong(field, "a text" if blank else "a text that is not blank")

    def flag(self, field: str, default: bool) -> bool:
        """True or false."""
        value = self.values.get(field, default)
        if isinstance(value, bool):
            return value
        raise self.wrong(field, "true or false")

    def texts(self, field: str) -> tuple[str, ...]:
        """A list of strings; empty when the field is missing."""
        value = self.values.get(field, ())
        if isinstance(value, Sequence) and not isinstance(value, str):
            strings = [text for text in map(_plain, value) if isinstance(text, str)]
            if len(strings) == len(value):
                return tuple(strings)
        raise self.wrong(field, "a list of texts")

    def rows(self, field: str, required: bool = False) -> list[Row]:
        """A list of JSON objects; empty when the field is missing and not required."""
        value = self.values.get(field, None if required else ())
        if not isinstance(value, Sequence) or isinstance(value, str):
            raise self.wrong(field, "a list of JSON objects")
        return [
            Row.of(self.path, f"{self.where}, {field}[{number}]", item)
            for number, item in enumerate(value)
        ]

    def day(self, field: str) -> date | None:
        """A date written YYYY-MM-DD; None when the field is missing or empty."""
        value = self.values.get(field)
        if value in (None, ""):
            return None
        try:
            return date.fromisoformat(str(value))
        except ValueError as error:
            raise self.wrong(field, "a date written YYYY-MM-DD") from error


def _plain(value: object) -> object:
    """A number as the text it was written as: lists of short answers often hold bare numbers."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return str(value) if is_number else value
