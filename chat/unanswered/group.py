"""A group of the queue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from records import Message


class GroupStatus(StrEnum):
    """What staff have done about the questions of a group."""

    OPEN = "open"
    ANSWERED = "answered"
    NEEDS_DOCUMENT = "needs_document"
    DISMISSED = "dismissed"


STATUS_WORDS = {
    GroupStatus.OPEN: Message("待处理", "open"),
    GroupStatus.ANSWERED: Message("已解答", "answered"),
    GroupStatus.NEEDS_DOCUMENT: Message("缺文件", "needs a document"),
    GroupStatus.DISMISSED: Message("不处理", "dismissed"),
}
"""What staff call them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Questions that ask the same: `question` is the first of them, and stays.

    `refused`, `abandoned` (given back with choices, of which none was taken) and `thumbed_down`
    count the records of the journal; one may count twice. Times are in UTC. `version` grows with
    every change of status.
    """

    id: int
    question: str
    status: GroupStatus
    note: str
    refused: int
    abandoned: int
    thumbed_down: int
    first_seen: datetime
    last_seen: datetime
    version: int
