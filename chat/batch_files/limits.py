"""What a batch file may hold, and what is wrong with one."""

from __future__ import annotations

from dataclasses import dataclass

from records import Message


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that is taken. A workbook may unpack to `unpacked` times its size in bytes."""

    rows: int = 2000
    megabytes: int = 10
    unpacked: int = 20
    question_characters: int = 1000


DEFAULT_LIMITS = Limits()


class BatchFileError(ValueError):
    """The file cannot be answered as it is. `message` says why and what to do."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(f"{message.zh} ({message.en})")


def check_size(data: bytes, limits: Limits) -> None:
    """Raise BatchFileError if the file is larger than is taken."""
    if len(data) > limits.megabytes * 1_000_000:
        megabytes = f"{len(data) / 1_000_000:.1f}"
        raise BatchFileError(
            Message(
                f"文件有 {megabytes} MB，最多 {limits.megabytes} MB；请分成几个文件",
                f"The file has {megabytes} MB, and {limits.megabytes} MB are the most: split it",
            )
        )


def check_rows(count: int, limits: Limits) -> None:
    """Raise BatchFileError if there are more rows than are taken, or none."""
    if count == 0:
        raise BatchFileError(
            Message(
                "“问题”列下面没有问题；请把问题一行一个写在这一列里",
                "There are no questions below the header: write one in each row of that column",
            )
        )
    if count > limits.rows:
        raise BatchFileError(
            Message(
                f"文件有 {count} 行问题，最多 {limits.rows} 行；请分成几个文件",
                f"The file has {count} rows with questions, and {limits.rows} are the most: "
                "split it",
            )
        )
