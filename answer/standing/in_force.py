"""“Still in force?”: a document's standing in words, with a clause of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from answer.finding import Finding, Sentence, Shape
from answer.matter import coverage
from answer.places.levels import Level, level_of
from answer.understanding import Question
from answer.understanding.places import without_places
from answer.understanding.years import period
from answer.wording import inner_quotes
from index.validity import validity_on
from records import Document, Validity

ONLY_TERMS = "只列出查到施行日期或有效期条款的文件，该地其他文件请逐份查询。"
# How much of the question the first finding must name for its document to be meant, in units of
# `matter.coverage`.
LEAST_COVERAGE = 0.34

_STILL_VALID = re.compile(
    "(?:还|仍|依然|是否|现在)?有效(?!期(?:到|多|是|至))(?:吗|么|不|$)|还能用|还有效|现行|"
    "在(?:有效|试行)期之?[内里]?(?:吗|么|不|没|呢|$)"
)
_EXPIRED = re.compile("(?:到期|过期|失效|作废|废止)(?:了|没)(?:吗|没有?|么|有)?")
_UNTIL = re.compile(
    "有效期限?(?:到|至|多|是|截止|还有)|(?:什么时候|何时|哪天|哪一天|几时)(?:到期|过期|失效)"
)
_IN_FORCE_FROM = re.compile("施行|有效期(?!内)|实施之日|印发之日|试行期")
_STILL = re.compile("还|仍|现在|目前|现行|如今")
_NOW = {Validity.EXPIRED: "{}已过有效期", Validity.IN_FORCE: "{}现行有效"}
_THEN = {
    Validity.EXPIRED: "按其有效期，届时{}已过有效期",
    Validity.IN_FORCE: "按其有效期，届时{}仍有效",
}
_IN_THE_PAST = {
    Validity.EXPIRED: "当时{}已过有效期",
    Validity.IN_FORCE: "当时{}有效",
    Validity.NOT_YET: "当时{}尚未施行",
}
# What “武昌的政策还有效吗” holds beside the place: it tells no document from another.
AT_LARGE = re.compile(
    "人工智能|ai|20[0-9]{2}|政策|措施|文件|规定|有效期?|到期|过期|失效|作废|废止|哪一?[天年]|到哪|截止"
)
_OTHER_TERM = re.compile("贷|申报|申请|合同|券")
_OF_POLICY = re.compile("政策|措施|办法|条例|文件|规定|方案|意见|通知")


def asks_for_standing(question: Question) -> bool:
    """Whether it asks if a document, not a loan or a contract, is still in force."""
    text = question.in_full
    asks = _STILL_VALID.search(text) or _EXPIRED.search(text)
    return bool(asks) and _is_of_document(text) and not question.is_english


def asks_for_term(question: Question) -> bool:
    """Whether it asks if a document is still in force, or until when it is."""
    text = question.in_full
    return asks_for_standing(question) or (
        bool(_UNTIL.search(text)) and _is_of_document(text) and not question.is_english
    )


def _is_of_document(text: str) -> bool:
    """Whether a question of this text is of a document: “算力券政策”, not “算力券”."""
    return _OTHER_TERM.search(text) is None or _OF_POLICY.search(text) is not None


def states_term(quote: str) -> bool:
    """Whether a statement tells from or until when its document is in force."""
    return _IN_FORCE_FROM.search(quote) is not None


def validity_verdict(
    question: Question, findings: Sequence[Finding], today: date
) -> Sentence | None:
    """A document's standing in words and a clause of it, None where neither is asked or known.

    The document is the one that the question names, else that of the first finding if it is to the
    point; the clause the one on its terms, where it is found. The dates themselves are on the
    citation; none is written that the clause does not hold.
    """
    if not findings or not asks_for_standing(question):
        return None
    own = [one for one in findings if one.document.id in question.documents[:1]]
    if not own and coverage(question, findings[0]) < LEAST_COVERAGE:
        return None
    finding = next((one for one in own if states_term(one.quote)), (own or findings)[0])
    said = _standing_words(question, finding.document, today)
    if said is None:
        return None
    name = "该文件" if question.documents else f"《{finding.document.title}》"
    return Sentence(
        text=f"{said.format(name)}：{inner_quotes(finding.quote)}。", findings=(finding,)
    )


def standing_of_place(
    question: Question, findings: Sequence[Finding], today: date, home: str
) -> list[Sentence]:
    """“武昌的政策还有效吗”: the clause on its terms of each document of the place that is named.

    Empty unless the policies at large of one place other than `home`, which has too many, are
    meant and such clauses are among the findings.
    """
    if question.documents or len(question.places) != 1 or question.places[0] == home:
        return []
    if not asks_for_term(question):
        return []
    if any(AT_LARGE.sub("", without_places(run, question.places)) for run in question.content):
        return []
    terms: dict[str, Finding] = {}
    for one in findings:
        here = level_of(one.document.region, question.places[0]) is Level.SAME
        if here and states_term(one.quote):
            terms.setdefault(one.document.id, one)
    return [
        Sentence(
            text=(_standing_words(question, one.document, today) or "{}").format(
                f"《{one.document.title}》"
            )
            + f"：{inner_quotes(one.quote)}",
            findings=(one,),
            shape=Shape.ITEM if len(terms) > 1 else Shape.PLAIN,
        )
        for one in terms.values()
    ]


def _standing_words(question: Question, document: Document, today: date) -> str | None:
    """What can be said of a document's standing at the time asked about, None if nothing; “{}” in
    it is for what the document is called.

    Nothing is said of a time in which the standing changes.
    """
    text = question.in_full
    asked = period(text, today)
    # “2025年的政策现在还有效吗”: a year gone by is part of a name.
    if asked is None or (asked[1] < today and _STILL.search(text)):
        return _NOW.get(validity_on(document, today))
    first, last = (validity_on(document, day) for day in asked)
    if first is not last:
        return None
    return (_THEN if asked[0] > today else _IN_THE_PAST).get(first)
