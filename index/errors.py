"""What can be wrong with a storage or a model, each with what mends it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


class StorageError(RuntimeError):
    """The storage cannot be used as it is."""


class StorageMissing(StorageError):
    """There is no storage in the folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"没有找到索引：{folder}；请先运行 python -m ingest --storage {folder} "
            f"(no storage in {folder}: run that command first)"
        )


class StorageMismatch(StorageError):
    """The storage was built by another schema, splitter or model."""

    def __init__(self, folder: Path, differences: Sequence[str]) -> None:
        super().__init__(
            f"索引 {folder} 需要重建：请运行 python -m ingest --rebuild --storage {folder} "
            f"(built differently: {'; '.join(differences)})"
        )


class StorageDamaged(StorageError):
    """The storage's files cannot be read as a storage."""

    def __init__(self, folder: Path, what: str) -> None:
        super().__init__(
            f"索引 {folder} 已损坏：{what}；请删除该文件夹后运行 python -m ingest "
            f"--storage {folder} (damaged: delete the folder and run that command)"
        )


class StorageBusy(StorageError):
    """Another process is writing to the storage."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"另一个 python -m ingest 正在写入索引 {folder}，请等它结束后再运行 "
            f"(another process is writing to {folder}: wait until it ends, then run again)"
        )


class StorageReplaced(StorageError):
    """The storage was rebuilt or deleted by another process after it had been opened."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"索引 {folder} 已被另一个进程重建或删除，请再运行一次 "
            f"({folder} was rebuilt or deleted meanwhile: run the command again)"
        )


class EmbeddingError(RuntimeError):
    """A model cannot be used, or gave something else than it should."""


class ReaderMissing(EmbeddingError):
    """The reader's weights are not where the settings say."""

    def __init__(self, weights: Path) -> None:
        super().__init__(
            f"没有阅读模型 {weights}：请用 git checkout 恢复，"
            "或把 POLICY_READER 设为模型所在文件夹或 off "
            f"(no reader at {weights}: restore it with git checkout, or set POLICY_READER)"
        )
