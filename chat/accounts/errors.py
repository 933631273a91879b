"""Why an account cannot be made, changed or used."""

from __future__ import annotations

from datetime import datetime

from answer.dates import BEIJING
from records import Message


class AccountError(ValueError):
    """Something is wrong with what was to be done to an account."""


class BadName(AccountError):
    """No account can be called that."""

    def __init__(self, name: str, most: int) -> None:
        super().__init__(
            f"账号名 {name!r} 不合要求：1–{most} 个字符，只能用文字、数字和 . _ - @ "
            f"(a name has 1–{most} letters, digits and these signs)"
        )


class AccountExists(AccountError):
    """There is an account of this name."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"账号“{name}”已存在；改密码请运行 python -m chat reset-password {name} "
            "(the account exists: that command changes its password)"
        )


class AccountMissing(AccountError):
    """There is no account of this name."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"没有账号“{name}”；请运行 python -m chat list-staff 查看现有账号 "
            "(no such account: that command lists them)"
        )


class PasswordTooShort(AccountError):
    """A password needs more characters."""

    def __init__(self, characters: int, least: int) -> None:
        super().__init__(
            f"密码至少 {least} 个字符，现在是 {characters} 个 "
            f"(a password needs {least} characters, this one has {characters})"
        )


class PasswordTooLong(AccountError):
    """A password has more characters than are taken."""

    def __init__(self, characters: int, most: int) -> None:
        super().__init__(
            f"密码最多 {most} 个字符，现在是 {characters} 个 "
            f"(a password has at most {most} characters, this one has {characters})"
        )


class SignInError(RuntimeError):
    """Somebody could not sign in. `message` says why."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(f"{message.zh} ({message.en})")


class WrongCredentials(SignInError):
    """Name or password are wrong; which of them is not told."""

    def __init__(self) -> None:
        super().__init__(Message("账号或密码不正确", "Wrong name or password"))


class LockedOut(SignInError):
    """Too many failures. `until` is aware."""

    def __init__(self, until: datetime) -> None:
        clock = f"{until.astimezone(BEIJING):%H:%M}"
        super().__init__(
            Message(
                f"登录失败次数过多，请在 {clock} 之后再试",
                f"Too many failures: try again after {clock}, Beijing time",
            )
        )
        self.until = until
