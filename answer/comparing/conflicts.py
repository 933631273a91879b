"""Tells of other wordings of the same matter instead of hiding them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.comparing.alternatives import alternatives
from answer.figures import Figure, FigureKind, parse_figures, same_meaning, same_value
from answer.finding import Finding, Sentence
from answer.matter import likeness, matter, shared_name, told
from answer.standing.rank import Rank, rank_of
from answer.understanding import Question
from answer.wording.marks import inner_quotes
from records import Validity

# A finding that the reader is less sure of than this does not speak to the question.
LEAST_CERTAINTY = 0.2
# A reading of a policy has many clauses on its one field: only a surer one is on the same matter.
LEAST_CERTAINTY_OF_READING = 0.4
# The name of the matter that both must share, in characters: “公共服务平台”, “示范应用场景”.
LEAST_NAME = 4
# How alike texts of equal rank must be to be held against each other, in units of `likeness`.
ALIKE = 0.5
# The share of what the first names of the question that an equal one must name as well.
AS_MUCH = 0.75
MOST_NOTES = 2

_ANOTHER_REPORT = re.compile("另一?(?:有|则)?报道|报道称|另有|口径|存疑|据报道")
_ASKS_FOR_DRAFT = re.compile("征求意见|草案|讨论稿|draft", re.IGNORECASE)
_NAMES = {
    Rank.NEWS: ("新闻报道", "a news report"),
    Rank.DRAFT: ("征求意见稿", "the draft for comment"),
    Rank.EXPLANATION: ("解读材料", "an explanation"),
    Rank.RULE: ("配套文件", "an implementing rule"),
    Rank.FORMAL: ("另一文件", "another document"),
}
_PART = re.compile("[^;；。]+")


def conflict_notes(question: Question, findings: Sequence[Finding]) -> list[Sentence]:
    """Sentences on findings that word the matter of the first one otherwise; best first.

    A report, reading or rule that gives another value for the same thing is told as such, the
    formal text holds. Two equal sources that differ are both told. Where the question offers two
    values (“10人还是20人”) that stand in different clauses, each is given with what it applies to.
    Every line rests on the findings that it quotes and holds no figure of its own.
    """
    if not findings:
        return []
    if both := alternatives(question, findings):
        return both
    lead, notes = findings[0], list[Sentence]()
    for other in findings[1:]:
        if len(notes) == MOST_NOTES:
            break
        part = part_on(lead, other)
        if differs(question, lead, part):
            notes.append(_told(question, lead, part))
    return notes


def differs(question: Question, lead: Finding, other: Finding) -> bool:
    """Whether `other` gives another value than `lead` for the same thing, place and kind."""
    is_reading = rank_of(other.document) is Rank.EXPLANATION
    least = LEAST_CERTAINTY_OF_READING if is_reading else LEAST_CERTAINTY
    if other.certainty < least or not _of_one_place(lead, other):
        return False
    if other.validity is Validity.DRAFT and _ASKS_FOR_DRAFT.search(question.text) is None:
        return False
    if other.validity is Validity.EXPIRED or inner_quotes(other.quote) == inner_quotes(lead.quote):
        return False
    if _ANOTHER_REPORT.search(f"{other.clause} {other.quote}"):
        return _counts_differ(lead, other)
    if other.document.id == lead.document.id:
        return False
    if rank_of(other.document) <= rank_of(lead.document):
        alike = likeness(lead.quote, other.quote) >= ALIKE
        alike = alike and _as_much_to_the_point(question, lead, other)
        return alike and (_counts_differ(lead, other) or _values_differ(lead, other, strictly=True))
    if not _names_the_matter(question, lead, other):
        return False
    # A report sums up: what is counted by year or summed there may be a cap in the formal text.
    strictly = rank_of(other.document) is not Rank.NEWS
    return _values_differ(lead, other, strictly=strictly)


def _names_the_matter(question: Question, lead: Finding, other: Finding) -> bool:
    """Whether both share a name that the question is about."""
    name = shared_name(_named(lead), other.quote)
    wanted = matter(" ".join(question.content))
    return len(name) >= LEAST_NAME and (not wanted or bool(wanted & matter(name)))


def _as_much_to_the_point(question: Question, lead: Finding, other: Finding) -> bool:
    """Whether `other` names most of what `lead` names of the question.

    What an OPC must spend on research says nothing against what a 技术创新中心 must.
    """
    named = matter(" ".join(question.content)) & matter(told(lead))
    return len(named & matter(told(other))) >= AS_MUCH * len(named)


def _of_one_place(lead: Finding, other: Finding) -> bool:
    """Whether both rule for the same place; documents of unknown places are not held together."""
    return bool(lead.document.region) and other.document.region == lead.document.region


def agrees(question: Question, lead: Finding, other: Finding) -> bool:
    """Whether both name the same matter of the question and an amount or rate of one value."""
    if not _of_one_place(lead, other) or not _names_the_matter(question, lead, other):
        return False
    kinds = (FigureKind.AMOUNT, FigureKind.RATE)
    return any(
        a.kind is b.kind and a.kind in kinds and same_value(a, b)
        for a in parse_figures(lead.quote)
        for b in parse_figures(other.quote)
    )


def part_on(lead: Finding, other: Finding) -> Finding:
    """The part of a long statement that is on the lead's matter; all of it when none stands out.

    A report strings many supports together; the figures of one say nothing about another.
    """
    name = shared_name(_named(lead), other.quote)
    parts = [part for part in _PART.finditer(other.quote) if name and name in part[0]]
    if len(parts) != 1 or parts[0][0] == other.quote:
        return other
    start, end = other.start + parts[0].start(), other.start + parts[0].end()
    return replace(other, start=start, end=end, answer_start=start, answer_end=end)


def _named(finding: Finding) -> str:
    """The statement with its heading, which often names the matter: “公共服务平台(四)”."""
    return f"{finding.clause} {finding.quote}"


def _values_differ(lead: Finding, other: Finding, *, strictly: bool) -> bool:
    """Whether a kind of figure stands in both, bound alike, and no value of it is shared."""
    ours, theirs = parse_figures(lead.quote), parse_figures(other.quote)
    for kind in (FigureKind.AMOUNT, FigureKind.RATE):
        pairs = [
            (a, b)
            for a in ours
            for b in theirs
            if a.kind is b.kind is kind and _bound_alike(a, b, strictly=strictly)
        ]
        if pairs and not any(same_value(a, b) for a, b in pairs):
            return True
    return False


def _bound_alike(first: Figure, second: Figure, *, strictly: bool) -> bool:
    if first.modality is not second.modality or first.unit != second.unit:
        return False
    return not strictly or (first.per == second.per and first.cumulative == second.cumulative)


def _counts_differ(lead: Finding, other: Finding) -> bool:
    """Whether both count the same thing by its own name (“7家…整机企业”) and differ."""
    ours, theirs = parse_figures(lead.quote), parse_figures(other.quote)
    for a in ours:
        for b in theirs:
            if a.kind is not FigureKind.COUNT or b.kind is not a.kind or a.unit != b.unit:
                continue
            things = [
                set(re.split("[,，。;；、]", finding.quote[figure.end :])[0][-4:])
                for finding, figure in ((lead, a), (other, b))
            ]
            if len(things[0] & things[1]) >= 3 and not same_meaning(a, b):
                return not same_value(a, b)
    return False


def _told(question: Question, lead: Finding, other: Finding) -> Sentence:
    quote = inner_quotes(other.quote)
    equal = rank_of(other.document) <= rank_of(lead.document)
    name = _NAMES[rank_of(other.document)][question.is_english]
    if question.is_english:
        text = (
            f"Another source reads: “{quote}”; please check with the department."
            if equal
            else f"In {name} it reads: “{quote}”; the formal document prevails."
        )
    elif equal:
        text = f"另有表述为“{quote}”，与上述不一致，请向主管部门核实。"
    else:
        text = f"{name}的表述为“{quote}”，以正式文件为准。"
    return Sentence(text=text, findings=(other,))
