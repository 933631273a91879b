"""What a line of an answer may say by its citations, and whether it says nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from answer.checks.faults import Fault, UnsupportedAnswer
from answer.figures import unsupported_figures, unsupported_labels
from records import Citation


def sources_of(citations: Iterable[Citation]) -> list[str]:
    """What a line may draw its figures from: quotes, titles and numbers, terms of validity."""
    sources = []
    for one in citations:
        # In marks as on the line: a number at the start of a text is read otherwise.
        sources += [f"“{one.quote}”", f"《{one.title}》", one.doc_number, one.clause, one.region]
        if day := one.valid_until:
            sources.append(f"有效期至{day.year}年{day.month}月{day.day}日")
    return sources


def check_stated(text: str, sources: Sequence[str], line: str) -> None:
    """Raise UnsupportedAnswer where no source holds a figure or label of `text`, part of `line`."""
    missing = [figure.text for figure in unsupported_figures(text, sources)]
    labels = unsupported_labels(text, sources) if not missing else []
    for words, fault in ((missing, Fault.FIGURES), (labels, Fault.LABELS)):
        if words:
            told = f"{fault.value} {words} of the line {line!r} stand in none of its citations"
            raise UnsupportedAnswer(told, fault, line, words)
