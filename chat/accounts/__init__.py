"""Staff accounts: who may work at the desk, how they sign in, and for how long."""

from chat.accounts.accounts import Accounts
from chat.accounts.errors import (
    AccountError,
    AccountExists,
    AccountMissing,
    BadName,
    LockedOut,
    PasswordTooLong,
    PasswordTooShort,
    SignInError,
    WrongCredentials,
)
from chat.accounts.sessions import Sessions
from chat.accounts.sign_in import SignIn
from chat.accounts.staff import Role, Staff

__all__ = [
    "AccountError",
    "AccountExists",
    "AccountMissing",
    "Accounts",
    "BadName",
    "LockedOut",
    "PasswordTooLong",
    "PasswordTooShort",
    "Role",
    "Sessions",
    "SignIn",
    "SignInError",
    "Staff",
    "WrongCredentials",
]
