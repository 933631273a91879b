"""Files of questions: a CSV or Excel file in, the same file with answers out."""

from chat.batch_files.answering import AnsweredFile, BatchCancelled, Progress, answer_file
from chat.batch_files.limits import BatchFileError, Limits
from chat.batch_files.outcome import ADDED_COLUMNS

__all__ = [
    "ADDED_COLUMNS",
    "AnsweredFile",
    "BatchCancelled",
    "BatchFileError",
    "Limits",
    "Progress",
    "answer_file",
]
