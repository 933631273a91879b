"""A database none of whose connections comes free."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import TimeoutError as NoConnection

from chat.database import Database


def keep_busy(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on whoever wants a connection waits in vain, as far as the test is concerned."""

    def no_connection() -> None:
        raise NoConnection("QueuePool limit of size 5 overflow 35 reached")

    monkeypatch.setattr(database._engine, "connect", no_connection)
