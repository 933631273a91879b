"""Column types that mean the same on SQLite and on PostgreSQL."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, Text, TypeDecorator

from records import Message

# How a message was written before it had two lines: the last bracket has the English. Several
# reasons for a lapse stood side by side.
_REASON = re.compile(r"；(?=《)")
_IN_ONE_LINE = re.compile(r"(.+) \((.+)\)", re.DOTALL)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC. Only aware times go in, and aware times come out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _: Dialect) -> datetime | None:
        """Bring to UTC; SQLite keeps it as text without a zone. Raises ValueError if naive."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time without a zone cannot be stored: {value}")
        return value.astimezone(UTC)

    def process_result_value(self, value: Any, _: Dialect) -> datetime | None:
        """Give the zone back that SQLite does not keep."""
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


class TwoLanguages(TypeDecorator[Message]):
    """A message as text: Chinese in the first line, English in the second; "" for None.

    Rows that have it in one line, “已过期 (expired)”, are read as well; a text without such a
    bracket stands for both languages.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Message | None, _: Dialect) -> str:
        """Each language in a line of its own; line breaks in them become blanks."""
        if value is None:
            return ""
        return "\n".join(" ".join(text.split()) for text in (value.zh, value.en))

    def process_result_value(self, value: str | None, _: Dialect) -> Message | None:
        """The message, from two lines or from one."""
        if not value:
            return None
        lines = value.split("\n")
        if len(lines) == 2:
            return Message(*lines)
        bracketed = [_IN_ONE_LINE.fullmatch(reason) for reason in _REASON.split(value)]
        parts = [one.groups() for one in bracketed if one]
        if len(parts) < len(bracketed):
            return Message(value, value)
        return Message("；".join(zh for zh, _ in parts), "; ".join(en for _, en in parts))
