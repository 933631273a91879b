"""A member of staff."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from chat.accounts.errors import BadName
from chat.audit import Actor

NAME_CHARACTERS = 64


class Role(StrEnum):
    """What an account may do: staff work at the desk, admins see the audit list too."""

    STAFF = "staff"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Staff:
    """An account as it stands now, without its password."""

    id: int
    name: str
    role: Role
    created_at: datetime

    @property
    def actor(self) -> Actor:
        """How the audit list names them."""
        return Actor(self.name, self.role.value)


def plain_name(name: str) -> str:
    """The one spelling of an account's name: half width, lower case, no blanks around."""
    return unicodedata.normalize("NFKC", name).strip().casefold()


def new_name(name: str) -> str:
    """The plain name for a new account. Raises BadName if it would not show as what it is."""
    plain = plain_name(name)
    if not is_name(plain):
        raise BadName(name, NAME_CHARACTERS)
    return plain


def is_name(plain: str) -> bool:
    """Whether an account can be called that: letters, digits and “. _ - @”, not too many."""
    signs = all(sign.isalnum() or sign in "._-@" for sign in plain)
    return 0 < len(plain) <= NAME_CHARACTERS and signs
