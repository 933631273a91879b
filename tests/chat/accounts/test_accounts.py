from __future__ import annotations

import pytest
from sqlalchemy import select

from chat.accounts import (
    AccountExists,
    AccountMissing,
    BadName,
    PasswordTooLong,
    PasswordTooShort,
    Role,
)
from chat.accounts.passwords import LEAST_CHARACTERS, MOST_CHARACTERS, Passwords
from chat.audit import DatabaseAuditTrail
from chat.database.tables import STAFF
from tests.chat.accounts.conftest import PASSWORD, Desk


def test_accounts_are_listed_by_name_with_their_role(desk: Desk) -> None:
    desk.accounts.add("李 ".strip(), PASSWORD, Role.ADMIN)
    desk.accounts.add("an", PASSWORD)
    assert [(one.name, one.role) for one in desk.accounts.all()] == [
        ("an", Role.STAFF),
        ("wang", Role.STAFF),
        ("李", Role.ADMIN),
    ]


@pytest.mark.parametrize("name", ["WANG", " wang ", "ｗａｎｇ"])
def test_one_name_in_other_letters_is_the_same_account(desk: Desk, name: str) -> None:
    with pytest.raises(AccountExists, match="reset-password wang"):
        desk.accounts.add(name, PASSWORD)


@pytest.mark.parametrize("name", ["", "  ", "a b", "<b>", "a\u202eb", "x" * 65, "a\0b"])
def test_names_that_would_not_show_are_refused(desk: Desk, name: str) -> None:
    with pytest.raises(BadName):
        desk.accounts.add(name, PASSWORD)


def test_short_and_endless_passwords_are_refused(desk: Desk) -> None:
    with pytest.raises(PasswordTooShort, match=f"{LEAST_CHARACTERS}"):
        desk.accounts.add("an", "x" * (LEAST_CHARACTERS - 1))
    with pytest.raises(PasswordTooLong):
        desk.accounts.add("an", "x" * (MOST_CHARACTERS + 1))
    assert [one.name for one in desk.accounts.all()] == ["wang"]


def test_only_a_hash_is_stored(desk: Desk) -> None:
    with desk.database.reading() as connection:
        row = connection.execute(select(STAFF)).one()
    assert row.password_hash.startswith("$argon2id$")
    assert not any(PASSWORD in str(value) for value in row)


def test_what_is_not_there_cannot_be_changed(desk: Desk) -> None:
    with pytest.raises(AccountMissing, match="list-staff"):
        desk.accounts.remove("nobody")
    with pytest.raises(AccountMissing):
        desk.accounts.set_password("nobody", PASSWORD)


def test_every_change_is_in_the_audit_list(desk: Desk) -> None:
    desk.accounts.set_password("wang", PASSWORD + "!")
    desk.accounts.remove("wang")
    entries = [entry for _, entry in DatabaseAuditTrail(desk.database).entries()]
    assert [(entry.action, entry.subject) for entry in entries] == [
        ("remove-staff", "wang"),
        ("reset-password", "wang"),
        ("add-staff", "wang"),
    ]


def test_a_password_fits_its_own_hash_however_it_is_composed(passwords: Passwords) -> None:
    stored = passwords.hash("caf\u00e9 au lait")
    assert passwords.fits("cafe\u0301 au lait", stored)
    assert not passwords.fits("cafe au lait", stored)
    assert not passwords.fits("caf\u00e9 au lait", None)
    assert not passwords.fits("caf\u00e9 au lait", "no hash at all")


def test_the_default_hash_is_as_strong_as_the_library_recommends() -> None:
    stored = Passwords().hash(PASSWORD)
    assert stored.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert not Passwords().is_outdated(stored)
