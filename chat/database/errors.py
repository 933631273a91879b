"""What can be wrong with the desk's database or an edit of it, each with what mends it."""

from __future__ import annotations


class DatabaseError(RuntimeError):
    """The desk's database cannot be used as it is."""


class DatabaseUnavailable(DatabaseError):
    """The database cannot be reached or opened."""

    def __init__(self, address: str, cause: str) -> None:
        super().__init__(
            f"无法打开数据库 {address}：{cause}；请检查 POLICY_DATABASE_URL "
            f"(cannot open the database {address}: {cause}; check POLICY_DATABASE_URL)"
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

    `current` is how it stands now, `yours` what was to be written; both are to be shown.
    """

    def __init__(self, what: str, current: object, yours: object) -> None:
        super().__init__(
            f"{what}已被他人修改，您的修改没有保存：现在的内容是 {current}，您要写入的是 {yours}；"
            "请核对后重新提交 (changed by somebody else meanwhile; nothing was saved)"
        )
        self.current = current
        self.yours = yours
