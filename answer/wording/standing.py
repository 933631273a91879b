"""What a document is worth, in words: in a card, beside a sentence, and as a note."""

from __future__ import annotations

from collections.abc import Sequence

from answer.figures import FigureKind, parse_figures
from answer.finding import Finding
from answer.understanding import Question
from records import Citation, TextKind, Validity

VALIDITY_WORDS: dict[Validity, tuple[str, str]] = {
    Validity.IN_FORCE: ("现行有效", "in force"),
    Validity.EXPIRED: ("已过期", "expired"),
    Validity.NOT_YET: ("尚未施行", "not yet in force"),
    Validity.DRAFT: ("征求意见稿", "draft for comment"),
    Validity.UNKNOWN: ("有效期起止未注明", "validity dates not stated"),
}
DIGEST_NOTE = (
    "引文出自摘要，不是官方原文；办理时请以官方全文为准。",
    "The quotes come from digests, not from the official wording; check the official text.",
)
NEWS_NOTE = (
    "引文中有新闻报道，不是政策文件；办理时请以正式文件为准。",
    "Some of the quotes come from news reports, not from a policy; check the published policy.",
)
EXPIRED_NOTE = (
    "所引文件已过期，是否延续请先向主管部门核实。",
    "The cited document has expired; ask the department in charge what applies now.",
)
DRAFT_NOTE = (
    "所引文件是征求意见稿，尚未正式施行，请先向主管部门核实。",
    "The cited document is a draft for comment; ask the department in charge first.",
)
LAPSED_NOTE = (
    "所引文件中有的已过期或仍是征求意见稿，请先向主管部门核实。",
    "Some of the cited documents have lapsed or are drafts; ask the department in charge first.",
)
NOT_YET_NOTE = (
    "所引文件中有的尚未施行，施行前不能据此办理。",
    "Some of the cited documents are not yet in force.",
)
_LAPSED = frozenset({Validity.EXPIRED, Validity.DRAFT})
_NOTES_IF_ALL = {Validity.EXPIRED: EXPIRED_NOTE, Validity.DRAFT: DRAFT_NOTE}
_BEFORE: dict[Validity, tuple[str, str]] = {
    Validity.DRAFT: ("〔征求意见稿〕", "(Draft for comment) "),
}
_BEHIND: dict[Validity, tuple[str, str]] = {
    Validity.EXPIRED: ("（该文件已过期）", " (the document has expired)"),
    Validity.NOT_YET: ("（该文件尚未施行）", " (the document is not yet in force)"),
}
_NEWS_PREFIX = ("〔新闻报道〕", "(News report) ")
# What stands before the words of a document in a Chinese answer.
LABELS = (_BEFORE[Validity.DRAFT][0], _NEWS_PREFIX[0])
_PROMISING = frozenset({FigureKind.AMOUNT, FigureKind.RATE})


def in_standing(question: Question, finding: Finding, words: str) -> str:
    """`words` of the finding, with what must be said at once of the document they come from.

    That is: that it has expired, is a draft or not yet in force; and that amounts and rates come
    from a news report. All else is left to the citation and the notes.
    """
    language = int(question.is_english)
    before = _BEFORE.get(finding.validity, ("", ""))[language]
    promises = any(figure.kind in _PROMISING for figure in parse_figures(words))
    if not before and promises and finding.document.text_kind is TextKind.NEWS:
        before = _NEWS_PREFIX[language]
    if not language and "征求意见" in words:
        before = ""
    return f"{before}{words}{_BEHIND.get(finding.validity, ('', ''))[language]}"


def notes(question: Question, citations: Sequence[Citation]) -> list[str]:
    """What the reader must know besides: digests, news reports, lapsed documents and drafts."""
    language = int(question.is_english)
    kinds = {citation.text_kind for citation in citations}
    standing = {citation.validity for citation in citations}
    found = []
    if TextKind.DIGEST in kinds:
        found.append(DIGEST_NOTE[language])
    if TextKind.NEWS in kinds:
        found.append(NEWS_NOTE[language])
    if standing & _LAPSED:
        note = _NOTES_IF_ALL.get(next(iter(standing)), LAPSED_NOTE)
        found.append((note if len(standing) == 1 else LAPSED_NOTE)[language])
    if Validity.NOT_YET in standing:
        found.append(NOT_YET_NOTE[language])
    return found
