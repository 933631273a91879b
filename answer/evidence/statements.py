"""Finds the words that answer a question inside the passages that a search found."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from answer.asked_for.named_things import lacks_named_thing
from answer.asked_for.special import is_for_others
from answer.asked_for.wanted import holds_kind
from answer.evidence.candidates import candidates
from answer.evidence.spans import tidy
from answer.evidence.support import Support
from answer.matter import only_repeats
from answer.understanding import Asked, Question
from index.reranking import ReadHit
from records import Document, Passage, TextKind, Validity

# How many of the best passages statements are taken from where nothing was read.
PASSAGES_QUOTED = 8
# What the score is made of; set on development questions.
_OWN_WORDS, _WITH_HEADING = 0.55, 0.45
_RIGHT_KIND = 0.15
# Where nothing was read, the kind of figure tells more than words: “最多几年” is answered by the
# clause on years, whatever words of the question stand in that on sums.
_RIGHT_KIND_UNREAD = 0.6
# What only says the question again answers nothing, unless it is to be confirmed.
_REPEATS = 0.5
# What a statement loses that does not name the grade, loan or voucher that the question names.
_OTHER_THING = 1.0
_RANK = 0.2
_NOT_IN_FORCE = 0.4
_NEWS = 0.2
_READER = 2.2
# The reader's log-odds are divided by this before they are squashed into 0..1.
_LOG_ODDS = 4.0
# What a document for a special group (“OPC” in its title) loses where the question does not name
# the group: the general rule holds for who asks in general.
_SPECIAL = 0.3


@dataclass(frozen=True, slots=True)
class Evidence:
    """A statement that speaks to the question: `document.text[start:end] == quote`.

    `share` is how much of the question the statement names together with its headings and its
    document's title, 0..1, and `named` the weight of that (see `Support`); `score` orders pieces
    of evidence; `nearness` is that of the passage (see `Hit`). `answer_start` and `answer_end` are
    the document's characters that the reader marked inside the quote (the whole quote without a
    reader), `reading` its log-odds that they answer within the passage, and `alone` that the quote
    by itself does, where it was read again.
    """

    passage: Passage
    start: int
    end: int
    quote: str
    score: float
    named: float
    share: float
    nearness: float
    answer_start: int
    answer_end: int
    reading: float | None = None
    alone: float | None = None


def find_evidence(
    question: Question,
    hits: Sequence[ReadHit],
    support: Support,
    weight_of: Callable[[str], float],
) -> list[Evidence]:
    """The statements of the best hits, best first. `weight_of` takes a document id."""
    if not hits:
        return []
    # What was not read cannot be weighed against what was.
    read = [one for one in hits if one.reading is not None] or hits[:PASSAGES_QUOTED]
    # Without a reader, passages of what is named come first, whatever their scores are.
    top = max(one.hit.score for one in read)
    spread = max(top - min(one.hit.score for one in read), 1e-9)
    found = [
        evidence
        for one in read
        for evidence in _read(
            question,
            one,
            support,
            weight_of(one.hit.passage.document_id) - _RANK * (top - one.hit.score) / spread,
        )
    ]
    found.sort(key=lambda one: (-one.score, one.passage.document_id, one.start))
    return found


def weight(document: Document, validity: Validity) -> float:
    """What a document's standing adds to the score of its statements.

    A lapsed text or a draft counts much less than one in force, a report less than the policy.
    """
    lapsed = validity in (Validity.EXPIRED, Validity.DRAFT)
    return -_NOT_IN_FORCE * lapsed - _NEWS * (document.text_kind is TextKind.NEWS)


def _read(question: Question, read: ReadHit, support: Support, weight: float) -> Iterator[Evidence]:
    passage = read.hit.passage
    weight -= _SPECIAL * is_for_others(question, passage.title)
    headings = (*passage.clause, passage.title)
    asked, confirms = question.in_full, question.asked is Asked.YES_NO
    for begin, end, is_whole in candidates(question.asked, passage.text, read.reading):
        quote = passage.text[begin:end]
        if quote.strip() == passage.title:
            continue
        own, named = support.of(quote), support.named_by(quote, *headings)
        share = support.share(named)
        score = (
            _OWN_WORDS * own
            + _WITH_HEADING * share
            + (_RIGHT_KIND if read.reading else _RIGHT_KIND_UNREAD)
            * holds_kind(question.asked, quote)
            - _REPEATS * (not confirms and only_repeats(asked, quote))
            - _OTHER_THING * lacks_named_thing(question, " ".join((*headings, quote)))
            + weight
        )
        span = read.reading.best(begin, end) if read.reading else None
        first, last = tidy(passage.text, span.start, span.end) if span else (begin, end)
        if is_whole:
            first, last = begin, end
        yield Evidence(
            passage=passage,
            start=passage.start + begin,
            end=passage.start + end,
            quote=quote,
            score=score + (_READER * _squashed(span.score) if span else 0.0),
            named=named,
            share=share,
            nearness=read.hit.nearness,
            answer_start=passage.start + max(first, begin),
            answer_end=passage.start + min(last, end),
            reading=span.score if span else None,
        )


def _squashed(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds / _LOG_ODDS))
