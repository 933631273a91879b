"""The commands for accounts, as somebody types them."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine

from chat.__main__ import main
from chat.accounts import Accounts
from chat.database import Database, open_database
from chat.database.tables import SCHEMA

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The passwords that will be typed, in order."""
    lines: list[str] = []
    monkeypatch.setattr("getpass.getpass", lambda _: lines.pop(0))
    yield lines
    assert lines == []


@pytest.fixture
def address(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/desk.sqlite"


def run(address: str, *arguments: str) -> int:
    return main(["--database", address, *arguments])


def test_add_list_reset_remove(
    address: str, typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    typed += ["first password"] * 2 + ["second password"] * 2
    assert run(address, "add-staff", "wang", "--role", "admin") == 0
    assert run(address, "reset-password", "wang") == 0
    capsys.readouterr()
    assert run(address, "list-staff", "--json") == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["name"], row["role"]) == ("wang", "admin")
    assert run(address, "remove-staff", "wang") == 0
    assert run(address, "list-staff") == 0
    assert "add-staff" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("passwords", "told"),
    [(["first password", "frist password"], "不一致"), (["short", "short"], "至少")],
)
def test_a_password_typed_wrong_adds_nothing(
    address: str,
    typed: list[str],
    capsys: pytest.CaptureFixture[str],
    passwords: list[str],
    told: str,
) -> None:
    typed += passwords
    assert run(address, "add-staff", "wang") == 1
    assert told in capsys.readouterr().err
    assert Accounts(open_database(address)).all() == []


def test_a_bad_name_is_told_before_a_password_is_asked_for(
    address: str, typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(address, "add-staff", "a b") == 1
    assert "账号名" in capsys.readouterr().err


def test_errors_are_one_line(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(address, "remove-staff", "nobody") == 1
    assert run("nonsense", "list-staff") == 1
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2
    assert "POLICY_DATABASE_URL" in lines[1]


def test_a_database_that_refuses_is_one_line(
    address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    database = open_database(address)
    with database.writing() as connection:
        connection.exec_driver_sql("DROP TABLE staff")
    database.close()
    assert run(address, "list-staff") == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert address in line
    assert "no such table: staff" in line


def test_every_command_closes_what_it_opened(
    address: str, typed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Database] = []
    start, close = Database.__init__, Database.close

    def noted(self: Database, engine: Engine) -> None:
        start(self, engine)
        opened.append(self)

    def closed(self: Database) -> None:
        close(self)
        opened.remove(self)

    monkeypatch.setattr(Database, "__init__", noted)
    monkeypatch.setattr(Database, "close", closed)
    typed += ["first password"] * 4
    for command in (["upgrade-database"], ["add-staff", "wang"], ["reset-password", "wang"]):
        assert run(address, *command) == 0
        assert opened == []
    for command in (["list-staff"], ["remove-staff", "wang"]):
        assert run(address, *command) == 0
        assert opened == []
    for version, code in ((1, 0), (99, 1)):
        with closing(open_database(address)) as database, database.writing() as connection:
            connection.execute(SCHEMA.update().values(version=version))
        assert run(address, "upgrade-database") == code
        assert opened == []


def test_upgrade_makes_or_mends_a_database(
    address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(address, "upgrade-database") == 0
    database = open_database(address)
    with database.writing() as connection:
        connection.execute(SCHEMA.update().values(version=99))
    assert run(address, "upgrade-database") == 1
    assert "99" in capsys.readouterr().err


def test_the_password_is_asked_for_at_the_terminal_and_not_shown(address: str) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "chat", "--database", address, "add-staff", "wang"],
        cwd=ROOT,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=lambda: os.close(os.open(os.ttyname(theirs), os.O_RDWR)),
    )
    os.close(theirs)
    shown = ""
    for prompt in ("Password: ", "Once more: "):
        while prompt not in shown:
            shown += os.read(ours, 1000).decode("utf-8", "replace")
        os.write(ours, b"a long secret\n")
    assert process.wait(timeout=60) == 0
    os.close(ours)
    assert "a long secret" not in shown
    assert [one.name for one in Accounts(open_database(address)).all()] == ["wang"]
