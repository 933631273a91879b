"""Puts findings into words: the answer's lines, its spoken form, and the text for a ticket."""

from answer.wording.compose import word
from answer.wording.marks import inner_quotes, without_markers
from answer.wording.plain import plain_sentences
from answer.wording.read_aloud import read_as_written, spoken_text
from answer.wording.spoken import speak
from answer.wording.standing import VALIDITY_WORDS, notes
from answer.wording.tables import is_table_frame
from answer.wording.ticket import plain_ticket

__all__ = [
    "VALIDITY_WORDS",
    "inner_quotes",
    "is_table_frame",
    "notes",
    "plain_sentences",
    "plain_ticket",
    "read_as_written",
    "speak",
    "spoken_text",
    "without_markers",
    "word",
]
