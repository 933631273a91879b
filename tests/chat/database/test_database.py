"""The desk's database: made on first use, checked on every use, one writer at a time."""

from __future__ import annotations

import multiprocessing
import sqlite3
import threading
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, func, inspect, select, text

from chat.database import (
    Database,
    DatabaseUnavailable,
    SchemaOutdated,
    SchemaTooNew,
    open_database,
)
from chat.database.database import connected
from chat.database.engine import write_ahead
from chat.database.tables import AUDIT, BATCHES, METADATA, SCHEMA, SCHEMA_VERSION, SESSIONS, STAFF
from chat.database.upgrading import upgrade
from records import Message

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def audit_row(subject: str, at: datetime = NOON) -> dict[str, object]:
    return {
        "at": at, "action": "x", "subject": subject, "staff": "a", "role": "staff", "detail": "",
    }  # fmt: skip


def test_times_come_back_in_utc(database: Database) -> None:
    in_china = datetime(2026, 3, 1, 20, tzinfo=timezone(timedelta(hours=8)))
    with database.writing() as connection:
        connection.execute(AUDIT.insert().values(audit_row("x", in_china)))
    with database.reading() as connection:
        stored = connection.execute(select(AUDIT.c.at)).scalar_one()
    assert stored == in_china
    assert stored.utcoffset() == timedelta(0)


def test_a_time_without_a_zone_is_refused(database: Database) -> None:
    with pytest.raises(Exception, match="without a zone"), database.writing() as connection:
        connection.execute(AUDIT.insert().values(audit_row("x", NOON.replace(tzinfo=None))))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (
            "文件里没有问题 (the file has no questions)",
            ("文件里没有问题", "the file has no questions"),
        ),
        ("《办法(试行)》已过期 (expired)", ("《办法(试行)》已过期", "expired")),
        (
            "《甲》已过期 (expired)；《乙 (二)》的内容有改动 (changed)",
            ("《甲》已过期；《乙 (二)》的内容有改动", "expired; changed"),
        ),
        ("改动", ("改动", "改动")),
        ("第一行是：a\nb\nc (no column)", ("第一行是：a\nb\nc", "no column")),
        ("", None),
    ],
)
def test_messages_that_were_written_in_one_line_are_read(
    database: Database, written: str, read: tuple[str, str] | None
) -> None:
    with database.writing() as connection:
        put_batch(connection, None)
        connection.execute(text("UPDATE batches SET message = :message"), {"message": written})
    assert message_of(database) == (read and Message(*read))


@pytest.mark.parametrize(
    ("message", "read"),
    [
        (Message("第一行是：\r\na", "It reads: a (b)"), Message("第一行是： a", "It reads: a (b)")),
        (Message("", ""), Message("", "")),
        (None, None),
    ],
)
def test_a_message_keeps_its_languages_apart(
    database: Database, message: Message | None, read: Message | None
) -> None:
    with database.writing() as connection:
        put_batch(connection, message)
    assert message_of(database) == read


def put_batch(connection: Connection, message: Message | None) -> None:
    connection.execute(
        STAFF.insert().values(
            id=1, name="a", role="staff", password_hash="h", created_at=NOON, password_set_at=NOON
        )
    )
    connection.execute(
        BATCHES.insert().values(
            id="b", staff_id=1, name="a.csv", state="refused", done=0, total=0, message=message,
            started_at=NOON, heard_at=NOON,
        )
    )  # fmt: skip


def message_of(database: Database) -> Message | None:
    with database.reading() as connection:
        found: Message | None = connection.execute(select(BATCHES.c.message)).scalar_one()
    return found


def test_an_error_leaves_nothing_behind(database: Database) -> None:
    def begin_and_fail() -> None:
        with database.writing() as connection:
            connection.execute(AUDIT.insert().values(audit_row("lost")))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        begin_and_fail()
    with database.reading() as connection:
        assert connection.execute(select(func.count()).select_from(AUDIT)).scalar_one() == 0


