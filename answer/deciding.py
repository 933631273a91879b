"""Whether what was found is good enough to be said."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from answer.asked_for.named_bodies import lacks_named_body
from answer.asked_for.named_things import lacks_named_thing
from answer.asked_for.persons import lacks_person
from answer.asked_for.special import is_for_others
from answer.asked_for.unanswered import is_unanswered, lacks_kind
from answer.asked_for.vouchers import lacks_computing_voucher
from answer.composed import Composed
from answer.evidence.certainty import THRESHOLD
from answer.finding import Finding
from answer.matter import matter, names_matter, told
from answer.places.levels import Level, level_of
from answer.refusing.refusal import NEAREST, Refusal, RefusalKind, kind_of_refusal, refusal_of
from answer.refusing.scope import asks_for_live_facts, asks_for_other_service, is_about_policy
from answer.standing.own_terms import lacks_term
from answer.understanding import Asked, Question
from answer.understanding.places import without_places
from records import Document

# What policies seldom hold, and the rules of another level, must be found more surely.
MORE_FOR_LIVE_FACTS = 0.57
# So must what is asked in English, by way of a glossary, and names nothing that policies are about.
MORE_FOR_FOREIGN = 0.43
MORE_FOR_OTHER_LEVEL = 0.13
# Papers of other counters stand in policies only as what is to be handed in; and what holds for a
# group's programme does not hold for the voucher.
MORE_FOR_OTHER_SERVICE = 0.53
# A figure, a place or a way seems to be asked for and none is told.
MORE_WITHOUT_KIND = 0.48
# A grade, a loan or a voucher is named that what leads does not name, or a person is asked for.
MORE_WITHOUT_NAMED_THING = 0.43
MOST_NEEDED = 0.92
# What is known, not found, has this confidence.
CERTAIN = 1.0
# The share of what a telephone number is asked for that its clause and its headings must name.
SUBJECT_SHARED = 0.5
# As long a name is that of one programme alone.
SHORTEST_NAME = 3
_LOCAL = frozenset({Asked.DEPARTMENT, Asked.PROCEDURE})
_DEADLINE = re.compile(
    "(?:申报|申请|申领|报名|受理|办理|截止).{0,8}(?:哪天|几号|什么时候|何时|截止|到期)"
)
_IN_MARKS = re.compile("“([^“”]+)”")
_OF_SEVERAL = re.compile("[—&、]")
# What the asker has got already is not what the number is for.
_NUMBER = re.compile(
    "咨询|联系|电话|号码|热线|座机|方式|科室|部门|解答|负责|受理|办理|"
    "(?:已经?|刚)?(?:给|补|拿|领|收|批|发)到?了|已经|(?<=券)批|[省市区][里级]"
)


def refusal_for(
    question: Question,
    composed: Composed,
    findings: Sequence[Finding],
    nearest: Sequence[Document],
    home: str,
    regions: Callable[[], Collection[str]],
) -> Refusal | None:
    """The refusal that is due instead of the composed answer, None when it may be given.

    `regions` gives those that any stored document is of.
    """
    if question.names_nothing:
        return refusal_of(question, RefusalKind.SMALL_TALK)
    if question.unknown_documents and not question.documents and not _speaks_of(question, findings):
        return refusal_of(question, RefusalKind.UNKNOWN_DOCUMENT, nearest=nearest)
    if findings and not composed.sentences and composed.match.missing:
        missing, stored = composed.match.missing, regions()
        return refusal_of(
            question,
            RefusalKind.OTHER_PLACE,
            nearest=nearest,
            place="、".join(missing),
            place_is_stored=all(_is_stored(one, stored) for one in missing),
            home=home,
        )
    sure = composed.confidence >= needed(question, composed)
    if composed.sentences and sure and not _is_of_another(question, composed, home):
        return None
    if (place := _place_without_documents(question, regions)) and is_about_policy(question):
        return refusal_of(
            question, RefusalKind.OTHER_PLACE, nearest=nearest, place=place, home=home
        )
    named = bool(findings) and findings[0].confidence > THRESHOLD
    kind = kind_of_refusal(question, is_named=named or _is_of_their_matter(question, nearest))
    return refusal_of(question, kind, nearest=nearest, home=home)


def _is_of_another(question: Question, composed: Composed, home: str) -> bool:
    """Whether who asks where, how or until when to apply would be sent to somebody else.

    To the number of another matter, or, where no place is named, to a place other than home:
    a wrong address misleads more than none. A programme that the question names is meant itself.
    """
    finding = composed.sentences[0].findings[0]
    if Asked.PHONE in question.kinds:
        return _is_number_of_another(question, finding, home)
    if question.places or question.documents or not home or not finding.document.region:
        return False
    if level_of(finding.document.region, home) <= Level.ABOVE:
        return False
    applies = not _LOCAL.isdisjoint(question.kinds) or _DEADLINE.search(question.text)
    return bool(applies) and not _is_of_their_matter(question, [finding.document])


def _is_number_of_another(question: Question, finding: Finding, home: str) -> bool:
    """Whether a telephone number is that of another body, matter or place than is asked about."""
    region, about = finding.document.region, told(finding)
    asked = without_places(" ".join(question.content), question.places)
    subject = matter(_NUMBER.sub(" ", asked))
    if lacks_named_body(question, about):
        return True
    if len(subject & matter(about)) < SUBJECT_SHARED * len(subject):
        return True
    if not region:
        return False
    if question.places:
        named = any(level_of(region, one) is Level.SAME for one in question.places)
        return not named and not _is_of_their_matter(question, [finding.document])
    if question.documents or not home or level_of(region, home) is Level.SAME:
        return False
    return not _names_own(question, finding.quote)


def _names_own(question: Question, quote: str) -> bool:
    """Whether the question has a name that stands in quotation marks in `quote`: 汉融通."""
    names = (name for marked in _IN_MARKS.findall(quote) for name in _OF_SEVERAL.split(marked))
    return any(len(name) >= SHORTEST_NAME and name in question.in_full for name in names)


def _place_without_documents(question: Question, regions: Callable[[], Collection[str]]) -> str:
    """The one place that is named if no stored document is of it, else empty."""
    if len(question.places) != 1 or not (stored := regions()):
        return ""
    place = question.places[0]
    return "" if _is_stored(place, stored) else place


def _is_stored(place: str, regions: Collection[str]) -> bool:
    return any(level_of(one, place) is Level.SAME for one in regions)


def _is_of_their_matter(question: Question, nearest: Sequence[Document]) -> bool:
    """Whether the title of one of the nearest documents names what the question is about."""
    return any(names_matter(question, one.title) for one in nearest[:NEAREST])


def _speaks_of(question: Question, findings: Sequence[Finding]) -> bool:
    """Whether the best finding speaks of a document that is asked about and not stored.

    Its title or its passage names the document, other than as what something is based on.
    """
    if not findings:
        return False
    text = f"{findings[0].document.title}\n{findings[0].passage.text}"
    return any(
        re.search(
            f"(?<![照据按循])(?<![照据按循]《){re.escape(name.strip('《》'))}(?!》?(?:之外|以外))",
            text,
        )
        for name in question.unknown_documents
    )


def needed(question: Question, composed: Composed) -> float:
    """The confidence, 0..1, that an answer to this question must have."""
    wanted = THRESHOLD
    if asks_for_live_facts(question):
        wanted += MORE_FOR_LIVE_FACTS
    if question.is_english and not is_about_policy(question):
        wanted += MORE_FOR_FOREIGN
    if asks_for_other_service(question):
        wanted += MORE_FOR_OTHER_SERVICE
    if question.places and composed.match.level in (Level.ABOVE, Level.BELOW):
        wanted += MORE_FOR_OTHER_LEVEL
    if not composed.sentences:
        return min(wanted, MOST_NEEDED)
    lines = composed.lines
    lead = composed.sentences[0].findings[0]
    if is_unanswered(question, lines, lead) or lacks_term(question, lines):
        return CERTAIN
    if lacks_kind(question, lines, lead):
        wanted += MORE_WITHOUT_KIND
    about = told(lead)
    if lacks_named_thing(question, about) or lacks_person(question, lines):
        wanted += MORE_WITHOUT_NAMED_THING
    is_special = is_for_others(question, lead.document.title)
    if is_special and lacks_computing_voucher(question, about):
        wanted += MORE_FOR_OTHER_SERVICE
    return min(wanted, MOST_NEEDED)
