"""Which findings hold for the place that a question is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from answer.evidence.certainty import THRESHOLD
from answer.finding import Finding
from answer.matter import coverage
from answer.places.levels import Level, asks_for_districts, asks_for_own_rules, level_of
from answer.places.locality_notes import NATION, districts_note, from_note, level_note, nothing_note
from answer.understanding import Asked, Question
from answer.understanding.places import canonical_place, depth, named_places

# How much less sure a finding of the right place may be and still come before one of another level.
PLACE_MARGIN = 0.35
# The same where no place is named and home goes before districts and other cities, as who asks so
# means home; before the state and the province, whose rules hold at home too, it must be closer.
HOME_MARGIN, HOME_MARGIN_ABOVE = 0.4, 0.3
# As sure as this, a finding of home answers by itself, however sure one of a district is.
SURE_ENOUGH = 0.6
# How much less of the question it may name, in units of `matter.coverage`.
COVERAGE_MARGIN = 0.2
# How much less sure home's sum may be that is worded otherwise than the question.
SUM_MARGIN = 0.25
# The share of the question that a place's own rule must name to answer before the city's.
OWN_COVERAGE = 0.5
_OWN_KINDS = frozenset({Asked.AMOUNT, Asked.RATE})
# A district's rule is worth a note if the reader is this sure that it speaks to the question.
WORTH_A_NOTE = 0.4


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """Findings that may answer for the place, and what must be said of it.

    `missing` are the named places of which, or above which, nothing is kept. `level` is that of
    the leading finding: from above or below, more certainty should be demanded.
    """

    kept: tuple[Finding, ...]
    note: str = ""
    missing: tuple[str, ...] = ()
    level: Level = Level.SAME


def of_place(question: Question, findings: Sequence[Finding], home: str) -> PlaceMatch:
    """Keep the findings that hold for the question's places, closest first.

    A named place is answered from its own documents, then from those of the levels above it, which
    the note says; never from another city's or a sibling district's. Who asks for a place's own
    rules (“青山区对…的补贴”) is not answered from above, unless the place is `home`. Where no place
    is named, `home` goes before other regions, whose rules are kept if only they answer, and named
    in the note; districts' own rules are mentioned.
    """
    if question.places:
        return _of_named(question, findings, home)
    if not home or not findings or question.documents or _wants_several(question):
        return PlaceMatch(kept=tuple(findings))
    return _of_home(question, findings, home)


def _of_named(question: Question, findings: Sequence[Finding], home: str) -> PlaceMatch:
    levels = {id(one): _closest(one, question, home) for one in findings}
    usable = [one for one in findings if levels[id(one)] <= Level.ABOVE]
    if not usable:
        usable = [one for one in findings if levels[id(one)] is Level.BELOW]
    kept = _own_first(question, _nearest_first(usable, levels, PLACE_MARGIN), levels)
    missing = tuple(
        place
        for place in question.places
        if not any(_level(one, place, question, home) <= Level.BELOW for one in kept)
    )
    if not kept:
        return PlaceMatch((), nothing_note(question), missing)
    level = levels[id(kept[0])]
    note = ""
    if level > Level.UNKNOWN:
        region = kept[0].document.region
        note = level_note(question, region, is_above=level is Level.ABOVE)
    return PlaceMatch(tuple(kept), note, missing, level)


def _own_first(
    question: Question, findings: Sequence[Finding], levels: dict[int, Level]
) -> list[Finding]:
    """The findings, the place's own first if it names as much of the question as what leads.

    The city's rate is no answer to who asks for that of a district with a rule on the very thing.
    """
    arranged = list(findings)
    if question.asked not in _OWN_KINDS or not arranged:
        return arranged
    lead = arranged[0]
    if levels[id(lead)] is not Level.ABOVE:
        return arranged
    named = coverage(question, lead)
    own = (
        one
        for one in arranged
        if levels[id(one)] is Level.SAME and coverage(question, one) >= max(named, OWN_COVERAGE)
    )
    first = next(own, lead)
    return [first, *(one for one in arranged if one is not first)]


def _closest(finding: Finding, question: Question, home: str) -> Level:
    return min(_level(finding, place, question, home) for place in question.places)


def _level(finding: Finding, place: str, question: Question, home: str) -> Level:
    """The level of a finding for one place; what may not answer for it counts as elsewhere."""
    level = level_of(finding.document.region, place)
    is_named = any(one.name == place for one in named_places(finding.quote))
    if level is Level.ABOVE and is_named:
        return Level.SAME
    if level is Level.UNKNOWN and home and place != home and not is_named:
        return Level.ELSEWHERE
    own = level is Level.ABOVE and place != home and asks_for_own_rules(question, place)
    return Level.ELSEWHERE if own else level


def _nearest_first(
    findings: Sequence[Finding], levels: dict[int, Level], margin: float
) -> list[Finding]:
    """In their order, but each of a closer level before those that are not much surer.

    Of those from above, the city's are closer to a district than the province's.
    """

    def distance(one: Finding) -> tuple[Level, int]:
        level = levels[id(one)]
        region = canonical_place(one.document.region)
        return level, -depth(region) if level is Level.ABOVE else 0

    left, arranged = list(findings), list[Finding]()
    while left:
        lead = left[0]
        chosen = min(
            (one for one in left if one.certainty >= lead.certainty - margin),
            key=distance,
        )
        left.remove(chosen)
        arranged.append(chosen)
    return arranged


def _of_home(question: Question, findings: Sequence[Finding], home: str) -> PlaceMatch:
    levels = {id(one): _distance(one, home) for one in findings}
    best = coverage(question, findings[0])
    if levels[id(findings[0])] is Level.ABOVE:
        least = findings[0].certainty - HOME_MARGIN_ABOVE
    else:
        least = min(findings[0].certainty - HOME_MARGIN, SURE_ENOUGH)
    # What would be refused by itself does not keep a surer one from answering.
    surest = max(one.confidence for one in findings)
    able = [
        one
        for one in findings
        if levels[id(one)] <= Level.UNKNOWN
        and one.certainty >= least
        and one.confidence >= min(surest, THRESHOLD)
        and _names_as_much(question, one, best, findings[0].certainty)
    ]
    lead = able[0] if able else findings[0]
    ordered = [lead, *(one for one in findings if one is not lead)]
    if levels[id(lead)] > Level.ABOVE:
        # Only this place answers: others of its kind would read as if they held everywhere.
        region = lead.document.region
        kept = [one for one in ordered if one.document.region == region]
        at_home = any(
            levels[id(one)] is Level.SAME and one.certainty >= WORTH_A_NOTE for one in findings
        )
        note = from_note(question, region, "" if at_home else home)
    else:
        kept = [one for one in ordered if levels[id(one)] <= Level.ABOVE]
        note = from_note(question, lead.document.region, "") if _is_province(lead, home) else ""
    dropped = tuple(one for one in ordered if one not in kept)
    note = note or districts_note(question, _districts(question, lead, dropped, levels))
    return PlaceMatch(tuple(kept), note, level=levels[id(lead)])


def _names_as_much(question: Question, finding: Finding, best: float, surest: float) -> bool:
    """Whether it names about as much of the question as the best finding, whose share that is.

    Where a sum is asked for, what is sure enough by itself and about as sure as the best one need
    only name some: rents and fees go by many words.
    """
    named = coverage(question, finding)
    sure = max(SURE_ENOUGH, surest - SUM_MARGIN)
    in_other_words = question.asked is Asked.AMOUNT and finding.certainty >= sure and named > 0
    return named >= best - COVERAGE_MARGIN or in_other_words


def _districts(
    question: Question, lead: Finding, dropped: Sequence[Finding], levels: dict[int, Level]
) -> list[str]:
    """The districts whose own rules speak to the question about as well as the lead."""
    least = max(WORTH_A_NOTE, lead.certainty - PLACE_MARGIN)
    named = coverage(question, lead) - COVERAGE_MARGIN
    speaking = (
        one.document.region
        for one in dropped
        if levels[id(one)] is Level.BELOW
        and one.certainty >= least
        and coverage(question, one) >= named
    )
    return list(dict.fromkeys(speaking))


def _is_province(finding: Finding, home: str) -> bool:
    region = finding.document.region
    return level_of(region, home) is Level.ABOVE and region != NATION


def _distance(finding: Finding, home: str) -> Level:
    return level_of(finding.document.region, home)


def _wants_several(question: Question) -> bool:
    return question.asked is Asked.COMPARISON or asks_for_districts(question)
