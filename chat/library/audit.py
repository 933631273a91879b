"""What is noted of a change."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Action(StrEnum):
    """What was done to a document."""

    ADD = "add"
    REPLACE = "replace"
    EDIT = "edit"
    WITHDRAW = "withdraw"
    RESTORE = "restore"


def in_words(details: Mapping[str, str]) -> str:
    """The details of a change as the audit list shows them: “title: 旧 → 新；region: 汉阳区”."""
    return "；".join(f"{name}: {value}" for name, value in details.items())
