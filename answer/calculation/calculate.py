"""What the asker's own amount comes to under the clauses found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from answer.asked_for.special import is_for_others
from answer.asked_for.topics import shared, topics
from answer.asked_for.wanted import holds_kind
from answer.calculation.caps import is_cap
from answer.calculation.fits import applies, is_open, unnamed_classes
from answer.calculation.outcome import Outcome, work_out
from answer.calculation.own import Own, own_figures, wants_result
from answer.calculation.rules import Rule, lone_cap, rules_in
from answer.calculation.text import missing_rate_text, worked_text
from answer.figures import FigureKind, parse_figures
from answer.finding import Finding, Sentence
from answer.understanding import Asked, Question
from records import NOT_IN_FORCE, TextKind

# Further down, findings are seldom about the same programme.
CONSIDERED = 6
# Nor are those that are so much less sure to answer than the first: where that gives no sum, a sum
# by another rule misleads.
LESS_SURE = 0.45
# The same where the first states a rate itself, which the sum would contradict.
LESS_SURE_THAN_A_RATE = 0.2
_FOLLOWING = 300  # characters behind a quote in which a cap of its own sentence is looked for
_NEXT_CLAUSE = re.compile(
    "\n *(?:#|第[一二三四五六七八九十百]+条|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)"
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    finding: Finding
    rule: Rule
    outcome: Outcome
    unnamed: tuple[str, ...]
    rank: int


def calculate(question: Question, findings: Sequence[Finding]) -> list[Sentence]:
    """One worked line for each amount of the asker's that a clause gives a result for.

    Rate, or amount for each thing, and cap come from one statement of a document in force, of the
    place that is asked about; amounts of different documents are never added up. Empty when
    nothing is asked to be worked out, or when it is not plain which rule applies. A statement that
    has a cap but no rate gives a line that says so. `findings` are best first.
    """
    if not wants_result(question):
        return []
    owned = _owned(question)
    asked = f"{question.text} {question.standalone}"
    considered = _considered(question, findings)
    worked = [
        (own, best)
        for own in owned
        if (best := _best(own, asked, considered)) and not _contradicts(best, considered[0])
    ]
    if not worked:
        return _unworkable(question, owned, asked, considered)
    several = len({own.around for own, _ in worked}) > 1
    return [_sentence(question, own, best, several) for own, best in worked]


def _owned(question: Question) -> list[Own]:
    """The figures of the asker's. What a follow-up leaves out stands in the question as it was
    understood, unless it brings figures that are not all there are in that."""
    understood = own_figures(question.figures_in)
    if question.is_follow_up and (
        not parse_figures(question.text)
        or all(own.figure.text in question.text for own in understood)
    ):
        return understood
    return own_figures(question.text)


def _considered(question: Question, findings: Sequence[Finding]) -> list[Finding]:
    """The first findings in force, of the places asked about or else of the first one's, that are
    about as sure as the first; no rule for others where what leads has lapsed."""
    valid = [one for one in findings if one.validity not in NOT_IN_FORCE]
    if findings and findings[0].validity in NOT_IN_FORCE:
        valid = [one for one in valid if not is_for_others(question, one.document.title)]
    here = [one for one in valid if one.document.region in question.places]
    if not here and valid:
        here = [one for one in valid if one.document.region == valid[0].document.region]
    return [one for one in here[:CONSIDERED] if one.certainty >= here[0].certainty - LESS_SURE]


def _best(own: Own, asked: str, findings: Sequence[Finding]) -> _Candidate | None:
    """The candidate of the first finding that gives just one; rules for all before special ones."""
    found = [
        chosen
        for rank, finding in enumerate(findings)
        if (chosen := _sole(own, list(_candidates(own, asked, finding, rank))))
    ]
    return min(found, key=_order, default=None)


def _contradicts(best: _Candidate, first: Finding) -> bool:
    """Whether the sum is by a clause much less sure than the first, which states a rate itself."""
    less_sure = best.finding.certainty < first.certainty - LESS_SURE_THAN_A_RATE
    return less_sure and holds_kind(Asked.RATE, first.quote)


def _order(candidate: _Candidate) -> tuple[bool, bool, int]:
    is_news = candidate.finding.document.text_kind is TextKind.NEWS
    return is_news, bool(candidate.unnamed), candidate.rank


def _candidates(own: Own, asked: str, finding: Finding, rank: int) -> Iterator[_Candidate]:
    headings = finding.clause
    rules = [
        one
        for one in rules_in(finding.quote)
        if applies(one, own, asked, headings) and is_open(one, asked, headings)
    ]
    special = [one for one in rules if one.condition and shared(one.condition, asked)]
    for rule in special or [one for one in rules if not one.condition]:
        outcome = work_out(rule, own)
        if outcome and not _exceeds_later_cap(finding, outcome):
            yield _Candidate(finding, rule, outcome, unnamed_classes(rule, asked), rank)


def _exceeds_later_cap(finding: Finding, outcome: Outcome) -> bool:
    """Whether a cap that follows in the same clause, outside the quote, would cut the result."""
    rest = finding.document.text[finding.end : finding.end + _FOLLOWING]
    end = _NEXT_CLAUSE.search(rest)
    rest = rest[: end.start()] if end else rest
    caps = [one.value for one in parse_figures(rest) if is_cap(rest, one)]
    return outcome.cap is None and any(
        isinstance(cap, Decimal) and cap < outcome.value for cap in caps
    )


def _sole(own: Own, candidates: Sequence[_Candidate]) -> _Candidate | None:
    """The one candidate of a statement: the highest tier, the nearest in words; None on a tie."""
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    ranked = sorted(candidates, key=lambda one: _closeness(own, one), reverse=True)
    first, second = ranked[:2]
    return first if _closeness(own, first) > _closeness(own, second) else None


def _closeness(own: Own, candidate: _Candidate) -> tuple[int, list[str]]:
    bounds = [f"{bound.value:030}" for bound in candidate.rule.bounds]
    return shared(own.around, candidate.rule.lead), bounds


def _sentence(question: Question, own: Own, best: _Candidate, several: bool) -> Sentence:
    text = worked_text(best.outcome, best.rule, english=question.is_english, unnamed=best.unnamed)
    if several:
        text = f"{own.around.strip()}{': ' if question.is_english else '：'}{text}"
    return Sentence(text=text, findings=(best.finding,), worked=True)


def _unworkable(
    question: Question, owned: Sequence[Own], asked: str, findings: Sequence[Finding]
) -> list[Sentence]:
    """The line for a first finding that has a cap and no rate, if the asker spent an amount."""
    spent = [one for one in owned if one.figure.kind is FigureKind.AMOUNT and not one.received]
    cap = lone_cap(findings[0].quote) if spent and findings else None
    if cap is None:
        return []
    quote = findings[0].quote
    if not topics(asked) & topics(quote) and not shared(asked, quote):
        return []
    text = missing_rate_text(cap, english=question.is_english)
    return [Sentence(text=text, findings=(findings[0],), worked=True)]
