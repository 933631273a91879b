"""Which passages hold the evidence, and the relevance judgements (qrels) and rankings (runs).

Both are named by gold label rather than by passage, so that they mean the same whatever the
splitter does: a found passage that holds a gold span takes that span's name in the ranking.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.question import Evidence, Question
from records import Passage

# So much of a gold quote must stand in a passage, blanks aside. It tells where the quote starts,
# and a quote that a splitter cut in two still counts for the passage with its beginning.
QUOTE_CHARACTERS = 20

Qrels = Mapping[str, Mapping[str, int]]
Run = Mapping[str, Mapping[str, float]]


def without_blanks(text: str) -> str:
    """The text without any white space."""
    return "".join(text.split())


def holds(passage: Passage, evidence: Evidence) -> bool:
    """Whether the passage belongs to the gold document and contains the gold quote's beginning."""
    if passage.document_id != evidence.document_id:
        return False
    return without_blanks(evidence.quote)[:QUOTE_CHARACTERS] in without_blanks(passage.text)


def is_relevant(passage: Passage, question: Question) -> bool:
    """Whether the passage holds any of the question's evidence."""
    return any(holds(passage, evidence) for evidence in question.evidence)


@dataclass(frozen=True, slots=True)
class Judged:
    """Gold labels and a ranking of one question: names of labels or passages, best first."""

    gold: tuple[str, ...]
    ranking: tuple[str, ...]


def judge_evidence(question: Question, passages: Sequence[Passage]) -> Judged:
    """By gold span. A passage that holds several spans counts for each that is new."""
    names = {evidence: _label(evidence) for evidence in question.evidence}
    ranking: dict[str, None] = {}
    for passage in passages:
        held = [names[evidence] for evidence in names if holds(passage, evidence)]
        for name in [name for name in held if name not in ranking] or [_name(passage.id)]:
            ranking.setdefault(name)
    return Judged(tuple(dict.fromkeys(names.values())), tuple(ranking))


def judge_documents(question: Question, passages: Sequence[Passage]) -> Judged:
    """By document: each at the rank of its best passage, the others closing up."""
    gold = dict.fromkeys(_name(evidence.document_id) for evidence in question.evidence)
    ranking = dict.fromkeys(_name(passage.document_id) for passage in passages)
    return Judged(tuple(gold), tuple(ranking))


def qrels_of(judged: Mapping[str, Judged]) -> Qrels:
    """Relevance 1 for every gold label, by question."""
    return {key: dict.fromkeys(item.gold, 1) for key, item in judged.items()}


def run_of(judged: Mapping[str, Judged]) -> Run:
    """Scores that fall with the rank, so that ties cannot reorder a ranking."""
    return {
        key: {name: 1.0 / rank for rank, name in enumerate(item.ranking, start=1)}
        for key, item in judged.items()
    }


def _label(evidence: Evidence) -> str:
    quote = without_blanks(evidence.quote)[:QUOTE_CHARACTERS]
    return _name(f"{evidence.document_id}#{quote}")


def _name(text: str) -> str:
    """TREC files separate their columns by blanks, so names must not hold any."""
    return "_".join(text.split())
