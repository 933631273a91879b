"""From passages that were read to findings, the one that answers best first."""

from __future__ import annotations

from collections.abc import Sequence

from answer.asked_for.brackets import of_own_bracket
from answer.asked_for.budgets import without_budgets
from answer.asked_for.definitions import of_definition
from answer.asked_for.measures import of_own_measure
from answer.asked_for.named_acts import of_named_act
from answer.asked_for.named_bodies import of_named_body
from answer.asked_for.named_things import of_named_thing
from answer.asked_for.named_years import of_named_year
from answer.composed import Setting
from answer.evidence.certainty import certainty, confidence
from answer.evidence.reading_again import first_read_again
from answer.evidence.statements import Evidence, find_evidence, weight
from answer.evidence.support import Support
from answer.finding import Finding
from answer.places.levels import placed
from answer.standing.own_terms import of_document_meant
from answer.understanding import Question
from index.reranking import ReadHit
from ingest.clauses import outline

# How many findings the steps of answering look at.
MOST_FINDINGS = 24
# What leaves out the findings that speak of something else than is asked, unless none would be
# left; the last two put first what surely speaks of it. Each sees what the ones before it left: the
# document that is meant, then what it gives, to whom, when.
_TOLD_BY = (
    of_document_meant,
    of_named_thing,
    of_named_body,
    of_named_act,
    of_named_year,
    without_budgets,
    of_own_bracket,
    of_own_measure,
    of_definition,
)


def findings_of(question: Question, read: Sequence[ReadHit], setting: Setting) -> list[Finding]:
    """The statements of the passages as findings, best first."""
    support = Support(question, setting.rarity, placed(question, setting.documents.values()))
    found = find_evidence(
        question,
        read,
        support,
        lambda one: weight(setting.documents[one], setting.standing[one]),
    )
    found = first_read_again(question, found[:MOST_FINDINGS], setting.read_alone)
    findings = [_finding(one, question.in_full, setting) for one in found]
    for told_by in _TOLD_BY:
        findings = told_by(question, findings)
    return findings


def _finding(evidence: Evidence, asked: str, setting: Setting) -> Finding:
    document = setting.documents[evidence.passage.document_id]
    return Finding(
        document=document,
        validity=setting.standing[document.id],
        passage=evidence.passage,
        start=evidence.start,
        end=evidence.end,
        answer_start=evidence.answer_start,
        answer_end=evidence.answer_end,
        clause=" › ".join(outline(document.text, document.title).path_at(evidence.start)),
        certainty=certainty(evidence),
        confidence=confidence(evidence, asked),
    )
