"""Puts the parts of the hotline desk together: one database, one answering service."""

from __future__ import annotations

from dataclasses import dataclass

from answer.service import Service
from chat.accounts import Sessions, SignIn
from chat.accounts.lockout import Limits
from chat.approved import Approvals, ReviewedService
from chat.approved.approved import Library
from chat.audit import DatabaseAuditTrail
from chat.database import Database, open_database
from chat.journal import DailyRetention, Journal, Recorder, Retention
from chat.likeness import Likeness
from chat.unanswered import QuestionReader, Queue
from settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What the rooms of the page work with. All of it is safe to share between threads."""

    database: Database
    sessions: Sessions
    sign_in: SignIn
    audit: DatabaseAuditTrail
    journal: Journal
    library: Library
    answering: ReviewedService
    recorder: Recorder
    approvals: Approvals
    queue: Queue
    retention: DailyRetention
    retention_days: int
    public_needs_sign_in: bool = False

    def close(self) -> None:
        """Stop the daily sweep, if it was started, and close the database."""
        self.retention.stop()
        self.database.close()


def open_desk(settings: Settings, service: Service) -> Desk:
    """The desk on the database of these settings; old rows are deleted now and daily.

    Raises a `chat.database.DatabaseError` if the database cannot be used.
    """
    database = open_database(settings.database_url.get_secret_value())
    sessions = Sessions(database, settings.session_hours)
    limits = Limits(
        of_account=settings.lockout_failures,
        of_address=settings.lockout_failures_of_address,
        minutes=settings.lockout_minutes,
    )
    journal = Journal(database)
    approvals = Approvals(database, service)
    answering = ReviewedService(service, approvals)
    retention = DailyRetention(Retention(database, settings.retention_days))
    retention.start()
    return Desk(
        database=database,
        sessions=sessions,
        sign_in=SignIn(database, sessions, limits),
        audit=DatabaseAuditTrail(database),
        journal=journal,
        library=service,
        answering=answering,
        recorder=Recorder(answering, journal),
        approvals=approvals,
        queue=Queue(
            database,
            QuestionReader(lambda: service.known),
            Likeness(service.embedder),
        ),
        retention=retention,
        retention_days=settings.retention_days,
        public_needs_sign_in=settings.public_needs_sign_in,
    )
