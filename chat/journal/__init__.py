"""The journal: every question, what was answered, and what people thought of it."""

from chat.journal.journal import Journal, RecordMissing, new_conversation
from chat.journal.record import Asking, Channel, CitedDocument, Outcome, Record, Thumb
from chat.journal.recorder import Answerer, Recorded, Recorder
from chat.journal.retention import DailyRetention, Retention, Swept
from chat.journal.statistics import Statistics, statistics

__all__ = [
    "Answerer",
    "Asking",
    "Channel",
    "CitedDocument",
    "DailyRetention",
    "Journal",
    "Outcome",
    "Record",
    "RecordMissing",
    "Recorded",
    "Recorder",
    "Retention",
    "Statistics",
    "Swept",
    "Thumb",
    "new_conversation",
    "statistics",
]
