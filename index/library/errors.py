"""Why a change of the library was refused; nothing was changed then."""

from __future__ import annotations

from pathlib import Path

from index.errors import StorageError
from records import Message


class LibraryError(StorageError):
    """A change that was refused. `message` says why and what to do, in both languages."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(f"{message.zh} ({message.en})")


class UnknownDocument(LibraryError):
    """There is no document of this id."""

    def __init__(self, document_id: str) -> None:
        super().__init__(
            Message(
                f"没有编号为“{document_id}”的文档，可能已被移除；请刷新列表",
                f"no document has the id “{document_id}”, it may have been removed: "
                "load the list again",
            )
        )


class DocumentExists(LibraryError):
    """The id or the text is taken."""

    def __init__(self, document_id: str, *, same_text: bool = False) -> None:
        what = ("同样的正文", "the same text") if same_text else ("这个编号", "this id")
        super().__init__(
            Message(
                f"{what[0]}已在文件库中：“{document_id}”；如果是新版本，请用“替换为新版本”",
                f"{what[1]} is in the library already, as “{document_id}”: if yours is newer, "
                "replace that one",
            )
        )


class WrongState(LibraryError):
    """The change does not fit the state that the document is in."""

    def __init__(self, document_id: str, state: str, wanted: str) -> None:
        super().__init__(
            Message(
                f"“{document_id}”的状态是 {state}，此操作只适用于 {wanted}",
                f"“{document_id}” is {state}, this can only be done to one that is {wanted}",
            )
        )


class StaleChange(LibraryError):
    """The document was changed by somebody else since it was opened."""

    def __init__(self, document_id: str, seen: str, now: str) -> None:
        super().__init__(
            Message(
                f"在您打开“{document_id}”之后，已有他人修改了它（您打开的是版本 {seen}，"
                f"现在是版本 {now}），所以这次没有保存；请看过现在的内容再改",
                f"“{document_id}” was changed by somebody else after you had opened it (you "
                f"opened version {seen}, it is now version {now}), so nothing was saved this "
                "time: look at what is there now, then change it again",
            )
        )


class LibraryBusy(LibraryError):
    """Somebody else is changing the library."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            Message(
                f"文件库 {folder} 正被他人修改，请稍后再试",
                f"the library {folder} is being changed by somebody else: try again in a moment",
            )
        )


class LibraryDamaged(LibraryError):
    """A file of the library cannot be read."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(
            Message(
                f"文件库文件 {path} 已损坏：{what}；请从备份恢复该文件后运行 python -m ingest",
                f"the library's file {path} is damaged: {what}; restore it from a backup and run "
                "python -m ingest",
            )
        )


class LibraryMissing(LibraryError):
    """The storage holds documents of the library, whose folder is not there."""

    def __init__(self, folder: Path, documents: int) -> None:
        super().__init__(
            Message(
                f"找不到文件库文件夹 {folder}，其中应有 {documents} 份文档；"
                "请恢复该文件夹，或用 POLICY_LIBRARY 指明它的位置",
                f"the library's folder {folder}, which should hold {documents} documents, is "
                "missing: bring it back, or say with POLICY_LIBRARY where it is",
            )
        )


class OwnedByLibrary(LibraryError):
    """A document of the library cannot be removed from the storage alone: it would come back."""

    def __init__(self, document_id: str, folder: Path) -> None:
        super().__init__(
            Message(
                f"“{document_id}”由文件库管理：请在文件库中撤下，"
                f"或删除 {folder} 后运行 python -m ingest",
                f"“{document_id}” belongs to the library: withdraw it there, or delete {folder} "
                "and run python -m ingest",
            )
        )
