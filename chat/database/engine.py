"""The SQLAlchemy engine of a database address, set up so that both databases behave alike."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from chat.database.errors import DatabaseUnavailable

BUSY_SECONDS = 30
# Connections that are kept, and how many more there may be at a time. Events of the page and checks
# of sessions come to some 80 at once, each for milliseconds; PostgreSQL allows 100 to all servers.
POOL_SIZE = 5
POOL_OVERFLOW = 35
# The driver that comes with the program; another one is named as in `postgresql+psycopg://`.
POSTGRESQL_DRIVER = "postgresql+pg8000"
# Held by the one transaction that writes; any number that nothing else in the database uses.
WRITER_LOCK = 0x506F_6C69_6379
WRITES = "desk_writes"


def engine_for(address: str) -> Engine:
    """The engine; nothing is opened yet. The folder of a SQLite file is made if it is missing.

    Transactions of connections with the execution option `WRITES` wait for one another, so that
    what one of them reads is still true when it writes: on SQLite by BEGIN IMMEDIATE, on PostgreSQL
    by an advisory lock. All others only read and never wait. Raises DatabaseUnavailable.
    """
    url = _url(address)
    shown = url.render_as_string(hide_password=True)
    try:
        if url.get_backend_name() == "sqlite":
            return _sqlite(url)
        if url.get_backend_name() == "postgresql":
            return _postgresql(url)
    except (ModuleNotFoundError, NoSuchModuleError, OSError) as error:
        raise DatabaseUnavailable(shown, str(error)) from error
    raise DatabaseUnavailable(shown, "只支持 sqlite 和 postgresql (only these two are supported)")


def _url(address: str) -> URL:
    try:
        url = make_url(address)
    except ArgumentError as error:
        # The text of the error would show a password.
        cause = "不是数据库地址，例如 sqlite:///desk/desk.sqlite (not a database URL)"
        raise DatabaseUnavailable("POLICY_DATABASE_URL", cause) from error
    bare = url.drivername in ("postgresql", "postgres")
    return url.set(drivername=POSTGRESQL_DRIVER) if bare else url


def _sqlite(url: URL) -> Engine:
    if not url.database or url.database == ":memory:":
        cause = "需要一个文件 (a file is needed: each connection would have a database of its own)"
        raise DatabaseUnavailable(url.render_as_string(), cause)
    Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        url,
        connect_args={"timeout": BUSY_SECONDS},
        pool_size=POOL_SIZE,
        max_overflow=POOL_OVERFLOW,
    )

    @event.listens_for(engine, "connect")
    def set_up(connection: sqlite3.Connection, _: object) -> None:
        # Transactions begin below, not when the driver thinks fit.
        connection.isolation_level = None
        write_ahead(connection)
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def write_ahead(connection: sqlite3.Connection) -> None:
    """Switch a file to write-ahead logging; of several that open a new one, each waits its turn.

    SQLite does not wait in this one statement: while another connection writes or switches it
    fails at once. An exclusive transaction does wait, for at most the connection's timeout; if
    that is not enough, sqlite3.OperationalError is raised.
    """
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("ROLLBACK")


def _postgresql(url: URL) -> Engine:
    engine = create_engine(url, pool_pre_ping=True, pool_size=POOL_SIZE, max_overflow=POOL_OVERFLOW)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get(WRITES):
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITER_LOCK})")

    return engine
