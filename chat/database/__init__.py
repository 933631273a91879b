"""The desk's database: accounts, the journal, approved answers, the queue and the audit list."""

from chat.database.database import Database, open_database
from chat.database.errors import (
    DatabaseError,
    DatabaseUnavailable,
    SchemaOutdated,
    SchemaTooNew,
    StaleEdit,
)
from chat.database.failures import DATABASE_ERRORS

__all__ = [
    "DATABASE_ERRORS",
    "Database",
    "DatabaseError",
    "DatabaseUnavailable",
    "SchemaOutdated",
    "SchemaTooNew",
    "StaleEdit",
    "open_database",
]
