"""JSON: documents as {id, title, text}, or any other data as lines that keep their keys."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from ingest.content import Content
from ingest.encoding import clean
from ingest.errors import UnreadableFile
from ingest.readers.plain_text import read_text
from ingest.readers.records_file import content_of, is_document_record
from records import Message

_NAMES_TITLE = ("title", "标题", "名称")


def read(path: Path) -> list[Content]:
    """Return the documents of a JSON file; other data becomes one document of readable lines."""
    try:
        data = json.loads(read_text(path))
    except (json.JSONDecodeError, RecursionError) as error:
        raise UnreadableFile(
            path,
            Message(f"JSON 格式有误：{error}", f"The JSON is broken: {error}"),
            Message("请改正后重新加入", "Correct it and add the file again"),
        ) from error
    if is_document_record(data):
        return [content_of(path, data, "对象 / the object", needs_id=False)]
    if isinstance(data, list) and data and all(map(is_document_record, data)):
        return [
            content_of(path, record, f"第{number}项 / item {number}", needs_id=len(data) > 1)
            for number, record in enumerate(data, start=1)
        ]
    titles = data if isinstance(data, Mapping) else {}
    title = next((titles[name] for name in _NAMES_TITLE if isinstance(titles.get(name), str)), "")
    return [Content(text=clean("\n".join(_lines(data, ()))), hints={"title": title})]


def _lines(value: object, keys: tuple[str, ...]) -> Iterator[str]:
    """One line for each object of plain values and each longer value, after its path of keys."""
    path = "/".join(keys)
    if isinstance(value, Mapping):
        plain = {key: shown for key, entry in value.items() if (shown := _plain(entry))}
        if plain:
            parts = "；".join(f"{key}：{shown}" for key, shown in plain.items())
            yield f"{path} — {parts}" if path else parts
        for key, entry in value.items():
            if key not in plain:
                yield from _lines(entry, (*keys, str(key)))
    elif isinstance(value, list):
        shown_entries = [_plain(entry) for entry in value]
        if value and all(shown_entries):
            yield f"{path}：{'、'.join(shown_entries)}" if path else "、".join(shown_entries)
        else:
            for number, entry in enumerate(value, start=1):
                inner = keys if isinstance(entry, Mapping) else (*keys, str(number))
                yield from _lines(entry, inner)
    elif value is not None and str(value).strip():
        yield f"{path}：{value}" if path else str(value)


def _plain(value: object) -> str:
    """Return a value that fits on a line with others; nothing for objects and long texts."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    return value.strip() if isinstance(value, str) and "\n" not in value else ""
