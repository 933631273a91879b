"""Whether citations back what they follow: precision and recall after ALCE, and exact quotes.

Gao et al., “Enabling Large Language Models to Generate Text with Citations”, EMNLP 2023: recall
is the share of sentences that their citations together support; precision the share of citations
that are needed, that is, that stand after a supported sentence and either support it alone or
are missed when taken away. ALCE asks a model for natural-language inference whether a text
supports a sentence. Here a text supports a sentence when

- every figure of the sentence, compared by value, stands in the text or in the question, and
- at least half of the sentence's character pairs stand in the text,

which is a necessary condition rather than proof. It notices a citation of the wrong passage and
a changed figure, but not a “not” left out. Figures that only the question states may be repeated,
since they claim nothing about the documents.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from eval.metrics.sentences import Sentence, split_sentences
from records import Answer, Citation, Document

# Measured on 283 cited sentences of three sets: the cited passages covered 0.61 or more of every
# one of them, passages of other documents 0.41 or less of 99% of them.
SUPPORT_COVERAGE = 0.5
RUNS = re.compile(r"[a-z]+|\d+(?:\.\d+)?|[^\W\da-z_]+")

# Takes a sentence and texts; gives the figures of the sentence that none of the texts states.
UnsupportedFigures = Callable[[str, Sequence[str]], Sequence[object]]


@dataclass(frozen=True, slots=True)
class CitationScores:
    """`precision` is None without citations, `recall` None without a sentence that states one."""

    precision: float | None
    recall: float | None


def cited_text(citation: Citation, document: Document) -> str:
    """What a reader of the citation sees: heading data, and the passage around the quote."""
    start, end = _passage_bounds(citation)
    heading = (citation.title, citation.doc_number, citation.region, citation.clause)
    until = f"有效期至{citation.valid_until}" if citation.valid_until else ""
    parts = (*heading, document.issuing_body, until, document.text[start:end])
    return "\n".join(part for part in parts if part)


def coverage(sentence: str, texts: Sequence[str]) -> float:
    """The share of the sentence's character pairs and Latin words that stand in the texts. 0..1.

    A sentence that has none is covered: there is nothing to look for.
    """
    wanted = _terms(sentence)
    found = set[str]().union(*(_terms(text) for text in texts))
    return sum(term in found for term in wanted) / len(wanted) if wanted else 1.0


def supports(
    sentence: str, texts: Sequence[str], question: str, unsupported: UnsupportedFigures
) -> bool:
    """Whether the texts support the sentence, as defined at the top of this module."""
    if not texts or coverage(sentence, texts) < SUPPORT_COVERAGE:
        return False
    return not unsupported(sentence, [*texts, question])


def citation_scores(
    answer: Answer, texts: Mapping[int, str], question: str, unsupported: UnsupportedFigures
) -> CitationScores:
    """Precision and recall of one answer; `texts` holds the cited text by citation number."""
    sentences = [s for s in split_sentences(answer.text) if s.states_something or s.citations]
    stated = [s for s in sentences if s.states_something]

    def backs(sentence: Sentence, numbers: Sequence[int]) -> bool:
        known = [texts[number] for number in numbers if number in texts]
        return supports(sentence.text, known, question, unsupported)

    backed = {sentence: backs(sentence, sentence.citations) for sentence in set(sentences)}
    needed = [
        backed[sentence]
        and (backs(sentence, [number]) or not backs(sentence, _others(sentence, number)))
        for sentence in sentences
        for number in sentence.citations
    ]
    return CitationScores(
        precision=sum(needed) / len(needed) if needed else None,
        recall=sum(backed[s] for s in stated) / len(stated) if stated else None,
    )


def inexact_quotes(citations: Sequence[Citation], document: Callable[[str], Document]) -> list[str]:
    """A line for every citation whose quote is not the stored text at its place."""
    faults = []
    for citation in citations:
        try:
            stored = document(citation.document_id).text[citation.start : citation.end]
        except KeyError:
            faults.append(f"[{citation.number}] cites {citation.document_id}, which is not stored")
            continue
        if not citation.quote or stored != citation.quote:
            place = f"{citation.document_id}[{citation.start}:{citation.end}]"
            faults.append(f"[{citation.number}] {place} is {stored!r}, quoted {citation.quote!r}")
    return faults


def _others(sentence: Sentence, number: int) -> list[int]:
    return [other for other in sentence.citations if other != number]


def _passage_bounds(citation: Citation) -> tuple[int, int]:
    """Where the cited passage lies; the quote itself when the citation names no passage."""
    _, _, span = citation.passage_id.rpartition(":")
    start, dash, end = span.partition("-")
    if dash and start.isdigit() and end.isdigit():
        return min(int(start), citation.start), max(int(end), citation.end)
    return citation.start, citation.end


def _terms(text: str) -> set[str]:
    terms: set[str] = set()
    for run in RUNS.findall(unicodedata.normalize("NFKC", text).lower()):
        if run[0].isascii() or len(run) == 1:
            terms.add(run)
        else:
            terms.update(run[at : at + 2] for at in range(len(run) - 1))
    return terms
