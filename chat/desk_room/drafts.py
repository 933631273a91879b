"""What the desk shows of an answer, and what staff are writing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from chat.approved import ApprovedAnswer, Draft, Quoted
from chat.backend import Backend
from chat.evidence import Reference, find_evidence, quote_digest
from chat.layout import Line
from records import Answer, Citation, Hit, Validity

_MARKER = re.compile(r"\[(\d{1,3})\]")
MOST_HITS = 8


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation and the passage around it, empty when the document is gone."""

    citation: Citation
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that may be cited: `text` is the document's at `[start, end)`."""

    document_id: str
    title: str
    clause: str
    validity: Validity
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """An answer at the desk. `nearest` are passages to go on from when nothing answers."""

    answer: Answer
    cited: tuple[Cited, ...]
    nearest: tuple[Found, ...]

    @property
    def doubtful(self) -> tuple[Validity, ...]:
        """What its documents are worth, each once, other than being in force."""
        found = (one.citation.validity for one in self.cited)
        return tuple(dict.fromkeys(one for one in found if one is not Validity.IN_FORCE))


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedDraft:
    """A draft in the editor. `approved_id` is 0 for a new answer, `group_id` 0 without a group.

    `wordings` are ways that people asked it in, which may be added to its questions.
    """

    questions: tuple[str, ...]
    text: str
    quotes: tuple[Found, ...]
    wordings: tuple[str, ...] = ()
    note: str = ""
    approved_id: int = 0
    version: int = 0
    group_id: int = 0
    group_version: int = 0


def shown(backend: Backend, answer: Answer) -> ShownAnswer:
    """The answer with its passages."""
    cited = tuple(Cited(one, _around(backend, one)) for one in answer.citations)
    nearest = () if answer.citations else found_passages(backend, answer.hits[:3])
    return ShownAnswer(answer, cited, nearest)


def found_passages(backend: Backend, hits: Sequence[Hit]) -> tuple[Found, ...]:
    """The passages of hits whose documents are still there."""
    result = []
    for hit in hits:
        one = hit.passage
        try:
            document = backend.document(one.document_id)
        except KeyError:  # withdrawn between the search and now
            continue
        result.append(
            Found(
                one.document_id, document.title, one.clause_path, backend.validity(document),
                one.start, one.end, one.text,
            )
        )  # fmt: skip
    return tuple(result)


def found_quote(backend: Backend, one: Quoted, title: str = "") -> Found:
    """A quote as the editor shows it; without a document any more, under its old title."""
    try:
        document = backend.document(one.document_id)
    except KeyError:
        return Found(one.document_id, title, "", Validity.UNKNOWN, one.start, one.end, one.quote)
    clause = next(
        (
            passage.clause_path
            for passage in backend.passages(one.document_id)
            if passage.start <= one.start < passage.end
        ),
        "",
    )
    return Found(
        one.document_id, document.title, clause, backend.validity(document),
        one.start, one.end, one.quote,
    )  # fmt: skip


def renumbered(draft: Draft) -> Draft:
    """The same draft with markers numbered by first appearance, without the quotes it left out.

    A marker that has no quote stays as it is: the check will name it.
    """
    numbers = list(dict.fromkeys(int(one) for one in _MARKER.findall(draft.text)))
    if not all(1 <= one <= len(draft.quotes) for one in numbers):
        return draft
    new = {old: at for at, old in enumerate(numbers, 1)}
    return Draft(
        questions=draft.questions,
        text=_MARKER.sub(lambda match: f"[{new[int(match.group(1))]}]", draft.text),
        quotes=tuple(draft.quotes[one - 1] for one in numbers),
        note=draft.note,
    )


class QuoteGone(ValueError):
    """A quote of an approved answer stands in its document no more."""

    def __init__(self, quote: str, title: str) -> None:
        super().__init__(f"{quote!r} is not in {title!r}")
        self.quote = quote
        self.title = title


def relocated(backend: Backend, approved: ApprovedAnswer) -> Draft:
    """The approved answer on its documents as they are now. Raises QuoteGone."""
    quotes = []
    for one in approved.citations:
        try:
            text = backend.document(one.document_id).text
        except KeyError as error:
            raise QuoteGone(one.quote, one.title) from error
        start = one.start if text[one.start : one.end] == one.quote else text.find(one.quote)
        if start < 0:
            raise QuoteGone(one.quote, one.title)
        quotes.append(Quoted(one.document_id, start, start + len(one.quote), one.quote))
    return Draft(
        questions=approved.questions,
        text=approved.text,
        quotes=tuple(quotes),
        note=approved.note,
    )


def _around(backend: Backend, cited: Citation) -> tuple[Line, ...]:
    reference = Reference(cited.document_id, cited.start, cited.end, quote_digest(cited.quote))
    try:
        return find_evidence(backend, reference).lines
    except KeyError:
        return ()
