"""The form in which staff see and complete what is known of a document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from answer.standing.rank import KINDS
from chat.library.errors import FieldProblem, InvalidMetadata
from chat.library.names import LONGEST_ID, has_controls, is_id
from ingest.errors import UnreadableFile
from ingest.fields import Fields
from records import Document, Message, TextKind

LONGEST = {"title": 300, "date_notes": 1000, "url": 2000}
LONGEST_FIELD = 200
_DATES = ("published", "effective_from", "valid_until")
_NO_DATE = Message(
    "请填写日历上有的日期，如 2025-03-19", "must be on the calendar: a date such as 2025-03-19"
)
_NO_ADDRESS = Message(
    "请填写以 http:// 或 https:// 开头的完整网址", "must be a full http:// or https:// address"
)
_NO_TEXT_KIND = Message(f"须为 {'、'.join(TextKind)} 之一", f"must be one of {', '.join(TextKind)}")
_NAMES = {"published": "发布日期", "effective_from": "施行日期"}
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The fields as written in the form: all text, dates as 2025-03-19, unknown ones empty."""

    id: str
    title: str
    kind: str = ""
    region: str = ""
    issuing_body: str = ""
    doc_number: str = ""
    published: str = ""
    effective_from: str = ""
    valid_until: str = ""
    date_notes: str = ""
    url: str = ""
    text_kind: str = TextKind.FULL


def metadata_of(document: Document) -> Metadata:
    """The form filled in with what is known of a document."""
    values = {field.name: getattr(document, field.name) for field in fields(Metadata)}
    return Metadata(**{name: "" if value is None else str(value) for name, value in values.items()})


def completed(document: Document, metadata: Metadata, *, is_new: bool) -> Document:
    """The document with what the form says; its id only if it `is_new`.

    Raises InvalidMetadata naming every field that is wrong.
    """
    written = replace(metadata, **{name: text.strip() for name, text in asdict(metadata).items()})
    problems = list(_problems(document, written, is_new=is_new))
    checked = Fields(Path("form"), "", asdict(written))
    days = {name: _value(checked.day, name, _NO_DATE, problems) for name in _DATES}
    url = _value(lambda _: checked.address(), "url", _NO_ADDRESS, problems)
    text_kind = _value(lambda _: checked.text_kind(), "text_kind", _NO_TEXT_KIND, problems)
    problems += _out_of_order(days["published"], days["effective_from"], days["valid_until"])
    if problems:
        raise InvalidMetadata(tuple(problems))
    return replace(
        document,
        id=written.id if is_new else document.id,
        title=written.title,
        kind=written.kind,
        region=written.region,
        issuing_body=written.issuing_body,
        doc_number=written.doc_number,
        date_notes=written.date_notes,
        url=url or "",
        text_kind=text_kind or TextKind.FULL,
        published=days["published"],
        effective_from=days["effective_from"],
        valid_until=days["valid_until"],
    )


def _problems(document: Document, written: Metadata, *, is_new: bool) -> Iterator[FieldProblem]:
    if is_new and not is_id(written.id):
        yield FieldProblem(
            "id",
            Message(
                f"只能用字母、汉字、数字和 - _ .，最多 {LONGEST_ID} 个字符",
                f"only letters, digits and - _ . may be used, {LONGEST_ID} characters at most",
            ),
        )
    if not written.title:
        yield FieldProblem("title", Message("请填写标题", "a title is needed"))
    if written.kind and written.kind not in (*KINDS, document.kind):
        yield FieldProblem(
            "kind",
            Message(f"须为 {'、'.join(KINDS)} 之一", f"must be one of {', '.join(KINDS)}"),
        )
    for name, text in asdict(written).items():
        longest = LONGEST.get(name, LONGEST_FIELD)
        if len(text) > longest:
            yield FieldProblem(
                name,
                Message(
                    f"有 {len(text)} 个字符，超过上限 {longest}",
                    f"has {len(text)} characters, over the limit of {longest}",
                ),
            )
        if has_controls(text):
            yield FieldProblem(
                name,
                Message("含有换行或控制字符", "holds line breaks or control characters"),
            )


def _value(
    read: Callable[[str], _Value], name: str, problem: Message, problems: list[FieldProblem]
) -> _Value | None:
    """What a field holds; if it is nothing of its kind the problem is noted, and gives None."""
    try:
        return read(name)
    except UnreadableFile:
        # That error is for whoever writes files: it names the field as files do.
        problems.append(FieldProblem(name, problem))
        return None


def _out_of_order(
    published: date | None, effective_from: date | None, valid_until: date | None
) -> Iterator[FieldProblem]:
    for name, day in (("published", published), ("effective_from", effective_from)):
        if day and valid_until and valid_until < day:
            yield FieldProblem(
                "valid_until",
                Message(
                    f"{valid_until} 早于{_NAMES[name]}（{day}）",
                    f"{valid_until} is before {name} ({day})",
                ),
            )
