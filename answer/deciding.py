"""Whether what was found is good enough to be said."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from answer.certainty import THRESHOLD
from answer.composed import Composed
from answer.finding import Finding
from answer.locality import Level, level_of
from answer.matter import matter, told
from answer.refusal import NEAREST, Refusal, RefusalKind, kind_of_refusal, refusal_of
from answer.scope import asks_for_live_facts, is_about_policy
from answer.understanding import Asked, Question
from answer.understanding.places import without_places
from answer.wanted import lacks_figure
from records import Document

# What policies seldom hold, and the rules of another level, must be found more surely.
MORE_FOR_LIVE_FACTS = 0.3
MORE_FOR_OTHER_LEVEL = 0.1
# A figure is asked for and what was found gives none: it must be very sure to be the answer.
MORE_WITHOUT_FIGURE = 0.4
# As many telling words of a question, pairs of characters, in a title make it the title's matter.
SHARED = 2
# The share of what a telephone number is asked for that its clause and its headings must name.
SUBJECT_SHARED = 0.5
_NUMBER = re.compile("咨询|联系|电话|号码|热线|座机|方式|科室|部门|解答|负责|受理|办理")


def refusal_for(
    question: Question,
    composed: Composed,
    findings: Sequence[Finding],
    nearest: Sequence[Document],
    home: str,
    regions: Callable[[], Collection[str]] = tuple,
) -> Refusal | None:
    """The refusal that is due instead of the composed answer, None when it may be given.

    `regions` gives those that any stored document is of.
    """
    if question.names_nothing:
        return refusal_of(question, RefusalKind.SMALL_TALK)
    if question.unknown_documents and not question.documents and not _speaks_of(question, findings):
        return refusal_of(question, RefusalKind.UNKNOWN_DOCUMENT, nearest=nearest)
    if findings and not composed.sentences and composed.match.missing:
        place = "、".join(composed.match.missing)
        return refusal_of(
            question, RefusalKind.OTHER_PLACE, nearest=nearest, place=place, home=home
        )
    sure = composed.confidence >= needed(question, composed)
    if composed.sentences and sure and not _is_phone_of_another(question, composed, home):
        return None
    if (place := _place_without_documents(question, regions)) and is_about_policy(question):
        return refusal_of(
            question, RefusalKind.OTHER_PLACE, nearest=nearest, place=place, home=home
        )
    named = bool(findings) and findings[0].confidence > THRESHOLD
    kind = kind_of_refusal(question, is_named=named or _is_of_their_matter(question, nearest))
    return refusal_of(question, kind, nearest=nearest, home=home)


def _is_phone_of_another(question: Question, composed: Composed, home: str) -> bool:
    """Whether a number is asked for and that of another matter, or of a place other than home
    where none is named, was found: a wrong number misleads more than none."""
    if Asked.PHONE not in question.kinds:
        return False
    finding = composed.sentences[0].findings[0]
    asked = without_places(" ".join(question.content), question.places)
    subject = matter(_NUMBER.sub(" ", asked))
    shared = len(subject & matter(told(finding)))
    if shared < SUBJECT_SHARED * len(subject):
        return True
    if question.places or question.documents:
        return False
    region = finding.document.region
    return bool(home and region) and level_of(region, home) is not Level.SAME


def _place_without_documents(question: Question, regions: Callable[[], Collection[str]]) -> str:
    """The one place that is named if no stored document is of it, else empty."""
    if len(question.places) != 1 or not (stored := regions()):
        return ""
    place = question.places[0]
    return "" if any(level_of(one, place) is Level.SAME for one in stored) else place


def _is_of_their_matter(question: Question, nearest: Sequence[Document]) -> bool:
    """Whether the title of one of the nearest documents names what the question is about."""
    asked = matter(" ".join(question.content))
    return any(len(asked & matter(one.title)) >= SHARED for one in nearest[:NEAREST])


def _speaks_of(question: Question, findings: Sequence[Finding]) -> bool:
    """Whether the best finding's passage names a document that is asked about and not stored."""
    told = f"{findings[0].document.title}{findings[0].passage.text}" if findings else ""
    return any(name.strip("《》") in told for name in question.unknown_documents)


def needed(question: Question, composed: Composed) -> float:
    """The confidence, 0..1, that an answer to this question must have."""
    wanted = THRESHOLD
    if asks_for_live_facts(question):
        wanted += MORE_FOR_LIVE_FACTS
    if question.places and composed.match.level in (Level.ABOVE, Level.BELOW):
        wanted += MORE_FOR_OTHER_LEVEL
    told = " ".join(f"{one.text} {' '.join(one.cells)}" for one in composed.sentences)
    if not question.is_english and lacks_figure(question, told):
        wanted += MORE_WITHOUT_FIGURE
    return wanted
