"""What a user is told when a file cannot become a document."""

from __future__ import annotations

from pathlib import Path

from records import Message


class UnreadableFile(Exception):
    """A file that cannot be read, why, and what to do about it.

    `str()` of it is one line: the path, then Chinese, then English.
    """

    def __init__(self, path: Path, reason: Message, remedy: Message) -> None:
        """Name the file, the reason and the remedy; line breaks in them become blanks."""
        self.path = path
        self.reason = reason
        self.remedy = remedy
        line = f"{path}：{reason.zh}。{remedy.zh}。 | {reason.en}. {remedy.en}."
        super().__init__(" ".join(line.split()))
