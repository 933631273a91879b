"""JSON lines: one document a line, ids kept."""

from __future__ import annotations

import json
from pathlib import Path

from ingest.content import Content
from ingest.readers.plain_text import read_text
from ingest.readers.records_file import bad_record, content_of
from records import Message


def read(path: Path) -> list[Content]:
    """Return one Content for each line that is not blank.

    Raises UnreadableFile naming the line: broken JSON, a missing or bad field, an id used twice.
    """
    contents: list[Content] = []
    lines_of_ids: dict[str, int] = {}
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        if not line.strip():
            continue
        place = f"第{number}行 / line {number}"
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            # The library counts lines within this one line, which would confuse.
            detail = f"{error.msg}, column {error.colno}"
            wrong = Message(f"一个 JSON 对象（{detail}）", f"a JSON object ({detail})")
            raise bad_record(path, place, "", wrong) from error
        except RecursionError as error:
            wrong = Message("一个不太深的 JSON 对象", "a JSON object, not nested that deep")
            raise bad_record(path, place, "", wrong) from error
        content = content_of(path, record, place, needs_id=True)
        identity = str(content.metadata["id"]).strip()
        if (first := lines_of_ids.setdefault(identity, number)) != number:
            raise bad_record(
                path,
                place,
                "id",
                Message(
                    f"没有用过的编号（{identity} 已在第{first}行）",
                    f"an unused id ({identity} is on line {first} already)",
                ),
            )
        contents.append(content)
    return contents
