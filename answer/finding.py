"""What answering is made of: findings, and the sentences that rest on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from records import Document, Passage, Validity


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A statement of a document that speaks to the question.

    `document.text[start:end] == quote`; the words that answer stand at
    `[answer_start, answer_end)` inside it. `clause` is the path of headings of the quote.
    `certainty` (0..1) is how sure it is that the quote answers, which findings are weighed against
    each other by, and `confidence` (0..1) how sure an answer is that it leads, which decides
    whether it is given (see `answer.evidence.certainty`).
    """

    document: Document
    validity: Validity
    passage: Passage
    start: int
    end: int
    answer_start: int
    answer_end: int
    clause: str = ""
    certainty: float = 0.0
    confidence: float = 0.0

    def as_sure_as(self, other: Finding) -> Finding:
        """This finding, at least as sure as the other one that it speaks for."""
        return replace(
            self,
            certainty=max(self.certainty, other.certainty),
            confidence=max(self.confidence, other.confidence),
        )

    def at_least(self, sure: float) -> Finding:
        """This finding, at least so sure: something other than its words tells that it answers."""
        return replace(
            self,
            certainty=max(self.certainty, sure),
            confidence=max(self.confidence, sure),
        )

    def answering_whole(self) -> Finding:
        """This finding with all of its statement as the words that answer."""
        return replace(self, answer_start=self.start, answer_end=self.end)

    @property
    def quote(self) -> str:
        """The statement, exactly as stored."""
        return self.document.text[self.start : self.end]

    @property
    def heading(self) -> str:
        """The innermost heading that the quote stands under; empty without one."""
        return self.clause.rsplit("›", 1)[-1].strip()

    @property
    def lines(self) -> list[str]:
        """Its lines, more than one where it runs over several statements."""
        return self.quote.split("\n")

    @property
    def answer(self) -> str:
        """The words of it that answer."""
        return self.document.text[self.answer_start : self.answer_end]


def known(
    document: Document, validity: Validity, passage: Passage, start: int, end: int, clause: str = ""
) -> Finding:
    """All of `document.text[start:end]` as a finding that surely answers: it was not searched for
    but taken from where it is known to stand."""
    return Finding(
        document=document,
        validity=validity,
        passage=passage,
        start=start,
        end=end,
        answer_start=start,
        answer_end=end,
        clause=clause,
        certainty=1.0,
        confidence=1.0,
    )


def overlap(finding: Finding, other: Finding) -> bool:
    """Whether both hold some of the same words of one document."""
    same = finding.document.id == other.document.id
    return same and finding.start < other.end and other.start < finding.end


def led_by(one: Finding, findings: Sequence[Finding]) -> list[Finding]:
    """`findings` with `one` of them first, at least as sure as the one that led them."""
    return [one.as_sure_as(findings[0]), *(other for other in findings if other is not one)]


def goes_with(finding: Finding, other: Finding) -> bool:
    """Whether both are of one document, or the document of one rests on that of the other."""
    ours, theirs = finding.document, other.document
    return (
        ours.id == theirs.id
        or any(relation.document_id == theirs.id for relation in ours.relations)
        or any(relation.document_id == ours.id for relation in theirs.relations)
    )


class Shape(StrEnum):
    """How a sentence stands on the page."""

    PLAIN = "plain"
    ITEM = "item"
    STEP = "step"
    ROW = "row"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One line of an answer and the findings that back it, the first one first.

    `text` carries no markers; they are set when the answer is put together. For a row of a table
    `cells` hold its columns and `text` is empty. `worked` marks a calculated line: the figures in
    it that stand in no quote must follow from those that do and from the question.
    """

    text: str
    findings: tuple[Finding, ...]
    shape: Shape = Shape.PLAIN
    cells: tuple[str, ...] = ()
    worked: bool = False


def backing(sentences: Iterable[Sentence]) -> list[Finding]:
    """What the sentences rest on, in their order."""
    return [finding for sentence in sentences for finding in sentence.findings]
