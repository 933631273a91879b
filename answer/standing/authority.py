"""Which of several findings leads: the one in force, then the one of higher rank."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answer.asked_for.special import is_for_others
from answer.asked_for.topics import is_of_other_spending
from answer.asked_for.wanted import FIGURES
from answer.figures import parse_figures
from answer.finding import Finding
from answer.matter import coverage, matter, told
from answer.standing.rank import Rank, rank_of
from answer.understanding import Asked, Question
from answer.understanding.asking import asking_clauses
from answer.understanding.places import without_places
from answer.understanding.subject import subject_of
from records import NOT_IN_FORCE, RelationKind, Validity

# How much less sure than the leading finding a rival may be and still take its place, in units of
# `Finding.certainty`: wide against what has lapsed, since a lapsed text misleads even where it
# fits better, but less so where a fact is asked for, which does not lapse; wide for a document that
# the question names; narrow between texts in force, since a formal clause that answers less well
# must not push out a right one.
LAPSED_MARGIN, LAPSED_MARGIN_FACTS = 0.35, 0.2
NAMED_MARGIN = 0.4
RANK_MARGIN, NEWS_MARGIN = 0.15, 0.35
GROUP_MARGIN = 0.3
# The same for one whose title names a word of the question that the leading finding lacks.
TITLE_MARGIN = 0.1
# How much less of the question a rival may name, in units of `matter.coverage`; more where it is in
# force and the leading finding is not.
COVERAGE_MARGIN, COVERAGE_MARGIN_LAPSED = 0.2, 0.4
# Below this nothing is lifted: it is not known to answer at all.
LEAST_CERTAINTY = 0.3

_FACTS = frozenset({Asked.ANYTHING})


_ASKS_FOR_DRAFT = re.compile("征求意见|草案|讨论稿|送审稿|draft", re.IGNORECASE)
_ASKS_FOR_NEWS = re.compile("新闻|报道|发布会|记者|press|news", re.IGNORECASE)
# What a reading of a policy only passes on.
_REPORTED = re.compile("(?:据)?(?:另一?则?|有)?报道(?:称|,|，)")
_ASKS_FOR_LAPSED = re.compile(
    "原来|以前|旧|过去|当时|曾经|到期|过期|失效|还有效|还能用|废止|previous|expired|former"
)


def arrange(question: Question, findings: Sequence[Finding]) -> list[Finding]:
    """The findings with those that carry more authority before those that answer the same.

    `findings` come best first and keep that order except where a rival takes the lead: a text in
    force before one that has lapsed, is a draft or was superseded by another finding's document;
    and, within one region, a formal text before a rule, a reading, a report. A rival must answer
    about as well: see the margins of this module; it is then as sure as the one it goes before. A
    text for a special group that the question does not name gives way to a general one. Nothing is
    dropped.
    """
    left = list(findings)
    arranged: list[Finding] = []
    superseded = _superseded(findings)
    while left:
        lead = left[0]
        rivals = [other for other in left[1:] if _takes_the_lead(question, other, lead, superseded)]
        chosen = min(
            rivals,
            key=lambda one: (_standing(question, one, superseded), rank_of(one.document)),
            default=lead,
        )
        left.remove(chosen)
        arranged.append(chosen if chosen is lead else chosen.as_sure_as(lead))
    return arranged


def _takes_the_lead(
    question: Question, rival: Finding, lead: Finding, superseded: frozenset[str]
) -> bool:
    if rival.certainty < LEAST_CERTAINTY:
        return False
    ours, theirs = (_standing(question, one, superseded) for one in (rival, lead))
    titled = _is_titled_so(question, rival, lead)
    short_of = COVERAGE_MARGIN_LAPSED if ours < theirs or titled else COVERAGE_MARGIN
    if not _answers_the_same(question, rival, lead, short_of):
        return False
    if ours >= theirs and not titled and _lacks_a_word(question, rival, lead):
        return False
    if ours < theirs and _names_less_of_subject(question, rival, lead):
        return False
    short_by = lead.certainty - rival.certainty
    named = question.documents
    if named and (rival.document.id in named) != (lead.document.id in named):
        return rival.document.id in named and short_by <= NAMED_MARGIN
    special = [is_for_others(question, one.document.title) for one in (rival, lead)]
    if ours != theirs:
        # Not by one for a group that is not asked about: it does not answer the same.
        for_others = special[0] and not special[1]
        margin = LAPSED_MARGIN_FACTS if question.asked in _FACTS else LAPSED_MARGIN
        return ours < theirs and short_by <= margin and not for_others
    # Where no region ties them, nothing tells that both are on the same matter.
    if not lead.document.region or rival.document.region != lead.document.region:
        return False
    if special[0] != special[1]:
        return special[1] and short_by <= GROUP_MARGIN
    return _is_of_higher_rank(question, rival, lead) or (titled and short_by <= TITLE_MARGIN)


def _is_of_higher_rank(question: Question, rival: Finding, lead: Finding) -> bool:
    """Whether the rival's text carries more force, and answers about as well."""
    leading = Rank.NEWS if _REPORTED.match(lead.quote) else rank_of(lead.document)
    if leading is Rank.NEWS and _ASKS_FOR_NEWS.search(question.text):
        return False
    if question.asked is Asked.PROCEDURE and leading is Rank.RULE:
        # How to apply is for the notice to say.
        return False
    # A report sums up what the policy says, so it reads as the better answer.
    margin = NEWS_MARGIN if leading is Rank.NEWS else RANK_MARGIN
    return rank_of(rival.document) < leading and lead.certainty - rival.certainty <= margin


