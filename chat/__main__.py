"""`python -m chat add-staff NAME` and the other commands for accounts and the desk's database."""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from chat.accounts import AccountError, Accounts, Role
from chat.accounts.staff import new_name
from chat.database import DATABASE_ERRORS, Database, DatabaseError, SchemaOutdated, open_database
from chat.database.database import connected
from chat.database.errors import DatabaseFailed
from chat.database.upgrading import upgrade
from settings import Settings

FAILED = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0, or 1 with one line on stderr that says what is wrong."""
    options = _parser().parse_args(arguments)
    settings = Settings()
    address = options.database or settings.database_url.get_secret_value()
    command: Callable[[str, argparse.Namespace], None] = options.run
    try:
        command(address, options)
    except (AccountError, DatabaseError, PasswordsDiffer) as error:
        print(error, file=sys.stderr)
        return FAILED
    return 0


class PasswordsDiffer(ValueError):
    """The password was typed in two ways."""

    def __init__(self) -> None:
        super().__init__("两次输入的密码不一致 (the two passwords differ)")


def _add(address: str, options: argparse.Namespace) -> None:
    new_name(options.name)
    with _closing(open_database(address)) as database:
        added = Accounts(database).add(options.name, _new_password(), Role(options.role))
    print(f"已添加账号“{added.name}” (added, role: {added.role})")


def _remove(address: str, options: argparse.Namespace) -> None:
    with _closing(open_database(address)) as database:
        Accounts(database).remove(options.name)
    print(f"已删除账号“{options.name}” (removed; signed out everywhere)")


def _reset(address: str, options: argparse.Namespace) -> None:
    with _closing(open_database(address)) as database:
        Accounts(database).set_password(options.name, _new_password())
    print(f"已修改“{options.name}”的密码 (changed; signed out everywhere)")


def _list(address: str, options: argparse.Namespace) -> None:
    with _closing(open_database(address)) as database:
        staff = Accounts(database).all()
    if options.json:
        rows = [
            {"name": one.name, "role": one.role, "created": one.created_at.isoformat()}
            for one in staff
        ]
        print(json.dumps(rows, ensure_ascii=False))
        return
    for one in staff:
        print(f"{one.name}\t{one.role}\t{one.created_at.astimezone():%Y-%m-%d}")
    if not staff:
        print("还没有账号；请运行 python -m chat add-staff NAME (no accounts yet)")


def _upgrade(address: str, _: argparse.Namespace) -> None:
    try:
        open_database(address).close()
    except SchemaOutdated:
        with _closing(connected(address)) as database:
            upgrade(database)
    print("数据库已是最新 (the database is up to date)")


@contextmanager
def _closing(database: Database) -> Iterator[Database]:
    """The database until the command is done. Raises DatabaseFailed where it refuses."""
    try:
        yield database
    except DATABASE_ERRORS as error:
        cause = " ".join(str(getattr(error, "orig", None) or error).split())
        raise DatabaseFailed(database.address, cause) from error
    finally:
        database.close()


def _new_password() -> str:
    password = getpass.getpass("密码 / Password: ")
    if getpass.getpass("再输入一次 / Once more: ") != password:
        raise PasswordsDiffer
    return password


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m chat",
        description="管理坐席账号和数据库。 Manages the accounts of staff and the desk's database.",
    )
    parser.add_argument("--database", help="URL of the database (default: POLICY_DATABASE_URL)")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    add = _command(commands, "add-staff", _add, "添加账号 / add an account; asks for its password")
    add.add_argument("name", metavar="NAME")
    add.add_argument("--role", choices=[role.value for role in Role], default=Role.STAFF.value)
    for name, run, told in (
        ("remove-staff", _remove, "删除账号 / remove an account"),
        ("reset-password", _reset, "修改密码 / change a password"),
    ):
        _command(commands, name, run, told).add_argument("name", metavar="NAME")
    listing = _command(commands, "list-staff", _list, "列出账号 / list the accounts")
    listing.add_argument("--json", action="store_true", help="print JSON")
    _command(commands, "upgrade-database", _upgrade, "升级数据库 / bring the database up to date")
    return parser


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: Callable[[str, argparse.Namespace], None],
    told: str,
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=told, description=told)
    command.set_defaults(run=run)
    return command


if __name__ == "__main__":
    sys.exit(main())
