"""The last look at an answer before it leaves: nothing in it may lack its evidence."""

from __future__ import annotations

import re
from collections.abc import Mapping

from answer.figures import unsupported_figures
from records import Answer, AnswerStatus, Document

_MARKER = re.compile(r"\[(\d+)\]")


class UnsupportedAnswer(RuntimeError):
    """An answer says something that its citations do not hold."""


def check_answer(answer: Answer, documents: Mapping[str, Document]) -> None:
    """Raise UnsupportedAnswer, naming sentence and fault, unless every promise holds.

    Checked are: markers and citations match one to one and run from 1 in order of appearance;
    every quote is the very text at its offsets; every line carries a marker; every figure of a
    line stands, with the same value, unit and modality, in a passage cited on that line.
    """
    if answer.status is not AnswerStatus.ANSWERED:
        return
    seen = list(dict.fromkeys(int(number) for number in _MARKER.findall(answer.text)))
    numbers = [citation.number for citation in answer.citations]
    if seen != numbers or numbers != list(range(1, len(numbers) + 1)):
        raise UnsupportedAnswer(f"markers {seen} and citations {numbers} do not match")
    cited = {citation.number: citation for citation in answer.citations}
    for citation in answer.citations:
        text = documents[citation.document_id].text
        if text[citation.start : citation.end] != citation.quote:
            raise UnsupportedAnswer(
                f"quote {citation.number} is not the text of {citation.document_id} at "
                f"[{citation.start}, {citation.end})"
            )
    for line in answer.text.splitlines():
        here = [cited[int(number)] for number in _MARKER.findall(line)]
        if not here:
            raise UnsupportedAnswer(f"no citation on the line {line!r}")
        # In quotation marks as on the line: a number at the very start of a text is read otherwise.
        sources = [
            source for one in here for source in (f"“{one.quote}”", one.title, one.doc_number)
        ]
        if missing := unsupported_figures(_MARKER.sub("", line), sources):
            raise UnsupportedAnswer(
                f"figures {[figure.text for figure in missing]} of the line {line!r} "
                "stand in none of its citations"
            )