def test_removing_staff_removes_their_sessions(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(
            STAFF.insert().values(
                id=1, name="a", role="staff", password_hash="h", created_at=NOON,
                password_set_at=NOON,
            )
        )  # fmt: skip
        connection.execute(
            SESSIONS.insert().values(token_hash="t", staff_id=1, started_at=NOON, expires_at=NOON)
        )
        connection.execute(STAFF.delete())
        assert connection.execute(select(func.count()).select_from(SESSIONS)).scalar_one() == 0


def add_numbered(database: Database, times: int) -> None:
    """Adds rows that are numbered by how many there are: doubles if two writers overlap."""
    for _ in range(times):
        with database.writing() as connection:
            count = connection.execute(select(func.count()).select_from(AUDIT)).scalar_one()
            connection.execute(AUDIT.insert().values(audit_row(str(count))))


def add_numbered_at(address: str, times: int) -> None:
    database = open_database(address)
    add_numbered(database, times)
    database.close()


def numbers(database: Database) -> list[int]:
    with database.reading() as connection:
        return sorted(int(one) for one in connection.execute(select(AUDIT.c.subject)).scalars())


def test_many_read_at_the_same_time(database: Database) -> None:
    with ExitStack() as reading:
        for _ in range(40):
            connection = reading.enter_context(database.reading())
            assert connection.execute(select(SCHEMA.c.version)).scalar_one() == SCHEMA_VERSION


def test_threads_write_one_after_the_other(database: Database) -> None:
    threads = [threading.Thread(target=add_numbered, args=(database, 10)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert numbers(database) == list(range(60))


def test_processes_make_the_tables_once_and_write_one_after_the_other(database_url: str) -> None:
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=add_numbered_at, args=(database_url, 10)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0, 0, 0]
    database = open_database(database_url)
    assert numbers(database) == list(range(30))
    database.close()


def test_a_reader_does_not_wait_for_a_writer(database: Database) -> None:
    with database.writing() as writer:
        writer.execute(AUDIT.insert().values(audit_row("unfinished")))
        with database.reading() as reader:
            assert reader.execute(select(func.count()).select_from(AUDIT)).scalar_one() == 0


def test_sqlite_keeps_a_write_ahead_log(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path}/some/folder/desk.sqlite")
    with database.reading() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar_one() == "wal"
    database.close()


def test_a_new_file_that_another_process_is_writing_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute("CREATE TABLE theirs (number INTEGER)")
    refused = []

    class WhileTheOtherWrites(sqlite3.Connection):
        def execute(self, *statement: Any) -> sqlite3.Cursor:
            try:
                return super().execute(*statement)
            except sqlite3.OperationalError:
                refused.append(statement)
                other.execute("COMMIT")
                raise

    connection = sqlite3.connect(path, factory=WhileTheOtherWrites, isolation_level=None)
    write_ahead(connection)
    assert len(refused) == 1
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("SELECT count(*) FROM theirs").fetchone() == (0,)
    connection.close()
    other.close()


def set_version(address: str, version: int) -> None:
    database = open_database(address)
    with database.writing() as connection:
        connection.execute(SCHEMA.update().values(version=version))
    database.close()


def test_an_older_database_names_the_command(database_url: str) -> None:
    set_version(database_url, SCHEMA_VERSION - 1)
    with pytest.raises(SchemaOutdated, match="python -m chat upgrade-database"):
        open_database(database_url)


def test_a_newer_database_asks_for_a_newer_program(database_url: str) -> None:
    set_version(database_url, SCHEMA_VERSION + 1)
    with pytest.raises(SchemaTooNew, match=f"schema {SCHEMA_VERSION + 1}"):
        open_database(database_url)


def shape_of(connection: Connection, table: str) -> object:
    """Columns, indexes and foreign keys of a table as the database itself describes them."""
    found = inspect(connection)
    columns = [(one["name"], str(one["type"]), one["nullable"]) for one in found.get_columns(table)]
    indexes = sorted(
        (str(one["name"]), tuple(one["column_names"])) for one in found.get_indexes(table)
    )
    keys = [(one["referred_table"], one["options"]) for one in found.get_foreign_keys(table)]
    return columns, indexes, keys


def test_a_database_of_the_first_version_is_brought_up_to_date(database_url: str) -> None:
    before = open_database(database_url)
    with before.writing() as connection:
        new = shape_of(connection, BATCHES.name)
        connection.execute(AUDIT.insert().values(audit_row("kept")))
        BATCHES.drop(connection)
        connection.execute(SCHEMA.update().values(version=1))
    before.close()
    with pytest.raises(SchemaOutdated):
        open_database(database_url)
    assert upgrade(connected(database_url)) == 1
    after = open_database(database_url)
    with after.reading() as connection:
        assert connection.execute(select(AUDIT.c.subject)).scalars().all() == ["kept"]
        assert connection.execute(select(BATCHES)).all() == []
        assert shape_of(connection, BATCHES.name) == new
    after.close()


def test_upgrading_takes_every_step_or_none(database: Database) -> None:
    steps = {
        SCHEMA_VERSION + 1: ["CREATE TABLE more (one INTEGER)"],
        SCHEMA_VERSION + 2: ["INSERT INTO more VALUES (7)"],
        SCHEMA_VERSION + 3: ["INSERT INTO nothing_of_this_name VALUES (1)"],
    }
    with pytest.raises(Exception, match="nothing_of_this_name"):
        upgrade(database, steps, SCHEMA_VERSION + 3)
    assert upgrade(database, steps, SCHEMA_VERSION + 2) == SCHEMA_VERSION
    with database.reading() as connection:
        assert connection.execute(text("SELECT one FROM more")).scalars().all() == [7]
        version = connection.execute(select(SCHEMA.c.version)).scalar_one()
    assert version == SCHEMA_VERSION + 2
    with pytest.raises(SchemaTooNew):
        upgrade(database)


@pytest.mark.parametrize(
    "address",
    [
        "nonsense",
        "mysql://root:hunter2@localhost/x",
        "sqlite://",
        "postgresql+nodriver://u:hunter2@h/x",
    ],
)
def test_an_address_that_is_of_no_use_names_the_setting(address: str) -> None:
    with pytest.raises(DatabaseUnavailable, match="POLICY_DATABASE_URL") as raised:
        open_database(address)
    assert "hunter2" not in str(raised.value)


def test_a_server_that_is_not_there_is_named_without_its_password(tmp_path: Path) -> None:
    address = f"postgresql://desk:hunter2@/desk?unix_sock={tmp_path}/none"
    with pytest.raises(DatabaseUnavailable, match="POLICY_DATABASE_URL") as raised:
        open_database(address)
    assert "hunter2" not in str(raised.value)


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "desk.sqlite").write_bytes(b"something else entirely, and long enough" * 40)
    with pytest.raises(DatabaseUnavailable, match="not a database"):
        open_database(f"sqlite:///{tmp_path}/desk.sqlite")


def test_the_version_stands_in_a_new_database(database_url: str) -> None:
    open_database(database_url).close()
    database = connected(database_url)
    with database.reading() as connection:
        assert connection.execute(select(SCHEMA.c.version)).scalar_one() == SCHEMA_VERSION
        assert {table.name for table in METADATA.sorted_tables} >= {"journal", "staff"}
    database.close()
