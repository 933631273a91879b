"""Every table of the desk's database.

Rows of the journal, of the queue and of batches, and the questions and notes of approved answers
hold no personal data: what people type is masked before it comes here (`chat.masking`). The text of
an approved answer is kept as it is, here and in the audit list: it is published, and may name the
telephone number of an office.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

from chat.database.columns import Moment, TwoLanguages

# Raise it with every change of a table, and add the step to `upgrading.STEPS`.
SCHEMA_VERSION = 2

METADATA = MetaData()
# Where `sqlite_autoincrement` is set, a number is never used twice: others may hold on to it.

SCHEMA = Table("schema_version", METADATA, Column("version", Integer, primary_key=True))

STAFF = Table(
    "staff",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("name", String(64), nullable=False, unique=True),
    Column("role", String(16), nullable=False),
    Column("password_hash", String(255), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("password_set_at", Moment, nullable=False),
    sqlite_autoincrement=True,
)

SESSIONS = Table(
    "sessions",
    METADATA,
    Column("token_hash", String(64), primary_key=True),
    Column("staff_id", ForeignKey("staff.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("started_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False, index=True),
)

SIGN_IN_ATTEMPTS = Table(
    "sign_in_attempts",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("name", String(64), nullable=False, index=True),
    Column("address", String(64), nullable=False, index=True),
    Column("at", Moment, nullable=False, index=True),
)

AUDIT = Table(
    "audit",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", Moment, nullable=False, index=True),
    Column("action", String(64), nullable=False),
    Column("subject", Text, nullable=False),
    Column("staff", String(64), nullable=False),
    Column("role", String(16), nullable=False),
    Column("detail", Text, nullable=False),
    sqlite_autoincrement=True,
)

QUEUE = Table(
    "queue_groups",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("question", Text, nullable=False),
    Column("status", String(16), nullable=False, index=True),
    Column("note", Text, nullable=False),
    Column("status_at", Moment, nullable=False),
    Column("first_seen", Moment, nullable=False),
    Column("last_seen", Moment, nullable=False, index=True),
    Column("version", Integer, nullable=False),
    sqlite_autoincrement=True,
)

JOURNAL = Table(
    "journal",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("asked_at", Moment, nullable=False, index=True),
    Column("day", Date, nullable=False, index=True),
    Column("latency_ms", Float, nullable=False),
    Column("question", Text, nullable=False),
    Column("understood", Text, nullable=False),
    Column("status", String(16), nullable=False),
    Column("answer", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("region", String(64), nullable=False),
    Column("in_force_only", Boolean, nullable=False),
    Column("channel", String(16), nullable=False),
    Column("conversation", String(64), nullable=False),
    Column("outcome", String(16), nullable=False),
    Column("thumb", Integer, nullable=False),
    Column("thumb_reason", Text, nullable=False),
    Column("group_id", ForeignKey("queue_groups.id", ondelete="SET NULL"), index=True),
    Index("journal_by_conversation", "conversation", "id"),
    Index("journal_by_outcome", "outcome", "group_id"),
    Index("journal_by_thumb", "thumb", "group_id"),
    sqlite_autoincrement=True,
)

JOURNAL_DOCUMENTS = Table(
    "journal_documents",
    METADATA,
    Column("record_id", ForeignKey("journal.id", ondelete="CASCADE"), primary_key=True),
    Column("document_id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("validity", String(16), nullable=False),
    Index("journal_documents_by_document", "document_id"),
)

APPROVED = Table(
    "approved_answers",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("text", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("staff", String(64), nullable=False),
    Column("role", String(16), nullable=False),
    Column("approved_at", Moment, nullable=False),
    Column("lapsed_at", Moment),
    Column("lapse_reason", TwoLanguages, nullable=False),
    Column("version", Integer, nullable=False),
    sqlite_autoincrement=True,
)

APPROVED_QUESTIONS = Table(
    "approved_questions",
    METADATA,
    Column("approved_id", ForeignKey("approved_answers.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("question", Text, nullable=False),
)

APPROVED_CITATIONS = Table(
    "approved_citations",
    METADATA,
    Column("approved_id", ForeignKey("approved_answers.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("document_id", Text, nullable=False),
    Column("start_at", Integer, nullable=False),
    Column("end_at", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("fingerprint", String(64), nullable=False),
    Column("was_expired", Boolean, nullable=False),
    Column("was_superseded", Boolean, nullable=False),
)

BATCHES = Table(
    "batches",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("staff_id", ForeignKey("staff.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("state", String(16), nullable=False),
    Column("done", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    Column("message", TwoLanguages, nullable=False),
    Column("started_at", Moment, nullable=False, index=True),
    Column("heard_at", Moment, nullable=False),
    Column("result", LargeBinary),
)
