"""Documents that come as JSON objects: {id, title, text, metadata?}."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ingest.content import Content
from ingest.encoding import clean
from ingest.errors import UnreadableFile
from records import Message

_OWN_FIELDS = ("id", "title", "text", "metadata")


def is_document_record(value: object) -> bool:
    """Whether a JSON value is meant as a document: an object with a text."""
    return isinstance(value, Mapping) and isinstance(value.get("text"), str)


def content_of(path: Path, record: object, place: str, *, needs_id: bool) -> Content:
    """Return the Content of one object; every other field of it counts as metadata.

    `place` is where it stands, as “第3行 / line 3”. Raises UnreadableFile naming place, field
    and what was expected.
    """
    if not isinstance(record, Mapping):
        raise bad_record(path, place, "", Message("一个 {…} 对象", "an object {…}"))
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        raise bad_record(path, place, "text", Message("不为空的字符串", "a string, not empty"))
    identity = record.get("id")
    if isinstance(identity, bool) or not isinstance(identity, str | int | None):
        raise bad_record(path, place, "id", Message("字符串", "a string"))
    if needs_id and not str("" if identity is None else identity).strip():
        raise bad_record(path, place, "id", Message("不为空的字符串", "a string, not empty"))
    if not isinstance(record.get("title", ""), str | None):
        raise bad_record(path, place, "title", Message("字符串", "a string"))
    metadata = record.get("metadata")
    if not isinstance(metadata, Mapping | None):
        raise bad_record(path, place, "metadata", Message("一个 {…} 对象", "an object {…}"))
    beside = {key: value for key, value in record.items() if key not in _OWN_FIELDS}
    own = {key: record[key] for key in ("id", "title") if record.get(key) is not None}
    return Content(text=clean(text), metadata={**beside, **(metadata or {}), **own}, place=place)


def bad_record(path: Path, place: str, field: str, expected: Message) -> UnreadableFile:
    """Build the error that names the place, the field and what was expected there."""
    zh, en = place.split(" / ")
    of_field = (f"的字段 {field}", f", field {field}") if field else ("", "")
    return UnreadableFile(
        path,
        Message(
            f"{zh}{of_field[0]}有误，应为{expected.zh}",
            f"{en[0].upper()}{en[1:]}{of_field[1]}: expected {expected.en}",
        ),
        Message(
            "每个文件写成 {id, title, text, metadata?}",
            "Write each document as {id, title, text, metadata?}",
        ),
    )
