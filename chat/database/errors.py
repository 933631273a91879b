"""What can be wrong with the desk's database or an edit of it, each with what mends it."""

from __future__ import annotations

from records import Message


class DatabaseError(RuntimeError):
    """The desk's database cannot be used as it is."""


class DatabaseUnavailable(DatabaseError):
    """The database cannot be reached or opened."""

    def __init__(self, address: str, cause: str) -> None:
        super().__init__(
            f"无法打开数据库 {address}：{cause}；请检查 POLICY_DATABASE_URL "
            f"(cannot open the database {address}: {cause}; check POLICY_DATABASE_URL)"
        )


class DatabaseFailed(DatabaseError):
    """The database is open, but refused what was asked of it."""

    def __init__(self, address: str, cause: str) -> None:
        super().__init__(
            f"数据库 {address} 出错：{cause}；没有作任何修改，请排除后再运行一次 "
            f"(the database {address} failed: {cause}; nothing was changed, mend it and run again)"
        )


class SchemaOutdated(DatabaseError):
    """The database was made by an older version of the program."""

    def __init__(self, address: str, found: int, expected: int) -> None:
        super().__init__(
            f"数据库 {address} 是第 {found} 版，程序需要第 {expected} 版："
            "请运行 python -m chat upgrade-database "
            f"(schema {found}, {expected} is needed: run that command)"
        )


class SchemaTooNew(DatabaseError):
    """The database was made by a newer version of the program."""

    def __init__(self, address: str, found: int, expected: int) -> None:
        super().__init__(
            f"数据库 {address} 是第 {found} 版，程序只认到第 {expected} 版：请更新程序，"
            "或用 POLICY_DATABASE_URL 换一个数据库 "
            f"(schema {found}, {expected} is the newest known: update the program)"
        )


class StaleEdit(RuntimeError):
    """Somebody else changed the same thing meanwhile: nothing was written.

    `current` is how it stands now, `yours` what was to be written; `message` shows both.
    """

    def __init__(self, what: Message, current: Message, yours: Message) -> None:
        self.message = Message(
            f"{what.zh}刚刚被其他人改过，您的修改没有保存。现在是：“{current.zh}”；您写的是："
            f"“{yours.zh}”。请重新打开后对照修改，再提交一次",
            f"Somebody else has just changed {what.en}, so your change was not saved. It now reads "
            f"“{current.en}”; you wrote “{yours.en}”. Open it again, compare, and submit once more",
        )
        super().__init__(f"{self.message.zh} ({self.message.en})")
        self.current = current
        self.yours = yours
