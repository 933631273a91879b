"""A thumb as the page sends it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

MAX_TYPED_CHARACTERS = 300
# A reason that was chosen from the list stands before what was typed.
_MAX_REASON_CHARACTERS = 2 * MAX_TYPED_CHARACTERS


@dataclass(frozen=True, slots=True)
class Rating:
    """A thumb up or down for one answer. `reason` is "" when none is given."""

    record_id: str
    up: bool
    reason: str


def parse_rating(data: object) -> Rating:
    """Read what the page sent. Raises ValueError for anything but a thumb."""
    if not isinstance(data, Mapping):
        raise ValueError(f"expected a thumb, got {type(data).__name__}")
    record_id, up, reason = data.get("record"), data.get("up"), data.get("reason")
    if not isinstance(record_id, str) or not record_id:
        raise ValueError("a thumb names the record of an answer")
    if not isinstance(up, bool) or not isinstance(reason, str):
        raise ValueError("a thumb is up or down, and its reason is text")
    return Rating(record_id, up, reason.strip()[:_MAX_REASON_CHARACTERS])
