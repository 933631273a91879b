"""Says that the place asked about had a rule of its own, where another one answers."""

from __future__ import annotations

from collections.abc import Sequence

from answer.finding import Finding
from answer.places.levels import is_of_named_place
from answer.places.locality import WORTH_A_NOTE
from answer.understanding import Question
from records import Validity


def expired_note(question: Question, findings: Sequence[Finding], lead: Finding) -> str:
    """That the place's own document on the matter has expired; empty where none has or it leads.

    Without it the city's rule would read as if the district had never had one.
    """
    if not lead.document.region or is_of_named_place(lead.document, question):
        return ""
    for one in findings:
        lapsed = one.validity is Validity.EXPIRED and one.certainty >= WORTH_A_NOTE
        if lapsed and is_of_named_place(one.document, question):
            there, here = one.document.region, lead.document.region
            if question.is_english:
                return f"{there} had its own rule on this, but it has expired; this is {here}'s."
            return f"{there}另有文件规定此事项，但该文件已过期；以下出自{here}的文件。"
    return ""
