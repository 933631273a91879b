"""The queue as an Excel file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from answer.dates import BEIJING
from chat.spreadsheets import workbook_bytes
from chat.unanswered.group import STATUS_WORDS, Group

HEADER = (
    "问题", "状态", "未答", "放弃选择", "差评", "首次出现", "最近出现", "备注",
)  # fmt: skip


def export(groups: Iterable[Group]) -> bytes:
    """An .xlsx file with a row for each group, in their order; times are Beijing's."""
    rows = (
        (
            one.question,
            STATUS_WORDS[one.status].zh,
            one.refused,
            one.abandoned,
            one.thumbed_down,
            _moment(one.first_seen),
            _moment(one.last_seen),
            one.note,
        )
        for one in groups
    )
    return workbook_bytes("待解答问题", HEADER, rows)


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(BEIJING):%Y-%m-%d %H:%M}"
