"""Tells when one can apply, and that nobody can yet, as the document of an answer says it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from answer.applying.windows import Window, window_in
from answer.asked_for.named_acts import asks_when_open
from answer.composed import Setting
from answer.finding import Finding, Sentence, backing
from answer.matter import names_matter
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
_ALWAYS = re.compile("全年|常年|长期|随时|不间断|每年[^,，。;；]{0,12}(?:次|批|月|季)")
_BATCH = re.compile("第[0-9一二三四五六七八九十]+[批期届轮]")
# In Chinese and in English.
_CLOSED = ("申报已截止：", "Closed: ")
_NOT_YET = ("尚未开始申报：", "Not open yet: ")
_OPEN = ("正在申报期内：", "Open now: ")


def with_time_to_apply(
    question: Question,
    sentences: Sequence[Sentence],
    findings: Sequence[Finding],
    setting: Setting,
) -> list[Sentence]:
    """`sentences` with what the leading document says of when one can apply.

    Who asks just that is told of it first, of its window alone, or before `sentences` of the window
    of another document on the matter; of an application that is still to come everybody is told who
    would set about it. `findings` come best first, the lead among them.
    """
    lead = findings[0]
    is_asked = asks_when_open(question)
    concerned = question.asked in _CONCERNED or is_asked
    if not concerned or _CONTACT.search(question.text):
        return list(sentences)
    if is_asked:
        if told := _window_told(question, sentences, lead, setting):
            return told
        for other in _on_the_matter(question, findings):
            if told := _window_told(question, (), other, setting):
                return [*told, *sentences]
    pending = _stated(question, lead, setting, lambda text: _is_pending(text, is_asked=is_asked))
    if _is_told(pending, sentences):
        return list(sentences)
    return [*pending, *sentences] if is_asked else [*sentences, *pending]


def says_whether_open(sentences: Sequence[Sentence]) -> bool:
    """Whether the first line says by itself whether one can apply by now."""
    return sentences[0].text.startswith((*_CLOSED, *_NOT_YET, *_OPEN)) if sentences else False


def _window_told(
    question: Question, sentences: Sequence[Sentence], lead: Finding, setting: Setting
) -> list[Sentence]:
    """When one can apply, with whether that is now; empty where the document does not say."""

    def tells(text: str) -> bool:
        is_window = window_in(text, lead.document) is not None
        return _APPLYING.search(text) is not None and (is_window or bool(_ALWAYS.search(text)))

    if any(tells(one.quote) for one in backing(sentences[:1])):
        return list(sentences)
    told = _stated(question, lead, setting, tells)
    if told and _is_of_another_call(question, told[0].findings[0]):
        return []
    window = window_in(told[0].findings[0].quote, lead.document) if told else None
    if window is None or question.asked is not Asked.YES_NO:
        return told
    words = _verdict(window, setting.today)[question.is_english]
    return [replace(told[0], text=f"{words}{told[0].text}")]


def _on_the_matter(question: Question, findings: Sequence[Finding]) -> Iterator[Finding]:
    """The best finding of each other document of the lead's region whose title is on the matter."""
    seen = {findings[0].document.id}
    for one in findings[1:]:
        is_near = one.document.region == findings[0].document.region
        if is_near and one.document.id not in seen:
            seen.add(one.document.id)
            if names_matter(question, one.document.title):
                yield one


def _is_of_another_call(question: Question, finding: Finding) -> bool:
    """Whether a batch or a year is asked about that a window's document is not of: “第三批”."""
    document = finding.document
    text = f"{document.title} {document.published} {document.date_notes} {finding.quote}"
    batches = _BATCH.findall(question.in_full)
    return not all(one in text for one in (*batches, *map(str, question.years)))


def _verdict(window: Window, today: date) -> tuple[str, str]:
    if window.is_over(today):
        return _CLOSED
    return _NOT_YET if window.is_to_come(today) else _OPEN


def _is_pending(text: str, *, is_asked: bool) -> bool:
    if _APPLYING.search(text) is None:
        return False
    return bool(_PENDING.search(text) or (is_asked and _ANNOUNCED.search(text)))


def _is_told(lines: Sequence[Sentence], sentences: Sequence[Sentence]) -> bool:
    return any(one.quote in other.quote for one in backing(lines) for other in backing(sentences))


def _stated(
    question: Question, lead: Finding, setting: Setting, wanted: Callable[[str], bool]
) -> list[Sentence]:
    """The first such statement of the document as it stands, with its citation; else nothing."""
    document = lead.document
    found = clauses(document, lead.validity, setting.passages(document.id), wanted)
    whole = wanting_whole(question)
    return next((plain_sentences(whole, [finding]) for _, finding in found), [])
