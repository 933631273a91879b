"""Gives each of two values that a question offers with the clause that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from answer.clause_numbers import without_number
from answer.figures import Figure, parse_figures, same_value
from answer.finding import Finding, Sentence
from answer.understanding import Question
from answer.wording.marks import inner_quotes

_ALTERNATIVE = re.compile("还是")


def alternatives(question: Question, findings: Sequence[Finding]) -> list[Sentence]:
    """Both of the values that a question offers, each with the document and clause it is of.

    Empty unless the question offers two of a kind (“10人还是20人”) and two clauses hold one each.
    """
    if not _ALTERNATIVE.search(question.text):
        return []
    offered = parse_figures(question.in_full)
    pairs = [
        (one, other)
        for at, one in enumerate(offered)
        for other in offered[at + 1 :]
        if one.kind is other.kind and one.unit == other.unit and not same_value(one, other)
    ]
    for first, second in pairs:
        found = [
            _holding(value, other, findings) for value, other in ((first, second), (second, first))
        ]
        if (one := found[0]) is not None and (two := found[1]) is not None:
            return [
                *(_applying(question, finding) for finding in (one, two)),
                Sentence(
                    text=(
                        "The two provisions apply to different matters."
                        if question.is_english
                        else "各自适用的事项不同，请按要办理的事项对照。"
                    ),
                    findings=(one, two),
                ),
            ]
    return []


def _holding(value: Figure, other: Figure, findings: Sequence[Finding]) -> Finding | None:
    """The first finding that gives the value and not the other one."""
    for finding in findings:
        figures = list(_ends(parse_figures(finding.quote)))
        if any(same_value(value, one) for one in figures) and not any(
            same_value(other, one) for one in figures
        ):
            return finding
    return None


def _ends(figures: Sequence[Figure]) -> Iterator[Figure]:
    """The figures, a range as its two ends."""
    for figure in figures:
        if figure.upper is None:
            yield figure
        else:
            yield replace(figure, upper=None)
            yield replace(figure, value=figure.upper, upper=None)


def _applying(question: Question, finding: Finding) -> Sentence:
    """The clause with the document and the heading that say what it applies to."""
    label = without_number(finding.heading)
    if parse_figures(label):
        label = ""
    about = f"（{label}）" if label and not question.is_english else ""
    return Sentence(
        text=f"《{finding.document.title}》{about}：{inner_quotes(finding.quote)}。",
        findings=(finding,),
    )
