"""What is raised when the database does not do what it is asked."""

from __future__ import annotations

from sqlalchemy.exc import SQLAlchemyError

DATABASE_ERRORS: tuple[type[Exception], ...] = (SQLAlchemyError,)
"""For those who go on without the database. An error of the driver is only one kind: when no
connection comes free in time, or a server that went away leaves none, SQLAlchemy raises its own."""
