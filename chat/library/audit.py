"""Who is told of changes."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Protocol


class Action(StrEnum):
    """What was done to a document."""

    ADD = "add"
    REPLACE = "replace"
    EDIT = "edit"
    WITHDRAW = "withdraw"
    RESTORE = "restore"


class Audit(Protocol):
    """Keeps a list of changes."""

    def record(self, action: str, subject: str, role: str, details: Mapping[str, str]) -> None:
        """Note that somebody of `role` did `action` to the document with the id `subject`."""
        ...
