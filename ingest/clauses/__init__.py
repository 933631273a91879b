"""The clause splitter: Chinese policy documents as passages that know where they stand."""

from .outline import Clause, Outline, outline
from .passages import split
from .statements import Statement, StatementKind, statements

__all__ = [
    "Clause",
    "Outline",
    "Statement",
    "StatementKind",
    "outline",
    "split",
    "statements",
]
