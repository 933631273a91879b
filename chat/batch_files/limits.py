"""What a batch file may hold, and what is wrong with one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that is taken. A workbook may unpack to `unpacked` times its size in bytes."""

    rows: int = 2000
    megabytes: int = 10
    unpacked: int = 20
    question_characters: int = 1000


DEFAULT_LIMITS = Limits()


class BatchFileError(ValueError):
    """The file cannot be answered as it is."""


def check_size(data: bytes, limits: Limits) -> None:
    """Raise BatchFileError if the file is larger than is taken."""
    if len(data) > limits.megabytes * 1_000_000:
        raise BatchFileError(
            f"文件有 {len(data) / 1_000_000:.1f} MB，最多 {limits.megabytes} MB；请分成几个文件 "
            f"(the file is too large: at most {limits.megabytes} MB)"
        )


def check_rows(count: int, limits: Limits) -> None:
    """Raise BatchFileError if there are more rows than are taken, or none."""
    if count == 0:
        raise BatchFileError("文件里没有问题 (the file has no questions)")
    if count > limits.rows:
        raise BatchFileError(
            f"文件有 {count} 行问题，最多 {limits.rows} 行；请分成几个文件 "
            f"(too many rows: at most {limits.rows})"
        )
