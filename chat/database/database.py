"""One open desk database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, inspect, select
from sqlalchemy.exc import DBAPIError

from chat.database.engine import WRITES, engine_for
from chat.database.errors import DatabaseUnavailable, SchemaOutdated, SchemaTooNew
from chat.database.tables import METADATA, SCHEMA, SCHEMA_VERSION


class Database:
    """Transactions on one database. Safe to share between threads; processes open their own."""

    def __init__(self, engine: Engine) -> None:
        """Use `open_database`."""
        self._engine = engine

    @property
    def address(self) -> str:
        """Where it is, without a password."""
        return self._engine.url.render_as_string(hide_password=True)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that only reads. It never waits for those that write."""
        with self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is stored as a whole, or not at all when an error leaves the block.

        One at a time, in all threads and processes: what is read in it is still true at its end.
        """
        options = {WRITES: True}
        with self._engine.connect().execution_options(**options) as connection, connection.begin():
            yield connection

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()


def open_database(address: str) -> Database:
    """The database at a SQLAlchemy URL; its tables are made on first use.

    Raises DatabaseUnavailable if it cannot be reached, SchemaOutdated or SchemaTooNew if another
    version of the program made it.
    """
    database = connected(address)
    try:
        version = _version(database)
        if version < SCHEMA_VERSION:
            raise SchemaOutdated(database.address, version, SCHEMA_VERSION)
        if version > SCHEMA_VERSION:
            raise SchemaTooNew(database.address, version, SCHEMA_VERSION)
    except BaseException:
        database.close()
        raise
    return database


def connected(address: str) -> Database:
    """The database at the address, of whatever version; nothing is made or looked at."""
    return Database(engine_for(address))


def _version(database: Database) -> int:
    """The version of the tables, which are made if there are none."""
    try:
        with database.writing() as connection:
            if not inspect(connection).has_table(SCHEMA.name):
                METADATA.create_all(connection)
                connection.execute(SCHEMA.insert().values(version=SCHEMA_VERSION))
            return int(connection.execute(select(SCHEMA.c.version)).scalar_one())
    except DBAPIError as error:
        cause = " ".join(str(error.orig or error).split())
        raise DatabaseUnavailable(database.address, cause) from error
