"""Brings a database that an older version of the program made up to date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    select,
)
from sqlalchemy.schema import CreateIndex, CreateTable, ExecutableDDLElement

from chat.database.columns import Moment
from chat.database.database import Database
from chat.database.errors import SchemaTooNew
from chat.database.tables import SCHEMA, SCHEMA_VERSION

Steps = Mapping[int, Sequence[str | ExecutableDDLElement]]
"""For each version the SQL statements that lead to it from the version before."""

# Tables as a step makes them stay as they were then, whatever `tables` says by now.
_OF_VERSION_2 = MetaData()
Table("staff", _OF_VERSION_2, Column("id", Integer, primary_key=True))
_BATCHES = Table(
    "batches",
    _OF_VERSION_2,
    Column("id", String(32), primary_key=True),
    Column("staff_id", ForeignKey("staff.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("state", String(16), nullable=False),
    Column("done", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    Column("message", Text, nullable=False),
    Column("started_at", Moment, nullable=False, index=True),
    Column("heard_at", Moment, nullable=False),
    Column("result", LargeBinary),
)

STEPS: Steps = {
    2: [
        CreateTable(_BATCHES, if_not_exists=True),
        *(CreateIndex(one, if_not_exists=True) for one in sorted(_BATCHES.indexes, key=str)),
    ]
}


def upgrade(database: Database, steps: Steps = STEPS, to: int = SCHEMA_VERSION) -> int:
    """Take every missing step in one transaction. Returns the version that there was before.

    Raises SchemaTooNew if the database is newer than `to`.
    """
    with database.writing() as connection:
        found = int(connection.execute(select(SCHEMA.c.version)).scalar_one())
        if found > to:
            raise SchemaTooNew(database.address, found, to)
        for version in range(found + 1, to + 1):
            for statement in steps[version]:
                if isinstance(statement, str):
                    connection.exec_driver_sql(statement)
                else:
                    connection.execute(statement)
        connection.execute(SCHEMA.update().values(version=to))
    return found
