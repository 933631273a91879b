"""Reads the statement that would lead once more, by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from answer.evidence.statements import Evidence
from answer.understanding import Question
from records import Passage

# The log-odds that a quote, by itself under its passage's headings, answers; None without a reader.
ReadAlone = Callable[[Question, Passage, str], float | None]


def first_read_again(
    question: Question, found: Sequence[Evidence], read_alone: ReadAlone
) -> list[Evidence]:
    """`found`, its first piece, if it was read, with what it reads by itself.

    Within its passage a statement is believed for what stands around it; by itself only its own
    words tell. Two looks are surer than one, and a second one at all of them would cost too much.
    """
    if not found or found[0].reading is None:
        return list(found)
    first = found[0]
    alone = read_alone(question, first.passage, first.quote)
    return [replace(first, alone=alone), *found[1:]]
