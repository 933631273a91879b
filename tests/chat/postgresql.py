"""A private PostgreSQL server in a temporary folder, reached by a socket only."""

from __future__ import annotations

import getpass
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from sqlalchemy import create_engine, text

# Nothing needs to survive: the server may skip every sync to disk.
OPTIONS = "-c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
SUPERUSER = "desk"


@dataclass
class Server:
    """A running server. `fresh_database` makes an empty database and gives its address."""

    folder: Path
    _numbers: Iterator[int]

    def address(self, name: str) -> str:
        return f"postgresql://{SUPERUSER}@/{name}?unix_sock={self.folder}/.s.PGSQL.5432"

    def fresh_database(self) -> str:
        name = f"desk_{next(self._numbers)}"
        address = self.address("postgres").replace("postgresql:", "postgresql+pg8000:", 1)
        engine = create_engine(address, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
        engine.dispose()
        return self.address(name)


@contextmanager
def running_server() -> Iterator[Server]:
    """Start a server as a user who is not root, and stop it afterwards."""
    programs = programs_folder()
    user = unprivileged_user()
    folder = Path(tempfile.mkdtemp(prefix="desk-postgresql-"))
    shutil.chown(folder, user)
    data = folder / "data"

    def run(program: str, *arguments: str) -> None:
        done = subprocess.run(
            [str(programs / program), *arguments],
            user=user if os.getuid() == 0 else None,
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr

    try:
        run("initdb", "-D", str(data), "-U", SUPERUSER, "-A", "trust", "-E", "UTF8", "-N")
        log = folder / "log"
        run(
            "pg_ctl", "start", "-w", "-D", str(data), "-l", str(log), "-o", f"{OPTIONS} -k {folder}"
        )
        try:
            yield Server(folder, count(1))
        finally:
            run("pg_ctl", "stop", "-D", str(data), "-m", "immediate")
    finally:
        shutil.rmtree(folder)


def programs_folder() -> Path:
    """Where initdb and pg_ctl are."""
    found = shutil.which("initdb")
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda one: str(one))
    if found is None and not folders:
        raise FileNotFoundError("no PostgreSQL here: run scripts/install-postgresql")
    return Path(found).resolve().parent if found else folders[-1].parent


def unprivileged_user() -> str:
    """PostgreSQL refuses to run as root."""
    if os.getuid() != 0:
        return getpass.getuser()
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"
