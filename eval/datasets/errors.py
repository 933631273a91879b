"""The error that tells where a question set is wrong."""

from __future__ import annotations

from pathlib import Path


class DatasetError(ValueError):
    """A question set that cannot be read as it is: names the file, the row, the field."""

    def __init__(self, path: Path, where: str, field: str, expected: str, found: str) -> None:
        """`where` is the row as a person would look it up: “line 12”."""
        self.path = path
        self.where = where
        self.field = field
        super().__init__(
            f"{path}, {where}, field “{field}”: expected {expected}, found {found}. "
            f"Correct the file and run the command again."
        )


def shown(value: object, limit: int = 60) -> str:
    """A value as an error message shows it: its type and its beginning."""
    text = repr(value)
    text = text if len(text) <= limit else f"{text[:limit]}…"
    return f"{type(value).__name__} {text}"