def _answers_the_same(question: Question, rival: Finding, lead: Finding, margin: float) -> bool:
    """Whether the rival names about as much of the question and holds the figures asked for.

    Not if it is for other spending than the question names, and the lead is not.
    """
    if coverage(question, rival) < coverage(question, lead) - margin:
        return False
    fits = not is_of_other_spending(question, told(lead))
    if fits and is_of_other_spending(question, told(rival)):
        return False
    wanted = FIGURES.get(question.asked)
    if wanted is None:
        return True
    ours, theirs = ({one.kind for one in parse_figures(of.quote)} for of in (rival, lead))
    return bool(ours & wanted) or not theirs & wanted


def _lacks_a_word(question: Question, rival: Finding, lead: Finding) -> bool:
    """Whether a whole word of what is asked, “产品方”, is named by the lead and not by the rival.

    What the asker tells of himself (“在投资公司做风控”) need not be named.
    """
    text = question.in_full.casefold()
    asked = "，".join(text[start:end] for start, end in asking_clauses(text))
    words = [one for one in question.content if one.casefold() in asked] or question.content
    ours, theirs = matter(told(rival)), matter(told(lead))
    return any(word & theirs and not word & ours for word in map(matter, words))


def _names_less_of_subject(question: Question, rival: Finding, lead: Finding) -> bool:
    """Whether the rival names less than half of what the lead names of the thing asked about.

    What is in force on something else (研发费用) is no answer on what has lapsed (增量补贴).
    """
    text = without_places(question.in_full, question.places)
    asked = matter(
        " ".join(subject_of(text[start:end]).words for start, end in asking_clauses(text))
    )
    ours, theirs = (len(asked & matter(told(one))) for one in (rival, lead))
    return 2 * ours < theirs


def _is_titled_so(question: Question, rival: Finding, lead: Finding) -> bool:
    """Whether the rival's title names a whole word of the question that the lead does not name.

    “能认定OPC企业吗” is for the rules on recognition, not for those of a project.
    """
    title, theirs = matter(rival.document.title), matter(told(lead))
    return any(word & title and not word & theirs for word in map(matter, question.content))


def _standing(question: Question, finding: Finding, superseded: frozenset[str]) -> int:
    """0 for what may be in force, 1 for what is not; what the question asks for counts as 0."""
    if finding.validity is Validity.DRAFT:
        return 0 if _ASKS_FOR_DRAFT.search(question.text) else 1
    if _ASKS_FOR_LAPSED.search(question.text):
        return 0
    return int(finding.validity in NOT_IN_FORCE or finding.document.id in superseded)


def _superseded(findings: Sequence[Finding]) -> frozenset[str]:
    """The documents that a document of another finding replaces."""
    return frozenset(
        relation.document_id
        for finding in findings
        for relation in finding.document.relations
        if relation.kind is RelationKind.SUPERSEDES
    )
