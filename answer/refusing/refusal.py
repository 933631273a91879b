"""Says that, and why, the documents do not answer, and whom else to ask."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from answer.refusing.scope import asks_for_live_facts, is_about_policy
from answer.understanding import Question
from records import Document, TextKind

NEAREST = 3


class RefusalKind(StrEnum):
    """Why a question gets no answer from the documents."""

    SMALL_TALK = "small_talk"
    TAKE_OVER = "take_over"
    FRAUD = "fraud"
    OUT_OF_SCOPE = "out_of_scope"
    NOT_FOUND = "not_found"
    LIVE_FACTS = "live_facts"
    OTHER_PLACE = "other_place"
    UNKNOWN_DOCUMENT = "unknown_document"


@dataclass(frozen=True, slots=True)
class Refusal:
    """The words of a refusal. `look_up`, if any, finds the passages that belong with it."""

    kind: RefusalKind
    text: str
    notes: tuple[str, ...] = ()
    look_up: str = ""


_TEXTS: dict[RefusalKind, tuple[str, str]] = {
    RefusalKind.SMALL_TALK: (
        "您好！请直接提出政策问题，例如补贴标准、申报条件、所需材料、办理流程、有效期或责任部门；"
        "回答都来自文件库中的政策文件，并附原文出处。",
        "Hello! Ask about a policy: amounts, conditions, papers needed, procedure, validity or the "
        "department in charge. Answers come from the policy documents, with their sources.",
    ),
    RefusalKind.TAKE_OVER: (
        "这里只依据文件库中的政策文件回答问题，不执行改变身份、规则或输出内部信息的要求。"
        "如有政策问题，请直接提问。",
        "Questions are answered only from the policy documents here; requests to change the rules "
        "or to reveal internal information are not followed. Please ask about a policy.",
    ),
    RefusalKind.FRAUD: (
        "不能协助伪造材料、虚报数据或以其他方式骗取、套取政策资金。请按真实情况申报；"
        "对条件有疑问的，可向受理部门咨询。",
        "Help with forging papers, false figures or any other way of obtaining funds by deceit is "
        "not given. Please apply truthfully; ask the department in charge about the conditions.",
    ),
    RefusalKind.OUT_OF_SCOPE: (
        "这个问题不在文件库的范围内，无法回答。这里可以查询政策的支持标准、条件、流程、有效期和责任部门。",
        "This is outside what the documents cover. Amounts, conditions, procedure, validity and "
        "departments of the policies can be asked here.",
    ),
    RefusalKind.NOT_FOUND: (
        "文件库中没有找到能回答这个问题的依据。",
        "The documents do not answer this question.",
    ),
    RefusalKind.LIVE_FACTS: (
        "文件库收录的是政策文件，没有这类名单、额度余量、办理进度、个案结果或今后变化的信息，无法回答。",
        "The documents are policies; they hold no such lists, remaining quotas, progress of cases, "
        "individual results or future changes, so this cannot be answered.",
    ),
}
_BODY_NAME = re.compile(r"[\u4e00-\u9fff、]{3,40}")


def kind_of_refusal(question: Question, *, is_named: bool) -> RefusalKind:
    """Why nothing was found. `is_named`: near passages speak of the things that it names.

    A place without documents is told apart before (see `answer.deciding`).
    """
    if question.unknown_documents:
        return RefusalKind.UNKNOWN_DOCUMENT
    if not (is_named or question.documents or is_about_policy(question)):
        return RefusalKind.OUT_OF_SCOPE
    return RefusalKind.LIVE_FACTS if asks_for_live_facts(question) else RefusalKind.NOT_FOUND


def refusal_of(
    question: Question,
    kind: RefusalKind,
    *,
    nearest: Sequence[Document] = (),
    place: str = "",
    place_is_stored: bool = False,
    home: str = "",
    look_up: str = "",
) -> Refusal:
    """The refusal of a kind.

    `nearest` are documents close by, best first; `place` the place that they do not cover, though
    others may be of it (`place_is_stored`); `home` the region that most documents are of.
    """
    english = question.is_english
    if kind is RefusalKind.OTHER_PLACE:
        near_home = home if nearest and place != home else ""
        text = _other_place(place, near_home, is_stored=place_is_stored, english=english)
    elif kind is RefusalKind.UNKNOWN_DOCUMENT:
        text = _unknown_document(question, english=english)
    else:
        text = _TEXTS[kind][english]
    notes = []
    if titles := _titles(nearest):
        notes.append(
            f"Nearest documents: {', '.join(titles)}"
            if english
            else f"最接近的文件：{'、'.join(titles)}"
        )
    if kind in (RefusalKind.NOT_FOUND, RefusalKind.LIVE_FACTS) and (body := _whom_to_ask(nearest)):
        text += (
            f" {body[0]} was issued by {body[1]}, which can be asked."
            if english
            else f"{body[0]}由{body[1]}发布，可向其咨询。"
        )
    return Refusal(kind=kind, text=text, notes=tuple(notes), look_up=look_up)


def _other_place(place: str, near_home: str, *, is_stored: bool, english: bool) -> str:
    if english:
        return f"The documents hold no rule of {place} on this." + (
            f" {near_home} has documents close to it, listed below." if near_home else ""
        )
    missing = f"{place}的文件中没有这方面的规定" if is_stored else f"文件库中没有{place}的相关规定"
    return f"{missing}，不能用其他地方的政策代替回答。" + (
        f"{near_home}有内容相近的文件，见下方所列。" if near_home else ""
    )


def _unknown_document(question: Question, *, english: bool) -> str:
    if english:
        return f"The documents do not include {', '.join(question.unknown_documents)}."
    names = "、".join(question.unknown_documents)
    return f"文件库中没有{names}，无法依据它回答。请核对文号或名称。"


def _whom_to_ask(nearest: Sequence[Document]) -> tuple[str, str] | None:
    """Title and issuing body of the nearest document, if the body is a plain name."""
    for document in nearest[:1]:
        # A newspaper answers for no policy.
        is_news = document.text_kind is TextKind.NEWS
        if not is_news and _BODY_NAME.fullmatch(document.issuing_body):
            return f"《{document.title}》", document.issuing_body
    return None


def _titles(nearest: Sequence[Document]) -> list[str]:
    return [f"《{title}》" for title in dict.fromkeys(one.title for one in nearest)][:NEAREST]
