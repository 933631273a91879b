"""The extractive default: findings as sentences, in the words of the documents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.asked_for.wanted import holds_kind
from answer.evidence.lists import introduces
from answer.finding import Finding, Sentence, Shape, goes_with, overlap
from answer.matter import matter
from answer.understanding import Asked, Question
from answer.understanding.asking import CLAUSE
from answer.understanding.places import named_places
from answer.wording.english import english_words
from answer.wording.english_names import english_place
from answer.wording.marks import escape_markers, inner_quotes
from answer.wording.parts import members_of, parts_of
from answer.wording.shown import shown_words
from answer.wording.siblings import siblings
from answer.wording.standing import VALIDITY_WORDS, in_standing
from answer.wording.tables import table_cell

# How many lines at most: of one document's list, and of rows, one a place.
MOST_ITEMS = 8
MOST_ROWS = 8
# What else is told must be about as sure as the best finding; one that only says the same again is
# cited beside it, up to so many in all.
ABOUT_AS_SURE = 0.25
MOST_BACKING = 2
# Another kind of thing that is asked is told of a finding at least so sure.
ALSO_TOLD = 0.4
_MANY = frozenset({Asked.LIST, Asked.PROCEDURE, Asked.CONDITION})
# A list runs over a document only where it is asked for whole: “有哪些支持”, not “是哪五个”.
_ITEMS = re.compile(r"\n\s*(?:[-*•]|[0-9一二三四五六七八九十]+[.、)）])")
_OF_PLACES = re.compile("(?<!在)(?:哪些|哪几个)(?:区|市|城市|省)|各(?:区|城市)(?!县)|每个区")


def plain_sentences(question: Question, findings: Sequence[Finding]) -> list[Sentence]:
    """The answer that `findings` (best first) give by themselves; empty without findings.

    One line with the words that answer. A table with a row for each place when several places are
    asked about, or a list names them; items, or steps of a procedure, in the document's order when
    a list, a procedure or conditions are asked for and one document gives several; and a further
    line for a further thing asked. Findings that say the same again are cited along.
    """
    if not findings:
        return []
    distinct, repeated = _distinct(question, findings)
    subjects = _subjects(question, distinct)
    if len(subjects) > 1:
        return [_row(question, one) for one in subjects[:MOST_ROWS]]
    chosen = _chosen(question, distinct)
    shape = Shape.STEP if question.asked is Asked.PROCEDURE else Shape.ITEM
    if len(chosen) == 1:
        is_list = question.asked in _MANY or _ITEMS.search(chosen[0].answer)
        parts = parts_of(chosen[0]) if is_list else chosen
        introduced = introduces(parts[0].answer)
        if 1 < len(parts) <= MOST_ITEMS + introduced:
            return [_item(question, one, shape) for one in parts]
        backing = _backing(question, chosen[0], repeated)
        return [_sentence(question, chosen[0], Shape.PLAIN, backing)]
    if question.asked not in _MANY:
        return [_sentence(question, one, Shape.PLAIN) for one in chosen]
    # What runs over several members of a list is told member by member.
    members = [part for one in chosen for part in members_of(one)]
    in_order = sorted(members, key=lambda one: one.start)[:MOST_ITEMS]
    return [_sentence(wanting_whole(question), one, shape) for one in in_order]


def wanting_whole(question: Question) -> Question:
    """The question as one that wants whole statements: items must be understood by themselves."""
    return replace(question, asked=Asked.YES_NO)


def _chosen(question: Question, findings: Sequence[Finding]) -> list[Finding]:
    """The findings that are told: the best, and what else is asked for and it does not hold."""
    best = findings[0]
    near = [one for one in findings if one.certainty >= best.certainty - ABOUT_AS_SURE]
    if question.asked in _MANY and _is_one_of_many(question, best):
        return [one for one in near if _stands_beside(question, one, best)][:MOST_ITEMS]
    chosen = [best, *siblings(question, best, findings)]
    sure = [one for one in findings if one.certainty >= ALSO_TOLD]
    for kind in question.also_asked:
        if not any(holds_kind(kind, one.quote) for one in chosen):
            others = (one for one in sure if goes_with(one, best) and holds_kind(kind, one.quote))
            chosen += [one for one in others if one not in chosen][:1]
    return chosen


def _is_one_of_many(question: Question, best: Finding) -> bool:
    """Whether the best finding is one item of what is asked for, rather than all of it.

    The reader marks a whole list where it stands in one piece. Under the heading that is asked for,
    or in a document that the question names, it may be spread over statements.
    """
    if best.document.id in question.documents:
        return True
    return bool(matter(best.heading) & matter(" ".join(question.content)))


def _stands_beside(question: Question, finding: Finding, best: Finding) -> bool:
    """Whether a finding is of the same clause, or of the document that the question names."""
    if finding.document.id != best.document.id:
        return False
    return finding.clause == best.clause or finding.document.id in question.documents


def _subjects(question: Question, findings: Sequence[Finding]) -> list[Finding]:
    """The best finding of each document or place that the question puts side by side."""
    best: dict[str, Finding] = {}
    if len(question.documents) > 1:
        for one in findings:
            if one.document.id in question.documents:
                best.setdefault(one.document.id, one)
    elif _compares_places(question) or _OF_PLACES.search(question.in_full):
        for one in findings:
            if one.document.region:
                best.setdefault(one.document.region, one)
    return list(best.values())


def _compares_places(question: Question) -> bool:
    """Whether each of several places is asked about: “武昌补多少，汉阳呢”.

    Not in “省里要把武汉建成什么”.
    """
    if len(question.places) < 2:
        return False
    apart = [named_places(one) for one in CLAUSE.findall(question.in_full)]
    return Asked.COMPARISON in question.kinds or sum(map(bool, apart)) > 1


def _distinct(
    question: Question, findings: Sequence[Finding]
) -> tuple[list[Finding], list[Finding]]:
    """The findings that say something new, and those that only repeat one before them."""
    new: list[Finding] = []
    repeated: list[Finding] = []
    for one in findings:
        if any(overlap(one, other) for other in new):
            continue
        words = _letters(shown_words(question, one))
        told = (
            _letters(other.quote) for other in new if other.document.region == one.document.region
        )
        (repeated if any(words in quote for quote in told) else new).append(one)
    return new, repeated


def _backing(question: Question, told: Finding, others: Sequence[Finding]) -> tuple[Finding, ...]:
    """Findings of other documents that hold the words told of this one."""
    words = _letters(shown_words(question, told))
    holding = [
        one
        for one in others
        if one.document.id != told.document.id
        and one.validity is told.validity
        and words in _letters(one.quote)
    ]
    return tuple(holding[: MOST_BACKING - 1])


def _letters(text: str) -> str:
    return "".join(character for character in inner_quotes(text) if character.isalnum())


def _sentence(
    question: Question, finding: Finding, shape: Shape, backing: tuple[Finding, ...] = ()
) -> Sentence:
    words = shown_words(question, finding)
    if question.is_english:
        words = english_words(question, finding) or f"“{inner_quotes(finding.quote)}”"
    text = in_standing(question, finding, words)
    return Sentence(text=text, findings=(finding, *backing), shape=shape)


def _item(question: Question, finding: Finding, shape: Shape) -> Sentence:
    """An item of a list; the line that introduces it stands above with its colon."""
    if not introduces(finding.answer):
        return _sentence(question, finding, shape)
    sentence = _sentence(question, finding, Shape.PLAIN)
    return replace(sentence, text=sentence.text if question.is_english else f"{sentence.text}：")


def _row(question: Question, finding: Finding) -> Sentence:
    document = finding.document
    language = int(question.is_english)
    words = inner_quotes(finding.quote)
    if question.is_english:
        words = english_words(question, finding) or f"“{words}”"
    place = document.region
    if len(question.documents) > 1 or not place:
        place = f"《{document.title}》"
    elif question.is_english:
        place = english_place(place)
    cells = (place, words, VALIDITY_WORDS[finding.validity][language])
    return Sentence(
        text="",
        findings=(finding,),
        shape=Shape.ROW,
        cells=tuple(table_cell(escape_markers(cell)) for cell in cells),
    )
