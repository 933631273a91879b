"""The check that a text passes before it is approved: the one that every answer passes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from answer.checks import UnsupportedAnswer, check_answer, sources_of
from answer.figures import Figure, unsupported_figures
from answer.wording import is_table_frame
from chat.approved.approved import Draft
from records import Answer, AnswerStatus, Citation, Document

_MARKER = re.compile(r"\[(\d{1,3})\]")


class ApprovalRefused(ValueError):
    """The text cannot be approved as it is."""


def check_draft(
    draft: Draft, citations: Sequence[Citation], documents: Mapping[str, Document]
) -> None:
    """Raise ApprovalRefused, saying what is wrong, unless the draft may be approved.

    It must have a question, a text and a quote; quotes stand in their documents, markers and quotes
    match. Every line with a marker passes `answer.checks.check_answer`. A line without one may say
    what needs no source, such as where to ask, and so holds no figure.
    """
    if not draft.questions or not all(one.strip() for one in draft.questions):
        raise ApprovalRefused("请填写问题 (the question is empty)")
    if not draft.text.strip():
        raise ApprovalRefused("请填写答案 (the answer is empty)")
    _check_markers(draft)
    _check_quotes(citations, documents)
    lines = [line for line in draft.text.splitlines() if line.strip() and not is_table_frame(line)]
    for line in lines:
        if not _MARKER.search(line) and (figures := unsupported_figures(line, [])):
            raise ApprovalRefused(
                f"“{_named(figures)}”所在的一行没有引文：{line} (figures need a citation)"
            )
    cited = "\n".join(line for line in lines if _MARKER.search(line))
    answer = Answer(
        question=draft.questions[0],
        status=AnswerStatus.ANSWERED,
        text=cited,
        citations=tuple(citations),
    )
    try:
        check_answer(answer, documents)
    except UnsupportedAnswer as error:
        raise ApprovalRefused(_in_words(error, answer)) from error


def _check_markers(draft: Draft) -> None:
    seen = list(dict.fromkeys(int(number) for number in _MARKER.findall(draft.text)))
    if not seen:
        raise ApprovalRefused("答案至少要引用一处原文，例如“……[1]” (the answer cites nothing)")
    wanted = list(range(1, len(draft.quotes) + 1))
    if seen != wanted:
        raise ApprovalRefused(
            f"答案里的标号 {seen} 与引文 {wanted} 对不上；标号要从 [1] 起按出现顺序编 "
            "(markers and quotes do not match)"
        )


def _check_quotes(citations: Sequence[Citation], documents: Mapping[str, Document]) -> None:
    for one in citations:
        text = documents[one.document_id].text
        if not 0 <= one.start < one.end <= len(text) or text[one.start : one.end] != one.quote:
            raise ApprovalRefused(
                f"引文 [{one.number}] 与《{one.title}》的原文不符，请重新选择引文 "
                "(the quote does not stand there any more)"
            )


def _in_words(error: UnsupportedAnswer, answer: Answer) -> str:
    """The figures that no quote holds, line by line, or else what the check says."""
    for line in answer.text.splitlines():
        numbers = {int(number) for number in _MARKER.findall(line)}
        here = [one for one in answer.citations if one.number in numbers]
        if figures := unsupported_figures(_MARKER.sub("", line), sources_of(here)):
            return (
                f"“{_named(figures)}”不在所引的原文里：{line} "
                "(these figures stand in none of the quotes cited on their line)"
            )
    return f"答案与所引的原文不符：{error} (the answer does not hold to its quotes)"


def _named(figures: Sequence[Figure]) -> str:
    return "”“".join(figure.text for figure in figures)
