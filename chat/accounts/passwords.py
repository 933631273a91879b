"""Passwords and their hashes (Argon2id, RFC 9106, with the library's recommended parameters)."""

from __future__ import annotations

import secrets
import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from chat.accounts.errors import PasswordTooLong, PasswordTooShort

LEAST_CHARACTERS = 10
# Far beyond what people type; hashing a megabyte would be work for nothing.
MOST_CHARACTERS = 200


class Passwords:
    """Makes and checks hashes. Checking costs the same whether there is a hash or not."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        """Without a `hasher`, one with the parameters that argon2-cffi recommends."""
        self._hasher = hasher or PasswordHasher()
        self._nobodys = self._hasher.hash(secrets.token_urlsafe())

    def hash(self, password: str) -> str:
        """The hash to store. Raises PasswordTooShort or PasswordTooLong."""
        typed = _typed(password)
        if len(typed) < LEAST_CHARACTERS:
            raise PasswordTooShort(len(typed), LEAST_CHARACTERS)
        if len(typed) > MOST_CHARACTERS:
            raise PasswordTooLong(len(typed), MOST_CHARACTERS)
        return self._hasher.hash(_bytes(typed))

    def fits(self, password: str, stored: str | None) -> bool:
        """Whether the password is the one of the hash. None, for no account, fits nothing.

        A damaged hash fits nothing either.
        """
        try:
            typed = _typed(password)[: MOST_CHARACTERS + 1]
            self._hasher.verify(stored or self._nobodys, _bytes(typed))
        except (VerificationError, InvalidHashError):
            return False
        return stored is not None

    def is_outdated(self, stored: str) -> bool:
        """Whether the hash was made with other parameters than are used now."""
        return self._hasher.check_needs_rehash(stored)


def _typed(password: str) -> str:
    """The same characters, whichever way a keyboard composes them (RFC 8265: NFC)."""
    return unicodedata.normalize("NFC", password)


def _bytes(typed: str) -> bytes:
    """UTF-8, of lone surrogates too: a request can hold them."""
    return typed.encode("utf-8", "surrogatepass")
