"""Why something that staff gave was refused, in words for the page."""

from __future__ import annotations

from dataclasses import dataclass

from index.library import LibraryError
from ingest.errors import UnreadableFile
from records import Message


class RefusedFile(LibraryError):
    """A file that cannot be taken in."""

    @classmethod
    def of(cls, error: UnreadableFile) -> RefusedFile:
        """What a reader said, without the path, which means nothing to who uploaded the file."""
        reason, remedy = error.reason, error.remedy
        return cls(Message(f"{reason.zh}。{remedy.zh}。", f"{reason.en}. {remedy.en}."))


class RefusedAddress(LibraryError):
    """A web address that is not fetched, or that gave nothing to take in."""


class NotStaged(LibraryError):
    """The upload is not, or no longer, there."""

    def __init__(self) -> None:
        super().__init__(
            Message(
                "这份上传已过期或已保存，请重新上传",
                "this upload has expired or was saved already: upload it again",
            )
        )


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """What is wrong with one field of a form."""

    field: str
    message: Message


class InvalidMetadata(LibraryError):
    """Metadata that cannot be saved; `problems` names each field."""

    def __init__(self, problems: tuple[FieldProblem, ...]) -> None:
        self.problems = problems
        super().__init__(
            Message(
                "；".join(f"{one.field}：{one.message.zh}" for one in problems),
                "; ".join(f"{one.field}: {one.message.en}" for one in problems),
            )
        )
