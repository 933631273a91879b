"""Metadata fields as people write them, checked one by one."""

from __future__ import annotations

import re
import reprlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from ingest.errors import UnreadableFile
from records import Message, Relation, RelationKind, TextKind

_RELATION_FIELDS = {kind.value: kind for kind in RelationKind}
_PROVENANCE = "source_kind"
FIELDS = frozenset(
    {
        "id",
        "title",
        "kind",
        "region",
        "issuing_body",
        "doc_number",
        "published",
        "effective_from",
        "valid_until",
        "date_notes",
        "source_url",
        "url",
        "text_kind",
        "relations",
        _PROVENANCE,
        *_RELATION_FIELDS,
    }
)
"""The fields that mean something. `source_kind`, provenance in words, is for people to read."""

_DATE = re.compile(r"(\d{4})(?:-|/|年)(\d{1,2})(?:-|/|月)(\d{1,2})日?(?:[T ]\d{1,2}:\d\d.*)?")
_NOTHING = ("", "~", "null", "Null", "NULL")


@dataclass(frozen=True, slots=True)
class Fields:
    """Metadata as written, with the file and the place in it that errors name."""

    path: Path
    place: str
    values: Mapping[str, object]

    def text(self, name: str) -> str:
        """Return a field as one stripped line; empty when it is not given."""
        value = self.values.get(name)
        if value is None or value in _NOTHING:
            return ""
        if isinstance(value, bool) or not isinstance(value, str | int | float | date):
            raise self.error(name, value, Message("一段文字", "a text"))
        return re.sub(r"\s*\n\s*", " ", str(value)).strip()

    def day(self, name: str) -> date | None:
        """Return a date field; None when it is not given."""
        value = self.values.get(name)
        written = self.text(name)
        if not written:
            return None
        if match := _DATE.fullmatch(written):
            try:
                return date(int(match[1]), int(match[2]), int(match[3]))
            except ValueError as error:
                expected = Message("日历上有的日期", "a date of the calendar")
                raise self.error(name, value, expected) from error
        raise self.error(name, value, Message("日期，如 2025-03-19", "a date such as 2025-03-19"))

    def address(self) -> str:
        """Return the official address; a remark in brackets may follow it in the file."""
        name = "source_url" if "source_url" in self.values else "url"
        written = self.text(name)
        match = re.fullmatch(r"(https?://\S+)(?:\s*[（(].*[）)])?", written)
        if written and match is None:
            expected = Message(
                "一个网址（http:// 或 https://）", "one address, http:// or https://"
            )
            raise self.error(name, written, expected)
        return match[1] if match else ""

    def text_kind(self) -> TextKind | None:
        """Return the kind of text; None when it is not given."""
        written = self.text("text_kind")
        if not written:
            return None
        if written not in list(TextKind):
            kinds = "、".join(TextKind)
            raise self.error(
                "text_kind", written, Message(f"{kinds} 之一", f"one of {', '.join(TextKind)}")
            )
        return TextKind(written)

    def relations(self) -> tuple[Relation, ...]:
        """Return the relations, from `supersedes`, `refines`, `explains` and `relations`."""
        found = [
            Relation(kind, document_id)
            for name, kind in _RELATION_FIELDS.items()
            for document_id in self._ids(name, self.values.get(name))
        ]
        listed = self.values.get("relations") or ()
        if not isinstance(listed, list | tuple):
            raise self.error("relations", listed, Message("一个列表", "a list"))
        for entry in listed:
            kind = entry.get("kind") if isinstance(entry, Mapping) else None
            if kind not in _RELATION_FIELDS or not isinstance(entry, Mapping):
                kinds = ", ".join(_RELATION_FIELDS)
                expected = Message(
                    f"{{kind: {kinds} 之一, document_id: 文件编号}}",
                    f"{{kind: one of {kinds}, document_id: an id}}",
                )
                raise self.error("relations", entry, expected)
            ids = self._ids("relations", entry.get("document_id"))
            found += [Relation(_RELATION_FIELDS[kind], document_id) for document_id in ids]
        return tuple(dict.fromkeys(found))

    def check_names(self) -> None:
        """Refuse fields that look like a known one misspelt; others are left alone."""
        for name in self.values:
            if name in FIELDS:
                continue
            if close := get_close_matches(name, FIELDS, n=1, cutoff=0.8):
                raise self.error(
                    name, self.values[name], Message(f"字段名 {close[0]}", f"the field {close[0]}")
                )

    def error(self, name: str, value: object, expected: Message) -> UnreadableFile:
        """Build the error that names a field, its value and what is expected."""
        shown = reprlib.repr(value)
        zh, en = self.place.split(" / ") if self.place else ("", "")
        where = f"{en}, " if en else ""
        return UnreadableFile(
            self.path,
            Message(
                f"{zh}元数据字段 {name} 的值 {shown} 无效，应为{expected.zh}",
                f"{where}metadata field {name} is {shown}, expected {expected.en}",
            ),
            Message("请改正后重新加入", "Correct it and add the file again"),
        )

    def _ids(self, name: str, value: object) -> list[str]:
        listed = [value] if isinstance(value, str) else value
        if listed is None:
            return []
        if not isinstance(listed, list) or not all(isinstance(entry, str) for entry in listed):
            raise self.error(name, value, Message("文件编号的列表", "a list of document ids"))
        return [entry.strip() for entry in listed if entry.strip() not in _NOTHING]
