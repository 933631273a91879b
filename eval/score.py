"""Scores what a system gave: every measure of every question."""

from __future__ import annotations

from collections.abc import Sequence

from eval.ask import Outcome
from eval.metrics.citations import citation_scores, cited_text, inexact_quotes
from eval.metrics.figures import figure_recall, figure_support, unsupported
from eval.metrics.refusal import Decision, refusal_scores
from eval.metrics.relevance import is_relevant
from eval.metrics.retrieval import retrieval_scores
from eval.metrics.sentences import MARKER
from eval.metrics.text import char_f1, exact_match, rouge_l, without_markers
from eval.result import PASSAGES_WITH_TEXT, FoundPassage, GivenCitation, QuestionResult
from eval.system import System
from records import Answer, AnswerStatus

Scores = dict[str, float]


def score_all(outcomes: Sequence[Outcome], system: System) -> list[QuestionResult]:
    """A result for each outcome, in the same order."""
    ranked = [(o.question, [hit.passage for hit in o.hits]) for o in outcomes]
    retrieval = retrieval_scores(ranked)
    return [_result(one, system, retrieval.get(one.question.id, {})) for one in outcomes]


def _result(outcome: Outcome, system: System, retrieval: Scores) -> QuestionResult:
    answer = outcome.answer
    answered = answer.status is AnswerStatus.ANSWERED
    faults = inexact_quotes(answer.citations, system.document)
    scores = {
        **retrieval,
        **refusal_scores(Decision(outcome.question.answerable, answered, answer.confidence)),
        **_wording_scores(outcome, answered),
    }
    if answered:
        scores |= _backing_scores(outcome, system)
    if answer.citations:
        scores["quote_exact"] = 1 - len(faults) / len(answer.citations)
    return QuestionResult(
        question=outcome.question,
        status=answer.status,
        answer=answer.text,
        citations=_given_citations(answer),
        notes=answer.notes,
        confidence=answer.confidence,
        passages=_found_passages(outcome),
        retrieval_ms=outcome.retrieval_ms,
        answer_ms=outcome.answer_ms,
        scores=scores,
        faults=(*faults, *_marker_faults(answer)),
    )


def _wording_scores(outcome: Outcome, answered: bool) -> Scores:
    """Against the gold answers; a refused question scores nothing, one without gold is left out."""
    gold = outcome.question.answers
    if not outcome.question.answerable or not gold:
        return {}
    given = without_markers(outcome.answer.text) if answered else ""
    scores = {
        "exact_match": exact_match(gold, given),
        "char_f1": char_f1(gold, given),
        "rouge_l": rouge_l(gold, given),
    }
    recall = figure_recall(gold, given)
    return scores if recall is None else {**scores, "figure_recall": recall}


def _backing_scores(outcome: Outcome, system: System) -> Scores:
    """Whether the answer's figures and sentences are backed by what they cite."""
    answer, asked = outcome.answer, _asked(outcome)
    known = set(system.document_ids())
    texts = {
        citation.number: cited_text(citation, system.document(citation.document_id))
        for citation in answer.citations
        if citation.document_id in known
    }
    found = citation_scores(answer, texts, asked, unsupported)
    scores = {
        "figure_support": figure_support(without_markers(answer.text), [*texts.values()], asked),
        "citation_precision": found.precision,
        "citation_recall": found.recall,
    }
    return {name: value for name, value in scores.items() if value is not None}


def _asked(outcome: Outcome) -> str:
    """What the person has said so far: its figures may be repeated without a citation."""
    return "\n".join((*outcome.question.history[::2], outcome.question.text))


def _marker_faults(answer: Answer) -> list[str]:
    """The promise that markers and citations match, numbered 1 … n by first appearance."""
    markers = list(dict.fromkeys(int(number) for number in MARKER.findall(answer.text)))
    cited = [citation.number for citation in answer.citations]
    if markers == cited == list(range(1, len(cited) + 1)):
        return []
    return [f"markers {markers} and citations {cited} are not 1 … n in order"]


def _given_citations(answer: Answer) -> tuple[GivenCitation, ...]:
    return tuple(
        GivenCitation(
            number=citation.number,
            document_id=citation.document_id,
            title=citation.title,
            clause=citation.clause,
            quote=citation.quote,
        )
        for citation in answer.citations
    )


def _found_passages(outcome: Outcome) -> tuple[FoundPassage, ...]:
    return tuple(
        FoundPassage(
            document_id=hit.passage.document_id,
            passage_id=hit.passage.id,
            title=hit.passage.title,
            relevant=is_relevant(hit.passage, outcome.question),
            text=hit.passage.text if rank < PASSAGES_WITH_TEXT else "",
        )
        for rank, hit in enumerate(outcome.hits)
    )
