"""The check that a text passes before it is approved: the one that every answer passes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from answer.checks import UnsupportedAnswer, check_answer
from answer.figures import Figure, unsupported_figures
from answer.premises.claims import unsupported_departments
from answer.premises.contradicted import contradicted
from answer.wording import is_table_frame
from chat.approved.approved import Draft
from chat.approved.refused import MARKER, ApprovalRefused, not_backed
from records import Answer, AnswerStatus, Citation, Document, Message


def check_draft(
    draft: Draft, citations: Sequence[Citation], documents: Mapping[str, Document]
) -> None:
    """Raise ApprovalRefused, saying what is wrong, unless the draft may be approved.

    It must have a question, a text and a quote; quotes stand in their documents, markers and quotes
    match. Every line with a marker passes `answer.checks.check_answer`, and names no department,
    ban, waiver or permission that the passages cited on it do not give. A line without one may say
    what needs no source, such as where to ask, and so holds no figure.
    """
    if not draft.questions or not all(one.strip() for one in draft.questions):
        raise ApprovalRefused(Message("请填写问题", "Write the question"))
    if not draft.text.strip():
        raise ApprovalRefused(Message("请填写答复", "Write the answer"))
    _check_markers(draft)
    _check_quotes(citations, documents)
    lines = [line for line in draft.text.splitlines() if line.strip() and not is_table_frame(line)]
    for line in lines:
        if not MARKER.search(line) and (figures := unsupported_figures(line, [])):
            told = Message(
                f"“{_named(figures)}”没有注明出处，在这一行：“{line}”。"
                "请在这句话后面加上引文的标号，例如 [1]，或删去这个数字",
                f"“{_named(figures)}” has no citation on the line “{line}”. Put the number of a "
                "quote behind the sentence, such as [1], or leave the figure out",
            )
            raise ApprovalRefused(told)
    cited = "\n".join(line for line in lines if MARKER.search(line))
    answer = Answer(
        question=draft.questions[0],
        status=AnswerStatus.ANSWERED,
        text=cited,
        citations=tuple(citations),
    )
    try:
        check_answer(answer, documents)
    except UnsupportedAnswer as error:
        raise not_backed(error, citations) from error
    for line in cited.splitlines():
        _check_departments(line, citations, documents)
        _check_permissions(line, citations)


def _check_markers(draft: Draft) -> None:
    seen = list(dict.fromkeys(int(number) for number in MARKER.findall(draft.text)))
    if not seen:
        told = Message(
            "答复至少要引用一处原文：请在句子后面标上引文的标号，例如“最高20万元。[1]”",
            "The answer has to cite a quote: put its number behind a sentence, as in “… [1]”",
        )
        raise ApprovalRefused(told)
    wanted = list(range(1, len(draft.quotes) + 1))
    if seen != wanted:
        raise ApprovalRefused(_unmatched(seen, len(draft.quotes)))


def _unmatched(seen: Sequence[int], quotes: int) -> Message:
    if missing := [f"[{one}]" for one in seen if not 1 <= one <= quotes]:
        return Message(
            f"答复里写了{'、'.join(missing)}，但引文只有 {quotes} 条，对不上。"
            "请改正标号，或补上这条引文",
            f"The answer has {', '.join(missing)}, but there are {quotes} quotes. Mend the number, "
            "or add the quote",
        )
    return Message(
        f"答复里的标号与 {quotes} 条引文对不上：每条引文都要用到，标号从 [1] 起按出现的先后编",
        f"The numbers in the answer do not match its {quotes} quotes: use each of them, numbered "
        "from [1] as they first appear",
    )


def _check_departments(
    line: str, citations: Sequence[Citation], documents: Mapping[str, Document]
) -> None:
    """Who is in charge has to stand in a passage cited on the line, or have issued its document."""
    numbers = {int(number) for number in MARKER.findall(line)}
    here = [one for one in citations if one.number in numbers]
    bodies = [documents[one.document_id].issuing_body for one in here]
    wrong = unsupported_departments(line, [*(one.quote for one in here), *bodies])
    if wrong:
        told = Message(
            f"所引的原文没有提到“{'”“'.join(wrong)}”，在这一行：“{line}”。"
            "请改成原文里的部门，引用写有它的那一段，或另起一行写并且不标引文",
            f"The cited passage does not name “{'”, “'.join(wrong)}”, on the line “{line}”. Name "
            "the department that stands there, cite the passage that has it, or write it on a line "
            "of its own without a citation",
        )
        raise ApprovalRefused(told)


def _check_permissions(line: str, citations: Sequence[Citation]) -> None:
    """What the line forbids, waives or allows has to be so in a passage cited on it."""
    numbers = {int(number) for number in MARKER.findall(line)}
    quotes = [one.quote for one in citations if one.number in numbers]
    if wrong := contradicted(MARKER.sub("", line), quotes):
        told = Message(
            f"“{'”“'.join(wrong)}”与所引的原文不符：禁止、免除或允许的说法要以原文为准，在这一行："
            f"“{line}”。请照原文改写，引用写有这一点的那一段，或另起一行写并且不标引文",
            "The cited passage does not forbid, waive or allow "
            f"“{'”, “'.join(wrong)}”, on the line “{line}”. Write it as it stands there, cite the "
            "passage that says so, or write it on a line of its own without a citation",
        )
        raise ApprovalRefused(told)


def _check_quotes(citations: Sequence[Citation], documents: Mapping[str, Document]) -> None:
    for one in citations:
        text = documents[one.document_id].text
        if not 0 <= one.start < one.end <= len(text) or text[one.start : one.end] != one.quote:
            told = Message(
                f"引文 [{one.number}]“{one.quote}”在《{one.title}》里已经不是这样写的。"
                "请移除这条引文，重新查找并引用现在的文字",
                f"Quote [{one.number}], “{one.quote}”, does not stand so in {one.title} any more. "
                "Take it away, look for the passage, and cite what it says now",
            )
            raise ApprovalRefused(told)


def _named(figures: Sequence[Figure]) -> str:
    return "”“".join(figure.text for figure in figures)
