"""Says that nobody can apply yet, where the document of an answer says so itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answer.composed import Setting
from answer.finding import Finding, Sentence
from answer.named_acts import asks_whether_open
from answer.understanding import Asked, Question
from answer.whole.telling import clauses
from answer.wording import plain_sentences
from answer.wording.plain import wanting_whole

# Who asks these would set about applying; who asks for a telephone number would not.
_CONCERNED = frozenset(
    {
        Asked.AMOUNT,
        Asked.RATE,
        Asked.CALCULATION,
        Asked.CONDITION,
        Asked.PROCEDURE,
        Asked.DATE,
        Asked.YES_NO,
    }
)
_CONTACT = re.compile("电话|咨询|联系|号码|phone|call|contact", re.IGNORECASE)
_APPLYING = re.compile("申报|申请|申领|受理|报名")
# “尚为讨论稿,具体申报条件和流程待该方案确定”.
_PENDING = re.compile(
    "讨论稿|(?:待|尚未)[^,，。;；]{0,15}(?:确定|公布|发布|出台|明确|制定|启动|开放)"
)
# Said of many a call whose day has come since: it answers only who asks just that.
_ANNOUNCED = re.compile("另行(?:通知|公布|公告|发布)")


def with_pending(
    question: Question, sentences: Sequence[Sentence], lead: Finding, setting: Setting
) -> list[Sentence]:
    """`sentences` with what the leading document says of an application that is still to come.

    It goes before them if the question is whether one can apply by now, else behind them.
    """
    is_open_asked = asks_whether_open(question)
    concerned = question.asked in _CONCERNED or is_open_asked
    if not concerned or _CONTACT.search(question.text):
        return list(sentences)
    told = {one.quote for sentence in sentences for one in sentence.findings}
    lines = _pending(question, lead, setting, is_open_asked)
    if any(one.quote in quote for line in lines for one in line.findings for quote in told):
        return list(sentences)
    return [*lines, *sentences] if is_open_asked else [*sentences, *lines]


def _pending(
    question: Question, lead: Finding, setting: Setting, is_open_asked: bool
) -> list[Sentence]:
    """The first such statement of the document as it stands, with its citation; else nothing."""

    def is_pending(text: str) -> bool:
        if _APPLYING.search(text) is None:
            return False
        return bool(_PENDING.search(text) or (is_open_asked and _ANNOUNCED.search(text)))

    document = lead.document
    if not is_pending(document.text):
        return []
    passages = setting.passages(document.id)
    found = clauses(document, lead.validity, passages, is_pending)
    whole = wanting_whole(question)
    return next((plain_sentences(whole, [finding]) for _, finding in found), [])
