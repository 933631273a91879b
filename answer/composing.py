"""From findings to the sentences of an answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from answer.applying.when_to_apply import says_whether_open, with_time_to_apply
from answer.applying.windows import window_caveat, window_note
from answer.asked_for.cap_for_one import cap_for_one_first
from answer.calculation import calculate
from answer.calculation.at_home import worked_at_home
from answer.clause_numbers import is_clause
from answer.comparing.alternatives import alternatives
from answer.comparing.combination import asks_to_combine, combination
from answer.comparing.comparison import compare_places
from answer.comparing.conflicts import conflict_notes
from answer.comparing.formal_first import formal_first
from answer.composed import Composed, Setting
from answer.finding import Finding, Sentence, backing
from answer.naming import asks_for_number, asks_what_it_is, document_meant, naming
from answer.places.districts import of_districts
from answer.places.expired_here import expired_note
from answer.places.levels import Level
from answer.places.locality import PlaceMatch, of_place
from answer.premises.beyond_cap import beyond_cap
from answer.premises.premise import premise
from answer.standing.authority import arrange
from answer.standing.in_force import ONLY_TERMS, standing_of_place, validity_verdict
from answer.understanding import Asked, Question
from answer.wording import plain_sentences

# How sure it is that a statement of the very clause that is named answers.
NAMED_CLAUSE = 0.9
# How sure it is that two values offered, or two places compared, answer when both are found. The
# reader seldom takes one place's clause for the answer to a question about two.
BOTH_FOUND = 0.6
EACH_COMPARED = 0.15
# Who asks nothing in particular of a clause is told all of it.
_OPEN = frozenset({Asked.ANYTHING, Asked.LIST})


def compose(
    question: Question,
    findings: Sequence[Finding],
    setting: Setting,
    rules: Callable[[], Sequence[Finding]],
) -> Composed:
    """The answer that `findings` (best first) give, with no regard to how certain it is.

    `rules` finds the clauses on drawing supports together; it is called when that is asked.
    """
    if (by_name := _by_name(question, findings, setting, rules)) is not None:
        return by_name
    match = of_place(question, findings, setting.home)
    kept = formal_first(question, arrange(question, match.kept))
    kept = cap_for_one_first(question, kept)
    if worked := worked_at_home(question, kept, findings, setting.home):
        kept, match = worked, PlaceMatch(tuple(worked))
    if not kept:
        return Composed((), (match.note,) if match.note else (), 0.0, match)
    if several := _of_several(question, findings, kept, match, setting, rules):
        return several
    sentences = _sentences(question, kept, setting, rules)
    sentences = with_time_to_apply(question, sentences, kept, setting)
    expired = expired_note(question, findings, kept[0])
    notes = [match.note, expired, window_note(question, kept, setting.today) or ""]
    caveats = [
        match.note if match.level > Level.UNKNOWN else "",
        expired,
        "" if says_whether_open(sentences) else window_caveat(question, kept, setting.today),
    ]
    return Composed(
        tuple(sentences),
        tuple(filter(None, notes)),
        kept[0].confidence,
        match,
        tuple(filter(None, caveats)),
    )


def _by_name(
    question: Question,
    findings: Sequence[Finding],
    setting: Setting,
    rules: Callable[[], Sequence[Finding]],
) -> Composed | None:
    """What a document or a clause is, or says, that the question names; before all else."""
    if (named := _naming(question, setting)) is not None:
        return Composed((named,), (), 1.0, PlaceMatch(named.findings))
    if asks_for_number(question):
        # What other documents say of their numbers, or cite, is not this one's.
        return Composed((), (), 0.0, PlaceMatch(()))
    if clause := _of_clause(question, findings):
        whole = replace(question, asked=Asked.LIST) if question.asked in _OPEN else question
        told = _sentences(whole, clause, setting, rules)
        return Composed(tuple(told), (), NAMED_CLAUSE, PlaceMatch(tuple(clause)))
    return None


def _of_several(
    question: Question,
    findings: Sequence[Finding],
    kept: Sequence[Finding],
    match: PlaceMatch,
    setting: Setting,
    rules: Callable[[], Sequence[Finding]],
) -> Composed | None:
    """The answer that stands in several documents or clauses, None where one leads.

    The narrower kind of question goes first: two values offered, when a place's documents end,
    when a named one does, all districts, places compared.
    """
    if both := alternatives(question, kept):
        # Two values that are offered and stand in one clause each: that is what was asked.
        return Composed(tuple(both), (), max(kept[0].confidence, BOTH_FOUND), match)
    if all_standing := standing_of_place(question, findings, setting.today, setting.home):
        return Composed(tuple(all_standing), (ONLY_TERMS,), NAMED_CLAUSE, match)
    standing = validity_verdict(question, findings, setting.today) if question.documents else None
    if standing is not None:
        # What a named document's own dates say is known, however its clauses read.
        return Composed((standing,), (), NAMED_CLAUSE, PlaceMatch(standing.findings))
    if districts := of_districts(question, kept, setting.home):
        rows = plain_sentences(question, districts)
        return Composed(tuple(rows), (), max(districts[0].confidence, BOTH_FOUND), match)
    if compared := compare_places(question, kept, rules):
        sure = kept[0].confidence
        if all(one.certainty >= EACH_COMPARED for row in compared for one in row.findings):
            sure = max(sure, BOTH_FOUND)
        return Composed(tuple(compared), (match.note,) if match.note else (), sure, match)
    return None


def _naming(question: Question, setting: Setting) -> Sentence | None:
    if not asks_what_it_is(question):
        return None
    document = document_meant(question, setting.documents.values(), setting.home)
    if document is None:
        return None
    return naming(question, document, setting.standing[document.id], setting.passages(document.id))


def _of_clause(question: Question, findings: Sequence[Finding]) -> list[Finding]:
    """The findings in the clause that the question names, each as sure as its naming makes it."""
    if question.clause_reference is None:
        return []
    return [
        one.at_least(NAMED_CLAUSE)
        for one in findings
        if one.document.id in question.documents
        and any(is_clause(part, question.clause_reference) for part in one.clause.split(" › "))
    ]


def _sentences(
    question: Question,
    findings: Sequence[Finding],
    setting: Setting,
    rules: Callable[[], Sequence[Finding]],
) -> list[Sentence]:
    """The first of the special answers that applies, else the plain one; conflicts behind."""
    if asks_to_combine(question) and (told := combination(question, findings, rules())):
        return told
    verdict = (
        validity_verdict(question, findings, setting.today)
        or beyond_cap(question, findings)
        or premise(question, findings)
    )
    worked = calculate(question, findings)
    conflicts = conflict_notes(question, findings)
    plain = [verdict] if verdict else plain_sentences(question, findings)
    if worked:
        return _distinct([*worked, *plain_sentences(question, backing(worked))])
    return _distinct([*plain, *conflicts])


def _distinct(sentences: Sequence[Sentence]) -> list[Sentence]:
    seen: dict[tuple[str, tuple[str, ...]], Sentence] = {}
    for sentence in sentences:
        seen.setdefault((sentence.text, sentence.cells), sentence)
    return list(seen.values())
